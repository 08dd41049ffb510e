"""Goes to the start of a sentence."""

from collections.abc import Iterator

from textual.widgets import TextArea
from textual.widgets.text_area import Location

from cmalt_tui.model.paragraphs import next_paragraph, previous_paragraph
from cmalt_tui.model.sentences import sentences
from cmalt_tui.ui.editor.exact_text_area import ExactTextArea
from cmalt_tui.ui.editor.one_edit import location_of


def sentence_left(area: ExactTextArea) -> None:
    """Go to the start of the sentence, or of the one before."""
    at = area.cursor_location
    top = previous_paragraph(area.document.lines, at)
    starts = [start for start in _starts(area, top, at[0] + 1) if start < at]
    if not starts:
        # The cursor is at the first sentence of its paragraph, or at the mark before it.
        top = previous_paragraph(area.document.lines, (top, 0))
        starts = [start for start in _starts(area, top, at[0] + 1) if start < at]
    area.move_cursor(starts[-1] if starts else (top, 0))


def sentence_right(area: ExactTextArea) -> None:
    """Go to the start of the next sentence, or to the end of the text."""
    at = area.cursor_location
    lines = area.document.lines
    top = previous_paragraph(lines, (at[0], at[1] + 1))
    following = next_paragraph(lines, at[0])
    bottom = next_paragraph(lines, following) if following is not None else None
    starts = _starts(area, top, bottom if bottom is not None else len(lines))
    area.move_cursor(next((start for start in starts if start > at), area.document.end))


def _starts(area: TextArea, first: int, end: int) -> Iterator[Location]:
    text = "\n".join(area.document.lines[first:end])
    for sentence in sentences(text):
        row, column = location_of(text, sentence.start)
        yield first + row, column
