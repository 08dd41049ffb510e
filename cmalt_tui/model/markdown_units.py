"""The units of a Markdown text that a sentence or an emphasis never reaches across."""

import re
from collections.abc import Iterator, Sequence
from enum import Enum
from functools import cache
from typing import NamedTuple


class UnitKind(Enum):
    """What a unit is."""

    TEXT = "text"
    HEADING = "heading"
    ITEM = "item"
    TABLE_ROW = "table row"
    CODE = "code"
    RULE = "rule"


class Unit(NamedTuple):
    """Some lines that belong together: a paragraph, a heading, one item of a list.

    Attributes:
        kind: What it is.
        first: Its first line.
        last: Its last line.
        start: The column on the first line where its text begins, behind ``##``, ``-`` or ``>``.
    """

    kind: UnitKind
    first: int
    last: int
    start: int


def units(lines: Sequence[str]) -> Iterator[Unit]:
    """Part a text into units, in order; blank lines belong to none.

    Args:
        lines: The lines of a Markdown text.
    """
    row = 0
    while row < len(lines):
        if not lines[row].strip():
            row += 1
            continue
        unit = _unit_at(lines, row)
        yield unit
        row = unit.last + 1


def marker_length(line: str) -> int:
    """How many characters stand before the text of a line: quotation, heading and list marks."""
    found = _marker().match(line)
    return found.end() if found else 0


def fence_of(line: str) -> str:
    """The fence with which a line opens or closes a block of code; empty if it does not."""
    found = _fence().match(line)
    return found[1] if found else ""


def _unit_at(lines: Sequence[str], row: int) -> Unit:
    line = lines[row]
    fence = fence_of(line)
    if fence:
        return Unit(UnitKind.CODE, row, _fence_end(lines, row, fence), 0)
    kind, start = _kind(line), marker_length(line)
    last = row
    if kind in (UnitKind.TEXT, UnitKind.ITEM):
        while last + 1 < len(lines) and _goes_on(lines[last + 1]):
            last += 1
    return Unit(kind, row, last, start)


def _fence_end(lines: Sequence[str], row: int, fence: str) -> int:
    for last in range(row + 1, len(lines)):
        closing = fence_of(lines[last])
        if closing.startswith(fence) and not lines[last].strip().strip(fence[0]):
            return last
    return len(lines) - 1


def _goes_on(line: str) -> bool:
    """Whether a line goes on with the paragraph or the item above it."""
    return bool(line.strip(" \t>")) and not fence_of(line) and _kind(line) is UnitKind.TEXT


def _kind(line: str) -> UnitKind:
    text = line.lstrip(" \t>")
    if text.startswith("#") and text.lstrip("#")[:1] in (" ", "\t", ""):
        return UnitKind.HEADING
    if text.startswith("|"):
        return UnitKind.TABLE_ROW
    if _rule().fullmatch(text):
        return UnitKind.RULE
    return UnitKind.ITEM if _item().match(text) else UnitKind.TEXT


@cache
def _item() -> re.Pattern[str]:
    return re.compile(r"(?:[-*+]|\d{1,9}[.)])(?:[ \t]+|$)")


@cache
def _marker() -> re.Pattern[str]:
    return re.compile(
        r"(?:[ \t]*>[ \t]?)*[ \t]*"
        r"(?:#{1,6}[ \t]+|(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)+(?:\[[ xX]\][ \t]+)?)?"
    )


@cache
def _rule() -> re.Pattern[str]:
    return re.compile(r"(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|=+[ \t]*")


@cache
def _fence() -> re.Pattern[str]:
    return re.compile(r"[ \t>]*(`{3,}|~{3,})")
