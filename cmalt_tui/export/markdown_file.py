"""Writes the document as one Markdown file, its pictures in a folder beside it."""

import re
import secrets
from collections import Counter
from collections.abc import Callable
from urllib.parse import quote

from cmalt_tui.export.clean_document import CleanDocument
from cmalt_tui.export.flat_table import flat_table
from cmalt_tui.export.nodes import inlines, picture_attributes, rewritten, span
from cmalt_tui.export.request import ExportRequest
from cmalt_tui.export.written import Written
from cmalt_tui.pandoc import run
from cmalt_tui.pandoc.tree import Node, plain_text, walk

_ARGUMENTS = ("-f", "json", "-t", "gfm-raw_html", "--shift-heading-level-by=1", "--wrap=none")


def write_markdown(
    document: CleanDocument, request: ExportRequest, check: Callable[[], None]
) -> Written:
    """Write the Markdown that GitHub, and most other programs, read.

    Markdown itself has anchors at headings alone. Those at pieces of evidence are the only HTML
    in it; they are put in afterwards, in the place of marks that no text can hold.
    """
    folder = f"{request.output.stem}-pictures"
    mark = f"anchor{secrets.token_hex(12)}"
    anchors = _anchors(document)

    def change(node: Node) -> Node | None:
        if node["t"] == "Image":
            name, alternative, _ = picture_attributes(node)
            target = [quote(f"{folder}/{name}"), ""]
            return {"t": "Image", "c": [["", [], []], inlines(alternative), target]}
        if node["t"] == "Link" and node["c"][2][0].startswith("#"):
            anchor = anchors.get(node["c"][2][0][1:])
            if anchor is None:
                return span(node["c"][1])
            return {"t": "Link", "c": [["", [], []], node["c"][1], [f"#{anchor}", ""]]}
        if node["t"] == "Span" and node["c"][0][0]:
            placed = {"t": "Str", "c": f"{mark}{node['c'][0][0]}{mark}"}
            return span([placed, *node["c"][1]])
        return flat_table(node) if node["t"] == "Table" else None

    blocks = _title_page(document) + rewritten(document.blocks, change)
    text = run(_ARGUMENTS, document.tree(blocks), check=check)
    # Pandoc may have escaped a mark of punctuation in an identifier; the anchor has none of it.
    text = re.sub(
        rb"%b(.*?)%b" % (mark.encode(), mark.encode()),
        lambda found: b'<a id="%b"></a>' % found[1].replace(b"\\", b""),
        text,
    )
    pictures = {
        f"{folder}/{name}": (document.stage / name).read_bytes() for name in document.pictures
    }
    return Written(text, beside=pictures)


def _anchors(document: CleanDocument) -> dict[str, str]:
    """The anchors that GitHub gives to headings, by our identifiers.

    Lower case, punctuation out, hyphens for spaces, a number where one comes again
    (github.com/gjtorikian/html-pipeline, toc_filter). Others are as we write them.
    """
    anchors: dict[str, str] = {}
    seen: Counter[str] = Counter({_anchor(document.source.title): 1})
    for node in walk(document.blocks):
        if node["t"] == "Header":
            anchor = _anchor(plain_text(node["c"][2]))
            number = seen[anchor]
            seen[anchor] += 1
            anchors[node["c"][1][0]] = f"{anchor}-{number}" if number else anchor
        elif node["t"] == "Span" and node["c"][0][0]:
            anchors[node["c"][0][0]] = node["c"][0][0]
    return anchors


def _anchor(text: str) -> str:
    return re.sub(r"[^\w\- ]", "", text.lower()).replace(" ", "-")


def _title_page(document: CleanDocument) -> list[Node]:
    source = document.source
    said = ", ".join(filter(None, (source.subtitle, source.author, source.date)))
    title = {"t": "Header", "c": [0, ["", [], []], inlines(source.title)]}
    return [title, {"t": "Para", "c": inlines(said)}]
