"""Writes the document as one HTML file: no script, no request, pictures inside."""

import base64
import re
from collections.abc import Callable, Iterator
from html import escape

from lxml import etree
from lxml import html as parsed_html

from cmalt_tui.export.clean_document import CleanDocument
from cmalt_tui.export.request import ExportRequest
from cmalt_tui.export.templates import filled
from cmalt_tui.export.written import Written
from cmalt_tui.pandoc import run

_ARGUMENTS = (
    *("-f", "json", "-t", "html5", "--shift-heading-level-by=1", "--wrap=none"),
    *("--email-obfuscation=none", "--syntax-highlighting=none"),
)
_KINDS = {"jpg": b"image/jpeg", "png": b"image/png"}
_PICTURE = re.compile(rb'<img src="(picture-[0-9a-f]+\.(?:jpg|png))"')
_ALIGNMENTS = {"text-align: right;": "right", "text-align: center;": "centre"}


def write_html(
    document: CleanDocument, request: ExportRequest, check: Callable[[], None]
) -> Written:
    """Write a page that passes for accessible: one h1, landmarks, a skip link, headers in tables.

    The pictures are put in here and not by pandoc, whose ``--embed-resources`` turns them into
    something that has a role but no alternative text.
    """
    body = run(_ARGUMENTS, document.tree(document.blocks), check=check).decode()
    source = document.source
    page = filled(
        "portfolio.html",
        {
            "language": escape(document.language),
            "title": escape(source.title),
            "subtitle": escape(source.subtitle),
            "author": escape(source.author),
            "by": f"{escape(source.author)}, " if source.author else "",
            "date": escape(source.date),
            "day": request.date.isoformat(),
            "contents": _contents(document),
            "body": _tidied(body, document),
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


def _tidied(body: str, document: CleanDocument) -> str:
    root = parsed_html.fragment_fromstring(body, create_parent="div")
    for table in list(root.iter("table")):
        _tidy_table(table)
    for notes in root.iter("section"):
        if notes.get("role") == "doc-endnotes":
            _tidy_footnotes(notes)
    for image in root.iter("img"):
        picture = document.pictures[image.get("src", "")]
        image.set("width", str(picture.width))
        image.set("height", str(picture.height))
    return "\n".join(etree.tostring(child, method="html", encoding="unicode") for child in root)


def _tidy_table(table: parsed_html.HtmlElement) -> None:
    for cell in table.iter("th", "td"):
        alignment = _ALIGNMENTS.get(cell.attrib.pop("style", ""))
        if alignment:
            cell.set("class", alignment)
        if cell.tag == "th":
            cell.set("scope", "col")
    for row in table.iter("tr"):
        row.attrib.pop("class", None)
    caption = table.find("caption")
    label = "".join(caption.itertext()).strip() if caption is not None else ""
    frame = parsed_html.Element("section")
    frame.set("class", "wide")
    frame.set("tabindex", "0")
    frame.set("aria-label", label or "Table")
    parent = table.getparent()
    if parent is None:
        return
    parent.replace(table, frame)
    frame.tail, table.tail = table.tail, None
    frame.append(table)


def _tidy_footnotes(notes: parsed_html.HtmlElement) -> None:
    rule = notes.find("hr")
    title = parsed_html.Element("h2")
    title.set("id", "footnotes-title")
    title.text = "Footnotes"
    notes.set("aria-labelledby", "footnotes-title")
    if rule is not None:
        notes.replace(rule, title)
