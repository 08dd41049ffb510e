"""Writes the document as one HTML file: no script, no request, pictures inside."""

import base64
import re
from collections.abc import Callable, Iterator
from html import escape

from cmalt_tui.export.clean_document import CleanDocument
from cmalt_tui.export.html_body import BodyWriter
from cmalt_tui.export.request import ExportRequest
from cmalt_tui.export.templates import filled, shipped
from cmalt_tui.export.written import Written

_KINDS = {"jpg": b"image/jpeg", "png": b"image/png"}
_PICTURE = re.compile(rb'<img src="(picture-[0-9a-f]+\.(?:jpg|png))"')


def write_html(
    document: CleanDocument, request: ExportRequest, check: Callable[[], None]
) -> Written:
    """Write a page that passes for accessible: one h1, landmarks, a skip link, headers in tables.

    The pictures are put in here and not by pandoc, whose ``--embed-resources`` turns them into
    something that has a role but no alternative text.
    """
    check()
    source = document.source
    page = filled(
        "portfolio.html",
        {
            "look": shipped("look.css"),
            "language": escape(document.language),
            "title": escape(source.title),
            "subtitle": escape(source.subtitle),
            "author": escape(source.author),
            "by": f"{escape(source.author)}, " if source.author else "",
            "date": escape(source.date),
            "day": request.date.isoformat(),
            "contents": _contents(document),
            "body": BodyWriter(document.pictures).body(document.blocks),
        },
    )
    return Written(_with_pictures(page, document))


def _contents(document: CleanDocument) -> str:
    """The table of contents as nested lists."""

    def lines() -> Iterator[str]:
        depth = 0
        for level, identifier, text in document.headings:
            while depth > level:
                yield "</li></ul>"
                depth -= 1
            if depth == level:
                yield "</li>"
            while depth < level:
                yield "<ul>"
                depth += 1
            yield f'<li><a href="#{escape(identifier)}">{escape(text)}</a>'
        yield "</li></ul>" * depth

    return "\n".join(lines())


def _with_pictures(page: str, document: CleanDocument) -> bytes:
    """Put the pictures' content in the place of their names.

    In text a ``<`` is always escaped, so nothing that a person wrote is taken for a picture.
    """
    parts = _PICTURE.split(page.encode())
    for position in range(1, len(parts), 2):
        name = parts[position].decode()
        kind = _KINDS[name.rpartition(".")[2]]
        content = base64.b64encode((document.stage / name).read_bytes())
        parts[position] = b'<img src="data:%s;base64,%s"' % (kind, content)
    return b"".join(parts)
