"""Gives every heading and anchor of the document an identifier that is unique and short."""

from collections.abc import Sequence

from cmalt_tui.export.parsing import unscoped
from cmalt_tui.export.piece import Piece
from cmalt_tui.pandoc.tree import Node, walk

_LONGEST = 40  # Word's limit for bookmarks
_BEARERS = ("Header", "Span", "Div", "Figure")


def identifiers(
    pieces: Sequence[Piece], blocks: Sequence[Sequence[Node]]
) -> tuple[dict[str, str], ...]:
    """Say for every piece what its identifiers become.

    Args:
        pieces: The pieces; the frame's identifiers stay, a text's own get the name of its section.
        blocks: What was parsed of each piece.

    Returns:
        For each piece, the identifier as written to the one that it takes in the document.
    """
    framed = [
        _written(found) if piece.below is None else []
        for piece, found in zip(pieces, blocks, strict=True)
    ]
    taken = {identifier for found in framed for identifier in found}
    return tuple(
        {identifier: identifier for identifier in frame}
        if piece.below is None
        else {old: _free(f"{piece.identifier}-{old}", taken) for old in _written(found)}
        for piece, found, frame in zip(pieces, blocks, framed, strict=True)
    )


def bearer_attributes(node: Node) -> list[object] | None:
    """The attributes of a node that may bear an identifier; None for all others."""
    if node["t"] not in _BEARERS:
        return None
    attributes: list[object] = node["c"][1 if node["t"] == "Header" else 0]
    return attributes


def _written(blocks: Sequence[Node]) -> list[str]:
    found = (bearer_attributes(node) for node in walk(blocks))
    return list(dict.fromkeys(unscoped(str(a[0])) for a in found if a is not None and a[0]))


def _free(wanted: str, taken: set[str]) -> str:
    cut = "".join(sign if sign.isalnum() or sign in "-_." else "-" for sign in wanted)[:_LONGEST]
    number, free = 1, cut
    while free in taken:
        number += 1
        free = f"{cut[: _LONGEST - 1 - len(str(number))]}-{number}"
    taken.add(free)
    return free
