"""Marks in a text what a search found, and the one place that is at hand."""

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence

from rich.style import Style
from rich.text import Text
from textual.app import App
from textual.color import Color

from cmalt_tui.model.text_search import Match
from cmalt_tui.ui.editor.prose_editor import ProseEditor


class FoundMarks:
    """Underlines matches; the one at hand stands on the ground of the accent, in bold."""

    def __init__(self, editor: ProseEditor, look_again: Callable[[], None]) -> None:
        """Begin with nothing marked.

        Args:
            editor: The text.
            look_again: Called when the text is another one than before.
        """
        self._editor = editor
        self._look_again = look_again
        self._spans: Mapping[int, list[tuple[int, int, bool]]] = {}

    def show(self, text: str, matches: Sequence[Match], at: int | None) -> None:
        """Mark matches in a text.

        Args:
            text: The text as it was searched.
            matches: What was found in it.
            at: Which of them is at hand.
        """
        starts = [0]
        starts += [place + 1 for place, sign in enumerate(text) if sign == "\n"]
        spans: dict[int, list[tuple[int, int, bool]]] = {}
        for number, match in enumerate(matches):
            row = bisect_right(starts, match.start) - 1
            while row < len(starts) and starts[row] < max(match.end, match.start + 1):
                start = max(0, match.start - starts[row])
                spans.setdefault(row, []).append((start, match.end - starts[row], number == at))
                row += 1
        if spans or self._spans:
            self._spans = spans
            self._editor.paint_marks()

    def mark(self, line: Text, row: int) -> None:
        """Style the matches of a line."""
        there = self._spans.get(row)
        if there:
            other, at_hand = _styles(self._editor.app)
            for start, end, is_at_hand in there:
                line.stylize(at_hand if is_at_hand else other, start, end)

    def text_changed(self) -> None:
        """Have the text searched again."""
        self._look_again()


def _styles(app: App[object]) -> tuple[Style, Style]:
    """How a match and the match at hand look, also where there are no colours."""
    if app.no_color or app.native_ansi_color:
        return Style(underline=True), Style(underline=True, reverse=True, bold=True)
    drawn = app.theme_variables
    accent, ground = (Color.parse(drawn[name]).rich_color for name in ("accent", "background"))
    return Style(underline=True, color=accent), Style(bold=True, color=ground, bgcolor=accent)
