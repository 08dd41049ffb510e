"""Where paragraphs begin and end: for moving by them, and for what the one at hand says."""

from collections.abc import Sequence

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
