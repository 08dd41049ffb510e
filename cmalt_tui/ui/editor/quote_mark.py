"""Marks in a text the words that a finding or a question is about, until they are changed."""

from rich.style import Style
from rich.text import Text

from cmalt_tui.model.text_address import TextAddress
from cmalt_tui.ui.editor.one_edit import location_of
from cmalt_tui.ui.editor.prose_editor import ProseEditor


class QuoteMark:
    """Underlines one stretch. It is no selection: a letter that is typed must not replace it."""

    def __init__(self, editor: ProseEditor, start: int, end: int) -> None:
        """Mark a stretch of the text that the editor shows now, in characters."""
        self._editor = editor
        self._address: TextAddress | None = editor.address
        self._text = editor.text
        self._start = location_of(self._text, start)
        self._end = location_of(self._text, end)
        editor.line_marker = self
        editor.paint_marks()

    def mark(self, line: Text, row: int) -> None:
        """Style what belongs to the stretch in a line."""
        if self._start[0] <= row <= self._end[0]:
            first = self._start[1] if row == self._start[0] else 0
            last = self._end[1] if row == self._end[0] else len(line)
            line.stylize(Style(underline=True, bold=True), first, last)

    def text_changed(self) -> None:
        """Go away with the words, or when another text is shown."""
        if (self._editor.address, self._editor.text) != (self._address, self._text):
            self._editor.line_marker = None
            self._editor.paint_marks()
