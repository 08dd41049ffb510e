"""What grammar finds in the lines of the text, looked for in a thread, a line at a time."""

from collections.abc import Callable, Sequence

from cmalt_tui.ui.editor.spelling_text_area import SpellingTextArea
from cmalt_tui.ui.latest import Latest
from cmalt_tui.workbench.spelling import Doubtful, Grammar

_MOST_LINES = 4_000


class GrammarLines:
    """Remembers what was found by line; what is not known yet is asked for."""

    def __init__(self, area: SpellingTextArea, spelling: str, found: Callable[[], None]) -> None:
        """Begin with nothing checked, and with no checker built.

        Args:
            area: Whose threads it runs in.
            spelling: ``british`` or ``american``.
            found: Called when more lines are known.
        """
        self._spelling = spelling
        self._grammar: Grammar | None = None
        self._known: dict[str, tuple[Doubtful, ...]] = {}
        self._right: set[tuple[str, str]] = set()
        self._latest: Latest[tuple[str, ...], bool] = Latest(
            area, self._check, lambda question, any_found: found()
        )

    def of(self, line: str) -> tuple[Doubtful, ...]:
        """What was found in a line; nothing while it is not known."""
        found = self._known.get(line, ())
        return tuple(one for one in found if (one.word, one.message) not in self._right)

    def want(self, lines: Sequence[str]) -> None:
        """Have the lines checked that are not known yet."""
        unknown = tuple(dict.fromkeys(line for line in lines if line not in self._known))
        if unknown:
            self._latest.want(unknown)

    def hold_right(self, found: Doubtful) -> None:
        """Do not find the same again until the program ends."""
        self._right.add((found.word, found.message))

    def _check(self, lines: tuple[str, ...]) -> bool:
        """Check lines, in a thread; what is known stays known when other lines are wanted."""
        if self._grammar is None:
            self._grammar = Grammar(self._spelling)
        if len(self._known) > _MOST_LINES:
            self._known.clear()
        for line in lines:
            if line not in self._known:
                self._known[line] = self._grammar.check_line(line)
        return True
