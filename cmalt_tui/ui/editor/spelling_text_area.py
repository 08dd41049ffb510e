"""A text area that underlines words whose spelling is doubtful."""

from typing import Any

from rich.text import Text
from textual.widgets.text_area import Edit, EditResult

from cmalt_tui.settings.settings import Settings
from cmalt_tui.ui.editor.grapheme_text_area import GraphemeTextArea


class SpellingTextArea(GraphemeTextArea, inherit_bindings=False):
    """Underlines doubtful words, once something tells it which they are.

    Attributes:
        doubtful: The `DoubtfulMarks`, which load after the first frame; None while nothing is
            checked.
        spelling_loader: The `SpellingLoader`, which comes with them.
    """

    doubtful: Any = None
    spelling_loader: Any = None

    def settings_changed(self, settings: Settings) -> None:
        """Check by another spelling, or no longer."""
        if self.spelling_loader is not None:
            self.spelling_loader.load(settings)

    def get_line(self, line_index: int) -> Text:
        """A line to be painted, with its doubtful words underlined."""
        line = super().get_line(line_index)
        if self.doubtful is not None:
            self.doubtful.mark(line, line_index)
        return line

    def edit(self, edit: Edit) -> EditResult:
        """Carry out an edit; the marks of its line move along."""
        result = super().edit(edit)
        if self.doubtful is not None:
            self.doubtful.edited(edit, result)
        return result

    def paint_marks(self) -> None:
        """Paint all lines anew, after what is marked in them has become something else.

        Textual 8.2.8 has no public way to forget lines that it has drawn, which a refresh alone
        would show again:
        https://github.com/Textualize/textual/blob/v8.2.8/src/textual/widgets/_text_area.py
        """
        self._line_cache.clear()
        self.refresh()

    def count_doubtful(self) -> int:
        """Check what was edited, and count what is doubtful; 0 while nothing is checked."""
        if self.doubtful is None:
            return 0
        if self.doubtful.check_again():
            self.paint_marks()
        count: int = self.doubtful.count()
        return count
