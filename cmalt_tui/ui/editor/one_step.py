"""Changes the text of an editor in one step of its undo, and goes to places in it."""

from cmalt_tui.ui.editor.one_edit import OneEdit, location_of, offset_of
from cmalt_tui.ui.editor.prose_editor import ProseEditor


def change_in_one_step(editor: ProseEditor, step: OneEdit) -> None:
    """Carry out an edit that undo takes back by itself, and have it taken over at once."""
    editor.history.checkpoint()
    editor.replace(step.inserted, step.start, step.end)
    editor.history.checkpoint()
    editor.tell_typed()


def go_to(editor: ProseEditor, offset: int) -> None:
    """Put the cursor at a character; the text moves only if that is out of sight."""
    place = location_of(editor.text, offset)
    editor.move_cursor(place)
    row = editor.wrapped_document.location_to_offset(place).y - editor.scroll_offset.y
    if not 0 <= row < editor.size.height - 1:
        editor.scroll_cursor_visible(center=True)


def cursor_offset(editor: ProseEditor) -> int:
    """How many characters stand before the cursor, or before what is marked."""
    return offset_of(editor.document.lines, min(editor.selection))
