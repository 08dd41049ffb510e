"""Goes on with a list on enter, and ends it on an item that has no text."""

import re
from functools import cache

from textual.widgets import TextArea
from textual.widgets.text_area import Selection

from cmalt_tui.model.line_marks import renumbered
from cmalt_tui.ui.editor.one_step import replace_rows


def go_on_with_list(area: TextArea) -> bool:
    """Begin the next item of the list that the cursor is in, or end the list at an empty item.

    Returns:
        Whether there was an item to go on with; if not, nothing was done.
    """
    row, column = area.cursor_location
    line = area.document[row]
    found = _item().match(line)
    if found is None or not area.selection.is_empty or column < found.end():
        return False
    if not line[found.end() :].strip():
        _end_list(area, row, found["indent"].rstrip(" \t"))
        return True
    mark = found["mark"]
    if found["number"]:
        mark = f"{int(found['number']) + 1}{mark[len(found['number']) :]}"
    box = "[ ] " if found["box"] else ""
    start = found["indent"] + mark + box
    lines = list(area.document.lines)
    kept = max(found.end(), len(line[:column].rstrip()))
    lines[row : row + 1] = [line[:kept], start + line[column:].lstrip()]
    cursor = Selection.cursor((row + 1, len(start)))
    first, last = row, row + 1
    if found["number"]:
        first, counted = renumbered(lines, row)
        lines[first : first + len(counted)] = counted
        last = first + len(counted) - 1
    replace_rows(area, first, last - 1, lines[first : last + 1], cursor)
    return True


def _end_list(area: TextArea, row: int, quoted: str) -> None:
    """Leave the list, with a blank line behind it: Markdown takes the next line for its own."""
    is_apart = row == 0 or not area.document[row - 1].strip(" \t>")
    lines = [quoted] if is_apart else [quoted, quoted]
    last = row + len(lines) - 1
    replace_rows(area, row, row, lines, Selection.cursor((last, len(quoted))))


@cache
def _item() -> re.Pattern[str]:
    return re.compile(
        r"(?P<indent>[ \t>]*)(?P<mark>(?:[-*+]|(?P<number>\d{1,8})[.)])[ \t]+)"
        r"(?P<box>\[[ xX]\][ \t]+)?"
    )
