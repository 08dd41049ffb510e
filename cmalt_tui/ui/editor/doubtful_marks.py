"""Which words of the text at hand are doubtful, line by line; a key costs no check."""

from collections.abc import Sequence
from typing import NamedTuple

from rich.style import Style
from rich.text import Text
from textual.color import Color
from textual.widgets.text_area import Edit, EditResult, Location

from cmalt_tui.language.prose_words import fenced_rows
from cmalt_tui.ui.editor.spelling_text_area import SpellingTextArea
from cmalt_tui.workbench.spelling import Doubtful, Spelling

_MOST_LINES = 4_000
_LONGEST_LINE = 50_000
_ENDS_A_WORD = tuple('.,;:!?)"”')


class DoubtfulAt(NamedTuple):
    """A doubtful word and where it stands in the text."""

    start: Location
    end: Location
    word: str


class DoubtfulMarks:
    """Underlines the doubtful words of the lines that are painted, and remembers them by line.

    Attributes:
        spelling: What texts are checked by.
    """

    def __init__(self, area: SpellingTextArea, spelling: Spelling) -> None:
        """Begin with no line checked.

        Args:
            area: Where the text is.
            spelling: What it is checked by.
        """
        self.spelling = spelling
        self._area = area
        self._found: dict[str, tuple[Doubtful, ...]] = {}
        self._edited: set[str] = set()
        self._typed_to: Location | None = None
        self._document: object = None
        self._fenced: frozenset[int] = frozenset()
        self._style = (Style(), "")

    def mark(self, line: Text, row: int) -> None:
        """Underline the doubtful words of a line that is about to be painted."""
        found = self._doubtful_in(line.plain, row)
        if found:
            style = self._underline()
            at = self._typed_to if self._typed_to == self._area.cursor_location else None
            for start, end, _ in found:
                if at is None or at[0] != row or not start < at[1] <= end:
                    line.stylize(style, start, end)

    def edited(self, edit: Edit, result: EditResult) -> None:
        """Let the marks of a line move along with an edit; it is checked when there is time.

        The word that was typed in is not doubtful before it is finished.
        """
        self._typed_to = result.end_location if edit.text else None
        (row, start), (last, _), (end_row, end) = edit.top, edit.bottom, result.end_location
        if not row == last == end_row:
            return
        now = self._area.document[row]
        removed = result.replaced_text
        before = self._found.pop(now[:start] + removed + now[end:], None)
        if before is not None:
            first = start + (edit.text[:1].isspace() or edit.text[:1] in _ENDS_A_WORD)
            self._found[now] = tuple(_moved(before, first, start + len(removed), end))
            self._edited.add(now)

    def check_again(self) -> int:
        """Check the lines that were edited, and count the doubtful words of the text."""
        for line in self._edited:
            self._found.pop(line, None)
        self._edited.clear()
        lines = self._area.document.lines
        self._fenced = fenced_rows(lines)
        shown = [self._doubtful_in(line, row) for row, line in enumerate(lines)]
        return sum(map(len, shown))

    def forget(self) -> None:
        """Check everything again: other words are right now."""
        self._found.clear()
        self._edited.clear()

    def next_from(self, location: Location) -> DoubtfulAt | None:
        """Find the doubtful word at a place or behind it, or else from the start of the text on."""
        self.check_again()
        listed = self._listed(self._area.document.lines)
        behind = (one for one in listed if one.end >= location)
        return next(behind, listed[0] if listed else None)

    def all_of(self, word: str) -> Sequence[DoubtfulAt]:
        """Find a doubtful word everywhere in the text."""
        return [one for one in self._listed(self._area.document.lines) if one.word == word]

    def _listed(self, lines: Sequence[str]) -> list[DoubtfulAt]:
        return [
            DoubtfulAt((row, start), (row, end), word)
            for row, line in enumerate(lines)
            for start, end, word in self._doubtful_in(line, row)
        ]

    def _doubtful_in(self, line: str, row: int) -> tuple[Doubtful, ...]:
        if self._area.document is not self._document:
            self._document = self._area.document
            self._fenced = fenced_rows(self._area.document.lines)
        if row in self._fenced or len(line) > _LONGEST_LINE:
            return ()
        found = self._found.get(line)
        if found is None:
            if len(self._found) > _MOST_LINES:
                self._found.clear()
            found = self._found[line] = self.spelling.doubtful_in(line)
        return found

    def _underline(self) -> Style:
        """How doubtful words look in the theme: a colour, and a line for where there is none."""
        style, theme = self._style
        if theme != self._area.app.theme:
            colour = Color.parse(self._area.app.theme_variables["text-error"]).rich_color
            style = Style(color=colour, underline=True)
            self._style = (style, self._area.app.theme)
        return style


def _moved(
    found: Sequence[Doubtful], start: int, end_before: int, end_now: int
) -> Sequence[Doubtful]:
    """The marks of a line after an edit; one that it touches goes.

    Args:
        found: The marks before it.
        start: Marks that end before this stay where they are.
        end_before: Marks that begin behind this move.
        end_now: Where the edit ends now.
    """
    shift = end_now - end_before
    kept = [one for one in found if one.end < start]
    behind = (one for one in found if one.end >= start and one.start > end_before)
    kept += [Doubtful(one.start + shift, one.end + shift, one.word) for one in behind]
    return kept
