"""Writes the document as one Markdown file, its pictures in a folder beside it."""

from collections.abc import Callable
from urllib.parse import quote

from cmalt_tui.export.clean_document import CleanDocument
from cmalt_tui.export.nodes import inlines, picture_attributes, rewritten
from cmalt_tui.export.request import ExportRequest
from cmalt_tui.export.written import Written
from cmalt_tui.pandoc import run
from cmalt_tui.pandoc.tree import Node

_ARGUMENTS = ("-f", "json", "-t", "gfm-raw_html", "--shift-heading-level-by=1", "--wrap=none")


def write_markdown(
    document: CleanDocument, request: ExportRequest, check: Callable[[], None]
) -> Written:
    """Write the Markdown that GitHub, and most other programs, read."""
    folder = f"{request.output.stem}-pictures"

    def change(node: Node) -> Node | None:
        if node["t"] == "Image":
            name, alternative, _ = picture_attributes(node)
            target = [quote(f"{folder}/{name}"), ""]
            return {"t": "Image", "c": [["", [], []], inlines(alternative), target]}
        return None

    blocks = _title_page(document) + rewritten(document.blocks, change)
    text = run(_ARGUMENTS, document.tree(blocks), check=check)
    pictures = {
        f"{folder}/{name}": (document.stage / name).read_bytes() for name in document.pictures
    }
    return Written(text, beside=pictures)


def _title_page(document: CleanDocument) -> list[Node]:
    source = document.source
    said = ", ".join(filter(None, (source.subtitle, source.author, source.date)))
    title = {"t": "Header", "c": [0, ["", [], []], inlines(source.title)]}
    return [title, {"t": "Para", "c": inlines(said)}]
