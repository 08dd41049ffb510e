"""What the modal keys do to a text: delete, change, copy, put, join."""

from textual.widgets import TextArea
from textual.widgets.text_area import Location, Selection

from cmalt_tui.ui.editor.clipboard import copy_text, keep_text
from cmalt_tui.ui.editor.clusters import boundary_after
from cmalt_tui.ui.editor.modal_motions import last_place
from cmalt_tui.ui.editor.one_step import replace_stretch


def operate(area: TextArea, operator: str, start: Location, end: Location) -> None:
    """Delete, change or copy a stretch.

    Args:
        area: The text.
        operator: ``d``, ``c`` or ``y``.
        start: Where the stretch begins.
        end: Where it ends.
    """
    text = area.get_text_range(start, end)
    if operator == "y":
        copy_text(area.app, text)
        area.move_cursor(start)
        return
    keep_text(area.app, text)
    replace_stretch(area, start, end, "", Selection.cursor(start))


def operate_on_lines(area: TextArea, operator: str, first: int, last: int) -> None:
    """Delete, change or copy whole lines; what is kept ends with a line end, by which put knows."""
    lines = area.document.lines
    last = min(last, len(lines) - 1)
    text = "\n".join(lines[first : last + 1]) + "\n"
    if operator == "y":
        copy_text(area.app, text)
        return
    keep_text(area.app, text)
    start, end = (first, 0), (last, len(lines[last]))
    if operator == "d" and last + 1 < len(lines):
        end = (last + 1, 0)
    elif operator == "d" and first > 0:
        start = (first - 1, len(lines[first - 1]))
    replace_stretch(area, start, end, "", Selection.cursor((min(first, start[0]), 0)))


def put(area: TextArea, *, before: bool, count: int) -> None:
    """Put in what was deleted or copied last, at the cursor or on lines of its own."""
    text = area.app.clipboard
    row, column = area.cursor_location
    if not text:
        return
    if text.endswith("\n"):
        whole = (text * count)[:-1]
        if before:
            place, new, at = (row, 0), whole + "\n", (row, 0)
        else:
            place, new, at = (row, len(area.document[row])), "\n" + whole, (row + 1, 0)
        replace_stretch(area, place, place, new, Selection.cursor(at))
        return
    line = area.document[row]
    place = (row, column if before or not line else boundary_after(line, column))
    new = text * count
    rows = new.count("\n")
    end = len(new) - new.rfind("\n") - 1 if rows else place[1] + len(new)
    replace_stretch(area, place, place, new, Selection.cursor((row + rows, max(0, end - 1))))


def open_line(area: TextArea, *, above: bool) -> None:
    """Make an empty line below or above the cursor's, and go there."""
    row = area.cursor_location[0]
    place = (row, 0) if above else (row, len(area.document[row]))
    at = (row, 0) if above else (row + 1, 0)
    replace_stretch(area, place, place, "\n", Selection.cursor(at))


def join_lines(area: TextArea, count: int) -> None:
    """Join the line with the next ones, with a space between."""
    row = area.cursor_location[0]
    lines = area.document.lines
    last = min(row + max(1, count - 1), len(lines) - 1)
    if last > row:
        first = lines[row].rstrip()
        rest = " ".join(line.strip() for line in lines[row + 1 : last + 1])
        joined = f"{first} {rest}".rstrip()
        cursor = Selection.cursor((row, min(len(first), max(0, len(joined) - 1))))
        replace_stretch(area, (row, 0), (last, len(lines[last])), joined, cursor)


def stay_on_text(area: TextArea) -> None:
    """Put the cursor on the last character where it is behind it."""
    row, column = area.cursor_location
    line = area.document[row]
    if column >= len(line) > 0:
        area.selection = Selection.cursor((row, last_place(line)))
