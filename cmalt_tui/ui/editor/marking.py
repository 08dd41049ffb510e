"""Marks the word or the paragraph at a place of a text."""

from textual.document._document import Location, Selection
from textual.widgets import TextArea

from cmalt_tui.model.paragraphs import paragraph_bounds
from cmalt_tui.ui.editor.prose_words import word_at


def mark_word(area: TextArea, at: Location) -> None:
    """Mark the word at a place, if there is one."""
    row, column = at
    word = word_at(area.document[row], column)
    if word is not None:
        area.selection = Selection((row, word[0]), (row, word[1]))
        area.record_cursor_width()


def mark_paragraph(area: TextArea, at: Location) -> None:
    """Mark the paragraph at a place, if there is one."""
    bounds = paragraph_bounds(area.document.lines, at[0])
    if bounds is not None:
        first, last = bounds
        area.selection = Selection((first, 0), (last, len(area.document[last])))
        area.record_cursor_width()
