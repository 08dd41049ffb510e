"""A document as a row of stretches: a heading, whatever made it one, and the blocks below it."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from cmalt_tui.intake.mapping.part_names import part_of
from cmalt_tui.pandoc.tree import Node, plain_text, walk

_LONGEST_HEADING = 25
_LONGEST_PSEUDO = 16
_RUN_IN = 6


@dataclass
class Stretch:
    """A heading with the blocks up to the next one.

    Attributes:
        heading: Its text; empty at the start of a document.
        level: 1 to 6 for a real heading; 0 for a paragraph that serves as one.
        header: The block that holds it; None at the start of a document.
    """

    heading: str
    level: int
    header: Node | None = None
    blocks: list[Node] = field(default_factory=list)


def cut(blocks: Iterable[Node], names_a_place: Callable[[str, bool], bool]) -> list[Stretch]:
    """Cut blocks into stretches.

    Args:
        blocks: The cleaned blocks of a document, in a row.
        names_a_place: Says of a short paragraph whether it names a section or a part; the second
            argument tells whether all of it is set in bold.

    Returns:
        The stretches in order; the first has no heading and may be empty.
    """
    stretches = [Stretch("", 0)]
    for block in blocks:
        text = plain_text(block) if block["t"] in ("Header", "Para", "Plain") else ""
        if block["t"] == "Header" and _is_heading(block, text):
            stretches.append(Stretch(" ".join(text.split()), block["c"][0], block))
        elif block["t"] == "Header":
            stretches[-1].blocks.append({"t": "Para", "c": block["c"][2]})
        elif text and _serves_as_heading(block, text, names_a_place):
            stretches.append(Stretch(" ".join(text.split()), 0, {"t": "Para", "c": block["c"]}))
        elif text and (split := _run_in(block)):
            header = {"t": "Para", "c": block["c"][:1]}
            stretches.append(Stretch(split[0], 0, header, [split[1]]))
        else:
            stretches[-1].blocks.append(block)
    return stretches


def in_a_row(blocks: Iterable[Node]) -> Iterator[Node]:
    """Take blocks out of what only arranges them on a page: divisions and layout tables."""
    for block in blocks:
        if block["t"] == "Div":
            yield from in_a_row(block["c"][1])
        elif block["t"] == "Table" and _is_layout(block):
            yield from in_a_row(_cell_blocks(block))
        else:
            yield block


def _is_heading(block: Node, text: str) -> bool:
    return bool(text) and len(text.split()) <= _LONGEST_HEADING and not _has_picture(block)


def _serves_as_heading(block: Node, text: str, names_a_place: Callable[[str, bool], bool]) -> bool:
    if len(text.split()) > _LONGEST_PSEUDO or "\n" in text.strip() or _has_picture(block):
        return False
    return names_a_place(" ".join(text.split()), _all_bold(block["c"]))


def _all_bold(inlines: list[Node]) -> bool:
    shown = [node for node in inlines if node["t"] not in ("Space", "SoftBreak", "LineBreak")]
    if len(shown) == 1 and shown[0]["t"] in ("Emph", "Underline"):
        return _all_bold(shown[0]["c"])
    if len(shown) == 1 and shown[0]["t"] == "Span":
        return _all_bold(shown[0]["c"][1])
    return bool(shown) and all(
        node["t"] == "Strong" or not plain_text(node).strip(" :.–-") for node in shown
    )


def _run_in(block: Node) -> tuple[str, Node] | None:
    """Split ``**Reflection:** text`` into the part's name and the text."""
    inlines = block["c"]
    if not inlines or inlines[0]["t"] not in ("Strong", "Emph", "Underline"):
        return None
    name = plain_text(inlines[0]).strip()
    rest = inlines[1:]
    after = plain_text(rest[:1])
    marked = (
        name.endswith((":", ".", "–", "-"))
        or re.match(r"\s*[:–-]", after)
        or rest[:1] == [{"t": "LineBreak"}]
    )
    if not marked or len(name.split()) > _RUN_IN or not part_of(name):
        return None
    while rest and (
        rest[0]["t"] in ("Space", "SoftBreak", "LineBreak")
        or plain_text(rest[0]) in (":", "–", "-")
    ):
        rest = rest[1:]
    return name, {"t": block["t"], "c": rest}


def _has_picture(block: Node) -> bool:
    return any(node["t"] == "Image" for node in walk(block))


def _rows(table: Node) -> list[list[list[Node]]]:
    _, _, _, head, bodies, foot = table["c"]
    rows = [*head[1], *(row for body in bodies for row in (*body[2], *body[3])), *foot[1]]
    return [[cell[4] for cell in row[1]] for row in rows]


def _is_layout(table: Node) -> bool:
    """Whether a table only arranges text: one column, or cells that hold whole texts."""
    rows = _rows(table)
    if max((len(row) for row in rows), default=0) <= 1:
        return True
    cells = [cell for row in rows for cell in row if cell]
    if any(block["t"] not in ("Plain", "Para") for cell in cells for block in cell):
        return True
    return any(len(cell) > 1 for cell in cells) or any(
        len(plain_text(cell).split()) > 60 or part_of(plain_text(cell)) for cell in cells
    )


def _cell_blocks(table: Node) -> Iterator[Node]:
    caption = table["c"][1][1]
    for block in [*caption, *(block for row in _rows(table) for cell in row for block in cell)]:
        yield {"t": "Para", "c": block["c"]} if block["t"] == "Plain" else block
