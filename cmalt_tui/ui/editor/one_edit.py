"""Makes one edit, as small as it can be, out of two versions of a text; rows, columns, offsets."""

from collections.abc import Sequence
from typing import NamedTuple

Location = tuple[int, int]


class OneEdit(NamedTuple):
    """What leads from one version to the other: a stretch, and what stands in its place."""

    start: Location
    end: Location
    removed: str
    inserted: str


def one_edit(before: str, after: str) -> OneEdit:
    """Find the shortest stretch whose replacement turns one version of a text into another.

    Args:
        before: A text.
        after: Another version of it.
    """
    start = _same_at_start(before, after)
    at_end = _same_at_start(before[start:][::-1], after[start:][::-1])
    end = len(before) - at_end
    return OneEdit(
        location_of(before, start),
        location_of(before, end),
        before[start:end],
        after[start : len(after) - at_end],
    )


def location_of(text: str, offset: int) -> Location:
    """Turn a number of characters into a row and a column."""
    return text.count("\n", 0, offset), offset - (text.rfind("\n", 0, offset) + 1)


def offset_of(lines: Sequence[str], location: Location) -> int:
    """Turn a row and a column into a number of characters from the start of the text."""
    row, column = location
    return sum(map(len, lines[:row])) + row + column


def _same_at_start(one: str, other: str) -> int:
    """Count the characters that are the same, by halves: comparing whole stretches is quick."""
    least, most = 0, min(len(one), len(other))
    while least < most:
        middle = (least + most + 1) // 2
        if one[least:middle] == other[least:middle]:
            least = middle
        else:
            most = middle - 1
    return least
