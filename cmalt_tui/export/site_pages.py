"""Cuts a document into the pages of a site, and turns its links into links between them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from cmalt_tui.export.clean_document import CleanDocument
from cmalt_tui.export.nodes import rewritten
from cmalt_tui.pandoc.tree import Node, plain_text, walk

HOME = "index.html"
EVIDENCE_PAGE = "evidence.html"
_AREA = "area-"
_LIST = "list-of-evidence"
_BEARERS = ("Header", "Span", "Div", "Figure")


@dataclass
class SitePage:
    """A page of the site.

    Attributes:
        file: Its name.
        title: Its heading; empty for the home page, whose heading is the document's title.
        identifier: By which links within the document lead to its heading.
        level: The level in the document of that heading.
        area: The title of the area that it belongs to.
    """

    file: str
    title: str = ""
    identifier: str = ""
    level: int = 0
    area: str = ""
    blocks: list[Node] = field(default_factory=list)


def site_pages(document: CleanDocument) -> list[SitePage]:
    """The pages in the order in which they are read: home, a page a section, the evidence."""
    pages = list(_cut(document))
    places = {identifier: page.file for page in pages for identifier in _identifiers(page)}
    for page in pages:
        page.blocks = rewritten(page.blocks, _leading_to(places, pages, page.file))
    return pages


def _cut(document: CleanDocument) -> Iterator[SitePage]:
    home = SitePage(HOME)
    pages: list[SitePage] = []
    here, section, area = home, "", ""
    for piece, blocks in document.by_piece:
        heading = next((block["c"] for block in blocks if block["t"] == "Header"), None)
        if piece.section and piece.section != section:
            here = _opened(_file_of(piece.section), heading, blocks)
            here.area = area if here.level > 1 else ""
            pages.append(here)
        elif not piece.section and heading is not None:
            identifier, area = heading[1][0], ""
            here = home
            if identifier.startswith(_AREA):
                area = plain_text(heading[2])
            elif identifier == _LIST:
                here = _opened(EVIDENCE_PAGE, heading, blocks)
                pages.append(here)
            else:
                home.blocks += blocks
        else:
            here.blocks += blocks
        section = piece.section
    yield home
    yield from pages


def _opened(file: str, heading: Any, blocks: Sequence[Node]) -> SitePage:
    """A page whose first heading becomes its title."""
    if heading is None:
        return SitePage(file, blocks=list(blocks))
    level, (identifier, _, _), inlines = heading
    rest = [block for block in blocks if block.get("c") is not heading]
    return SitePage(file, plain_text(inlines), identifier, level, blocks=rest)


def _file_of(section: str) -> str:
    file = f"{section}.html"
    return f"section-{file}" if file.lower() in (HOME, EVIDENCE_PAGE) else file


def _identifiers(page: SitePage) -> Iterator[str]:
    if page.identifier:
        yield page.identifier
    for node in walk(tuple(page.blocks)):
        if node["t"] in _BEARERS:
            identifier = node["c"][1 if node["t"] == "Header" else 0][0]
            if identifier:
                yield identifier


def _leading_to(places: dict[str, str], pages: Iterable[SitePage], here: str) -> Any:
    tops = {page.identifier for page in pages}

    def change(node: Node) -> Node | None:
        if node["t"] != "Link" or not node["c"][2][0].startswith("#"):
            return None
        wanted = node["c"][2][0][1:]
        page = places.get(wanted, HOME)
        mark = "" if page != here and (wanted in tops or wanted not in places) else f"#{wanted}"
        target = mark if page == here else f"{page}{mark}"
        return {"t": "Link", "c": [node["c"][0], node["c"][1], [target, ""]]}

    return change
