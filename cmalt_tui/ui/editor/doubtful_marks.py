"""What is doubtful in the text at hand, line by line; a key costs no check."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from rich.style import Style
from rich.text import Text
from textual.color import Color
from textual.widgets.text_area import Edit, EditResult, Location

from cmalt_tui.language.prose_words import fenced_rows
from cmalt_tui.ui.editor.grammar_lines import GrammarLines
from cmalt_tui.ui.editor.spelling_text_area import SpellingTextArea
from cmalt_tui.workbench.spelling import Doubtful, Spelling

_MOST_LINES = 4_000
_LONGEST_LINE = 50_000
# So many characters are checked at once, about 20 ms; the rest of a longer text waits a little.
_AT_ONCE = 40_000
_LATER = 0.05
_ENDS_A_WORD = tuple(' \t.,;:!?)"”')


class DoubtfulAt(NamedTuple):
    """Something doubtful and where it stands in the text."""

    start: Location
    end: Location
    found: Doubtful


class DoubtfulMarks:
    """Underlines what is doubtful in the lines that are painted, and remembers it by line.

    Attributes:
        spelling: What words are checked by.
        grammar: What finds more than words; None where that is not wanted.
    """

    def __init__(
        self,
        area: SpellingTextArea,
        spelling: Spelling,
        more: Callable[[], None],
        *,
        with_grammar: bool = False,
    ) -> None:
        """Begin with no line checked.

        Args:
            area: Where the text is.
            spelling: What it is checked by.
            more: Called when there is more to count or to paint than before.
            with_grammar: Whether grammar is checked as well.
        """
        self.spelling = spelling
        self.grammar: GrammarLines | None = None
        if with_grammar:
            self.grammar = GrammarLines(area, spelling.dictionary.spelling, self._take_grammar)
        self._area = area
        self._more = more
        self._found: dict[str, tuple[Doubtful, ...]] = {}
        self._edited: set[str] = set()
        self._typed_to: Location | None = None
        self._document: object = None
        self._fenced: frozenset[int] = frozenset()
        self._styles = (Style(), Style(), "")

    def mark(self, line: Text, row: int) -> None:
        """Underline what is doubtful in a line that is about to be painted."""
        found = self._doubtful_in(line.plain, row)
        if found:
            word_style, grammar_style = self._underlines()
            at = self._typed_to if self._typed_to == self._area.cursor_location else None
            for one in found:
                if at is None or at[0] != row or not one.start < at[1] <= one.end:
                    line.stylize(grammar_style if one.message else word_style, one.start, one.end)

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
            first = start + (edit.text[:1] in _ENDS_A_WORD)
            self._found[now] = tuple(_moved(before, first, start + len(removed), end))
            self._edited.add(now)

    def check_again(self) -> bool:
        """Check the lines that were edited; says whether other marks have to be painted."""
        before = {line: self._found.pop(line, ()) for line in self._edited}
        self._edited.clear()
        lines = self._area.document.lines
        fenced = self._fenced
        self._fenced = fenced_rows(lines)
        changed = fenced != self._fenced
        for line, marks in before.items():
            changed = self._check(line) != marks or changed
        if self.grammar is not None:
            self.grammar.want([line for row, line in enumerate(lines) if row not in self._fenced])
        return changed

    def count(self) -> int:
        """Count what is doubtful; of a long text as much as is known, and the rest soon."""
        at_once = _AT_ONCE
        counted = 0
        for row, line in enumerate(self._area.document.lines):
            if line not in self._found:
                at_once -= len(line)
                if at_once < 0:
                    self._area.set_timer(_LATER, self._more)
                    break
            counted += len(self._doubtful_in(line, row))
        return counted

    def hold_right(self, found: Doubtful) -> None:
        """Leave a word, or what grammar says of words, until the program ends."""
        if found.message and self.grammar is not None:
            self.grammar.hold_right(found)
        else:
            self.spelling.skip(found.word)

    def forget(self) -> None:
        """Check everything again: other words are right now."""
        self._found.clear()
        self._edited.clear()

    def next_from(self, location: Location) -> DoubtfulAt | None:
        """Find what is doubtful at a place or behind it, or else from the start of the text on."""
        self.check_again()
        listed = self._listed()
        behind = (one for one in listed if one.end >= location)
        return next(behind, listed[0] if listed else None)

    def all_of(self, found: Doubtful) -> Sequence[DoubtfulAt]:
        """Find the same word, doubtful for the same reason, everywhere in the text."""
        same = (found.word, found.message)
        return [one for one in self._listed() if (one.found.word, one.found.message) == same]

    def _listed(self) -> list[DoubtfulAt]:
        return [
            DoubtfulAt((row, one.start), (row, one.end), one)
            for row, line in enumerate(self._area.document.lines)
            for one in self._doubtful_in(line, row)
        ]

    def _doubtful_in(self, line: str, row: int) -> tuple[Doubtful, ...]:
        if self._area.document is not self._document:
            self._document = self._area.document
            self._fenced = fenced_rows(self._area.document.lines)
        if row in self._fenced or len(line) > _LONGEST_LINE:
            return ()
        found = self._found.get(line)
        return self._check(line) if found is None else found

    def _check(self, line: str) -> tuple[Doubtful, ...]:
        if len(self._found) > _MOST_LINES:
            self._found.clear()
        words = self.spelling.doubtful_in(line)
        more = self.grammar.of(line) if self.grammar is not None else ()
        beside = (
            one
            for one in more
            if all(one.end <= word.start or word.end <= one.start for word in words)
        )
        self._found[line] = found = tuple(sorted((*words, *beside)))
        return found

    def _take_grammar(self) -> None:
        self.forget()
        self._area.paint_marks()
        self._more()

    def _underlines(self) -> tuple[Style, Style]:
        """How words and grammar look in the theme: colours, and lines for where there are none."""
        words, grammar, theme = self._styles
        if theme != self._area.app.theme:
            drawn = self._area.app.theme_variables
            wrong, warned = (
                Color.parse(drawn[name]).rich_color for name in ("text-error", "text-warning")
            )
            words = Style(color=wrong, underline=True)
            grammar = Style(color=warned, underline=True, italic=True)
            self._styles = (words, grammar, self._area.app.theme)
        return words, grammar


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
    return [*kept, *(one._replace(start=one.start + shift, end=one.end + shift) for one in behind)]
