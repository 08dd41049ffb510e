"""Gives every heading and anchor of the document an identifier that is unique and short."""

from collections.abc import Sequence
from typing import Any

from cmalt_tui.export.parsing import unscoped
from cmalt_tui.export.piece import Piece
from cmalt_tui.pandoc.tree import Node

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


def _written(blocks: Sequence[Node]) -> list[str]:
    """The identifiers of the nodes that may bear one, in their order."""
    found: dict[str, None] = {}
    waiting: list[Any] = [blocks]
    while waiting:
        part = waiting.pop()
        if isinstance(part, list):
            waiting.extend(reversed(part))
        elif isinstance(part, dict) and "c" in part:
            content = part["c"]
            if part["t"] in _BEARERS:
                identifier = content[1 if part["t"] == "Header" else 0][0]
                if identifier:
                    found[unscoped(identifier)] = None
            if not isinstance(content, str):
                waiting.append(content)
    return list(found)


def _free(wanted: str, taken: set[str]) -> str:
    cut = "".join(sign if sign.isalnum() or sign in "-_." else "-" for sign in wanted)[:_LONGEST]
    number, free = 1, cut
    while free in taken:
        number += 1
        free = f"{cut[: _LONGEST - 1 - len(str(number))]}-{number}"
    taken.add(free)
    return free
