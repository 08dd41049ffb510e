"""Puts marks before lines of Markdown, or takes them off: lists, quotations, headings."""

import re
from collections.abc import Callable, Sequence
from functools import cache

from cmalt_tui.model.markdown_units import marker_length


def with_bullets(lines: Sequence[str]) -> list[str]:
    """Make lines a list, or plain lines again if all of them are in one."""
    return _toggled(lines, "bullet", lambda number: "- ")


def with_numbers(lines: Sequence[str]) -> list[str]:
    """Make lines a numbered list, counted from 1, or plain lines again if all of them are."""
    return _toggled(lines, "number", lambda number: f"{number}. ")


def with_quotation(lines: Sequence[str]) -> list[str]:
    """Make lines a quotation, or plain lines again if all of them are."""
    written = [line for line in lines if line.strip()]
    if written and all(line.startswith(">") for line in written):
        return [re.sub(r"^> ?", "", line) for line in lines]
    return [f"> {line}" if line.strip() else ">" for line in lines]


def with_next_heading(line: str) -> str:
    """Make a line a heading, one level lower each time, and plain again in the end.

    Two marks are the highest: a section's own heading stands above them, and the export puts the
    highest heading of a text just below that.
    """
    marker = marker_length(line)
    level = line[:marker].count("#")
    return {0: "## ", 1: "## ", 2: "### "}.get(level, "") + line[marker:]


def renumbered(lines: Sequence[str], row: int) -> tuple[int, list[str]]:
    """Count the items of the numbered list anew that a line belongs to.

    Args:
        lines: The lines of the text.
        row: A line of the list.

    Returns:
        The first line that was looked at, and what the lines from there on become.
    """
    indent = _indent(lines[row])
    first, last = row, row
    while first > 0 and _in_list(lines[first - 1], indent):
        first -= 1
    while last + 1 < len(lines) and _in_list(lines[last + 1], indent):
        last += 1
    number: int | None = None
    counted = []
    for line in lines[first : last + 1]:
        found = _numbered().match(line)
        if found and _indent(line) == indent:
            number = int(found["number"]) if number is None else number + 1
            line = f"{found['indent']}{number}{found['mark']}{line[found.end('mark') :]}"
        counted.append(line)
    return first, counted


def _toggled(lines: Sequence[str], kind: str, mark: Callable[[int], str]) -> list[str]:
    items = [_item().match(line) for line in lines]
    written = [found for line, found in zip(lines, items, strict=True) if line.strip() and found]
    if written and all(found[kind] is not None for found in written):
        return [
            found["indent"] + line[found.end() :] if found and found[kind] else line
            for line, found in zip(lines, items, strict=True)
        ]
    changed, number = [], 0
    for line, found in zip(lines, items, strict=True):
        if line.strip() and found:
            number += 1
            line = found["indent"] + mark(number) + line[found.end() :]
        changed.append(line)
    return changed


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" \t>"))


def _in_list(line: str, indent: int) -> bool:
    if not line.strip():
        return False
    return _indent(line) > indent or (_indent(line) == indent and bool(_numbered().match(line)))


@cache
def _item() -> re.Pattern[str]:
    return re.compile(
        r"(?P<indent>[ \t>]*)"
        r"(?:(?P<bullet>[-*+][ \t]+)|(?P<number>\d{1,9}[.)][ \t]+)|#{1,6}[ \t]+)?"
    )


@cache
def _numbered() -> re.Pattern[str]:
    return re.compile(r"(?P<indent>[ \t>]*)(?P<number>\d{1,9})(?P<mark>[.)])(?=[ \t]|$)")
