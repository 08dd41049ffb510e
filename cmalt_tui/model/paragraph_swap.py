"""Swaps a paragraph with the one above or below it."""

from collections.abc import Sequence
from typing import NamedTuple

from cmalt_tui.model.markdown_units import units


class Swap(NamedTuple):
    """Two paragraphs that change places.

    Attributes:
        first: The first line that changes.
        last: The last line that changes.
        lines: What these lines become.
        shift: How many lines further down the paragraph is that was meant.
    """

    first: int
    last: int
    lines: list[str]
    shift: int


def swapped_paragraphs(lines: Sequence[str], first: int, last: int, *, down: bool) -> Swap | None:
    """Swap the paragraphs that some lines belong to with the one above or below them.

    Code between fences moves as one, with its blank lines; the gap between the two stays.

    Args:
        lines: The lines of the text.
        first: The first line that is meant.
        last: The last line that is meant.
        down: Swap with the one below instead of the one above.

    Returns:
        None if no paragraph is meant, or there is none to swap with.
    """
    stretches = _stretches(lines)
    meant = [one for one in stretches if one[0] <= last and first <= one[1]]
    if not meant:
        return None
    top, bottom = meant[0][0], meant[-1][1]
    others = [one for one in stretches if (one[0] > bottom if down else one[1] < top)]
    if not others:
        return None
    start, end = others[0] if down else others[-1]
    moved, other = list(lines[top : bottom + 1]), list(lines[start : end + 1])
    if down:
        return Swap(top, end, [*other, *lines[bottom + 1 : start], *moved], end - bottom)
    return Swap(start, bottom, [*moved, *lines[end + 1 : top], *other], start - top)


def _stretches(lines: Sequence[str]) -> list[tuple[int, int]]:
    """The paragraphs, lists, tables and blocks of code, by their first and last lines."""
    found: list[tuple[int, int]] = []
    for unit in units(lines):
        if found and found[-1][1] == unit.first - 1:
            found[-1] = (found[-1][0], unit.last)
        else:
            found.append((unit.first, unit.last))
    return found
