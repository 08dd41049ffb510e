"""Takes off a document of this program what the export puts around the texts."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from cmalt_tui.intake.mapping.cleaning import Removed
from cmalt_tui.intake.mapping.own_evidence import is_own_entry, is_own_line
from cmalt_tui.model.framework import Framework
from cmalt_tui.pandoc.tree import Node, plain_text
from cmalt_tui.plain_text import clean_line

TITLE_PAGE = "title page"
PRINCIPLES_LIST = "list of principles"
EVIDENCE_LIST = "list of evidence"
CONTENTS_LIST = "list of contents"
# What is in these is made of the portfolio itself: nothing of it has to be kept besides.
MADE_KINDS = (TITLE_PAGE, CONTENTS_LIST, PRINCIPLES_LIST, EVIDENCE_LIST)
_LIST_HEADING = "List of evidence"
_FOOTNOTES = "Footnotes"
_LIST_HEADS = ["No.", "Title", "Kind", "Date", "Used in"]
_DAY = r"\d{1,2} [A-Z][a-z]+ \d{4}"
_MOST_OF_TITLE_PAGE = 4


@dataclass(frozen=True)
class OwnFrame:
    """A document's blocks without the frame, and what that said.

    Attributes:
        is_own: Whether the document is one that this program wrote.
    """

    blocks: tuple[Node, ...]
    removed: tuple[Removed, ...] = ()
    title: str = ""
    author: str = ""
    is_own: bool = False


def without_own_frame(blocks: Sequence[Node], framework: Framework) -> OwnFrame:
    """Tell a document of this program by its marks, and take its frame off.

    Args:
        blocks: The cleaned blocks of a document, in a row.
        framework: Says how the title page and the list of principles begin.
    """
    title, author, first = _title_page(blocks, framework)
    removed = [Removed(TITLE_PAGE, block) for block in blocks[:first]]
    kept: list[Node] = []
    marked = False
    number = first
    while number < len(blocks):
        block = blocks[number]
        below = blocks[number + 1] if number + 1 < len(blocks) else None
        if kind := _list_at(block, below, framework):
            taken = [one for one in (block, below) if one is not None]
            removed += [Removed(kind, one) for one in taken]
            number += len(taken)
            continue
        if block["t"] == "Header" and below is None and _text(block) == _FOOTNOTES:
            removed.append(Removed(EVIDENCE_LIST, block))
        else:
            marked = marked or is_own_line(block) or is_own_entry(block)
            kept.append(block)
        number += 1
    if not (removed or marked):
        return OwnFrame(tuple(blocks))
    return OwnFrame(tuple(kept), tuple(removed), title, author, is_own=True)


def _title_page(blocks: Sequence[Node], framework: Framework) -> tuple[str, str, int]:
    """The title, the author, and how many blocks they take; nothing where there is none."""
    if len(blocks) < 2 or blocks[0]["t"] != "Header" or blocks[1]["t"] != "Para":
        return "", "", 0
    about = _text(blocks[1])
    subtitle = next((one for one in _subtitles(framework) if about.startswith(one)), "")
    if not subtitle:
        return "", "", 0
    said = about.removeprefix(subtitle).lstrip(", ")
    taken = 2
    while taken < min(len(blocks), _MOST_OF_TITLE_PAGE) and not re.search(rf"{_DAY}$", said):
        if blocks[taken]["t"] != "Para":
            return "", "", 0
        said = f"{said}, {_text(blocks[taken])}".lstrip(", ")
        taken += 1
    if not re.search(rf"{_DAY}$", said):
        return "", "", 0
    return _text(blocks[0]), re.sub(rf"(?:^|, ){_DAY}$", "", said), taken


def _subtitles(framework: Framework) -> list[str]:
    """What may stand below the title, the longest first."""
    longer = [f"{framework.title}, {pathway.title}" for pathway in framework.pathways]
    return sorted([framework.title, *longer], key=len, reverse=True)


def _list_at(block: Node, below: Node | None, framework: Framework) -> str:
    if block["t"] != "Header" or below is None:
        return ""
    text = _text(block)
    if below["t"] == "Table" and text == _LIST_HEADING:
        heads = [_text(cell[4]) for row in below["c"][3][1] for cell in row[1]]
        return EVIDENCE_LIST if heads == _LIST_HEADS else ""
    if below["t"] == "BulletList" and text == (framework.principles_title or "Principles"):
        known = {principle.code for principle in framework.principles}
        firsts = {_text(item).partition(" ")[0] for item in below["c"]}
        return PRINCIPLES_LIST if firsts <= known else ""
    return ""


def _text(value: object) -> str:
    return clean_line(plain_text(value))
