"""Changes a text so that one undo takes the change back, and goes to places in it."""

from collections.abc import Sequence

from textual.widgets import TextArea
from textual.widgets.text_area import Location, Selection

from cmalt_tui.ui.editor.one_edit import OneEdit, location_of, offset_of


def change_in_one_step(area: TextArea, step: OneEdit) -> None:
    """Carry out an edit that undo takes back by itself; what is marked moves along."""
    replace_stretch(area, step.start, step.end, step.inserted)


def selected_rows(area: TextArea) -> tuple[int, int]:
    """The first and the last line that is marked; a line of which nothing is marked is not."""
    start, end = sorted(area.selection)
    if end[0] > start[0] and end[1] == 0:
        return start[0], end[0] - 1
    return start[0], end[0]


def replace_rows(
    area: TextArea, first: int, last: int, new: Sequence[str], selection: Selection
) -> None:
    """Put other lines in the place of some.

    Args:
        area: The text.
        first: The first line that goes.
        last: The last line that goes.
        new: What comes instead.
        selection: What is marked afterwards, or where the cursor is.
    """
    replace_stretch(area, (first, 0), (last, len(area.document[last])), "\n".join(new), selection)


def replace_stretch(
    area: TextArea, start: Location, end: Location, new: str, selection: Selection | None = None
) -> None:
    """Put another text in the place of a stretch.

    Args:
        area: The text.
        start: Where the stretch begins.
        end: Where it ends.
        new: What comes instead; if it is the same, no step is made.
        selection: What is marked afterwards, or where the cursor is; None to have it move along.
    """
    if area.get_text_range(start, end) != new:
        area.history.checkpoint()
        area.replace(new, start, end)
        area.history.checkpoint()
    if selection is not None:
        area.selection = selection
        area.record_cursor_width()


def go_to(area: TextArea, offset: int) -> None:
    """Put the cursor at a character; the text moves only if that is out of sight."""
    place = location_of(area.text, offset)
    area.move_cursor(place)
    row = area.wrapped_document.location_to_offset(place).y - area.scroll_offset.y
    if not 0 <= row < area.size.height - 1:
        area.scroll_cursor_visible(center=True)


def cursor_offset(area: TextArea) -> int:
    """How many characters stand before the cursor, or before what is marked."""
    return offset_of(area.document.lines, min(area.selection))
