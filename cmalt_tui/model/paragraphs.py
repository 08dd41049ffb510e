"""Where paragraphs begin and end: for moving by them, and for what the one at hand says."""

from collections.abc import Sequence
from typing import NamedTuple

from cmalt_tui.model.markdown_units import units
from cmalt_tui.plain_text import words

_TELLING_LENGTH = 4
_FEW_WORDS = 8
_LOOKED_AT = 4_000


def previous_paragraph(lines: Sequence[str], cursor: tuple[int, int]) -> int:
    """The line on which the paragraph at the cursor begins, or the one above it.

    Args:
        lines: The lines of the text; blank ones part paragraphs.
        cursor: Line and column of the cursor.
    """
    row, column = cursor
    starts = [number for number in range(row + 1) if _begins(lines, number)]
    before = [number for number in starts if number < row or column > 0]
    return before[-1] if before else 0


def next_paragraph(lines: Sequence[str], row: int) -> int | None:
    """The line on which the next paragraph begins; None if there is none."""
    return next((n for n in range(row + 1, len(lines)) if _begins(lines, n)), None)


def paragraph_bounds(lines: Sequence[str], row: int) -> tuple[int, int] | None:
    """The first and the last line of the paragraph that a line belongs to; None on a blank one."""
    if not lines[row].strip():
        return None
    first, last = row, row
    while first > 0 and lines[first - 1].strip():
        first -= 1
    while last + 1 < len(lines) and lines[last + 1].strip():
        last += 1
    return first, last


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


def telling_paragraph(lines: Sequence[str], row: int, whole: str) -> str:
    """The paragraph that a person is at, or the whole text where that one says too little yet.

    Args:
        lines: The lines of the text.
        row: The line of the cursor; on a blank one, the paragraph above it is meant.
        whole: The whole text.
    """
    paragraph = _paragraph_at(lines, row)
    said = {word.lower() for word in words(paragraph[:_LOOKED_AT]) if len(word) >= _TELLING_LENGTH}
    return paragraph if len(said) >= _FEW_WORDS else whole


def _paragraph_at(lines: Sequence[str], row: int) -> str:
    row = min(row, len(lines) - 1)
    while row > 0 and not lines[row].strip():
        row -= 1
    bounds = paragraph_bounds(lines, row)
    if bounds is None:
        return ""
    first, last = bounds
    return "\n".join(lines[first : last + 1]).strip()


def _begins(lines: Sequence[str], row: int) -> bool:
    return bool(lines[row].strip()) and (row == 0 or not lines[row - 1].strip())
