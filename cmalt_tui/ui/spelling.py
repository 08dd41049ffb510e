"""Begins to check spelling on the screen; what that takes is loaded in a thread."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from cmalt_tui.places import Places
from cmalt_tui.settings.settings import Settings
from cmalt_tui.ui.editor.spelling_text_area import SpellingTextArea
from cmalt_tui.ui.messages import Told


class SpellingLoader:
    """Loads what the text is checked by, at the start and where the setting has changed."""

    def __init__(
        self, area: SpellingTextArea, places: Places, folder: Path, then: Callable[[], None]
    ) -> None:
        """Take what concerns the text.

        Args:
            area: Where the text is.
            places: Where the person's own words are.
            folder: The portfolio's folder.
            then: Called when more is doubtful, or less.
        """
        self._area = area
        self._places = places
        self._folder = folder
        self._then = then
        self._chosen = ("", False)

    def load(self, settings: Settings) -> None:
        """Load in a thread what the settings name, if it is something else than before."""
        chosen = settings.spelling, settings.grammar
        if chosen != self._chosen:
            self._chosen = chosen
            work = partial(self._load, *chosen)
            self._area.run_worker(work, thread=True, exit_on_error=False, group="spelling")

    def load_now(self) -> None:
        """Load what was chosen without a thread, for a person who waits for it."""
        from cmalt_tui.workbench.spelling import open_spelling

        spelling, with_grammar = self._chosen
        self._take(open_spelling(spelling, self._places, self._folder), with_grammar)

    def _load(self, chosen: str, with_grammar: bool) -> None:
        """Load in two steps, in a thread: words first, then what tells names from slips."""
        from cmalt_tui.ui.editor import doubtful_marks  # noqa: F401 - so that it is there at once
        from cmalt_tui.workbench.spelling import open_spelling

        spelling = open_spelling(chosen, self._places, self._folder)
        if spelling is not None:
            spelling.dictionary.leaves_names = True
        if (chosen, with_grammar) == self._chosen:
            self._area.call_later(self._take, spelling, with_grammar)
        if spelling is not None:
            spelling.dictionary.prepare()
            self._area.call_later(self._take_names, spelling)

    def _take(self, spelling: Any, with_grammar: bool) -> None:
        if not self._area.is_attached:
            return
        if spelling is None:
            self._area.doubtful = None
        else:
            from cmalt_tui.ui.editor.doubtful_marks import DoubtfulMarks
            from cmalt_tui.workbench.spelling import grammar_problem

            missing = grammar_problem() if with_grammar else None
            for problem in (*spelling.problems, *([missing] if missing else [])):
                self._area.post_message(Told(problem))
            self._area.doubtful = DoubtfulMarks(
                self._area, spelling, self._then, with_grammar=with_grammar and missing is None
            )
        self._area.paint_marks()
        self._then()

    def _take_names(self, spelling: Any) -> None:
        if self._area.doubtful is not None and self._area.doubtful.spelling is spelling:
            self._area.doubtful.forget()
            self._area.paint_marks()
            self._then()


def begin_spelling(
    area: SpellingTextArea,
    settings: Settings,
    places: Places,
    folder: Path,
    then: Callable[[], None],
) -> None:
    """Underline the doubtful words of a text as soon as the dictionary is there.

    From then on also a change of the settings holds at once; see `SpellingLoader`.
    """
    area.spelling_loader = SpellingLoader(area, places, folder, then)
    area.spelling_loader.load(settings)
