"""Where paragraphs begin, for moving through a text by paragraphs."""

from collections.abc import Sequence


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


def _begins(lines: Sequence[str], row: int) -> bool:
    return bool(lines[row].strip()) and (row == 0 or not lines[row - 1].strip())
