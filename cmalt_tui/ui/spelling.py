"""Begins to check spelling on the screen; what that takes is loaded in a thread."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from cmalt_tui.places import Places
from cmalt_tui.settings.settings import Settings
from cmalt_tui.ui.editor.spelling_text_area import SpellingTextArea
from cmalt_tui.ui.messages import Told
from cmalt_tui.workbench.spelling import Spelling, open_spelling


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
            then: Called when doubtful words are underlined, or are no longer.
        """
        self._area = area
        self._places = places
        self._folder = folder
        self._then = then
        self._chosen = ""

    def load(self, settings: Settings) -> None:
        """Load in a thread what the settings name, if it is something else than before."""
        if settings.spelling != self._chosen:
            self._chosen = settings.spelling
            work = partial(self._load, self._chosen)
            self._area.run_worker(work, thread=True, exit_on_error=False, group="spelling")

    def _load(self, chosen: str) -> None:
        spelling = open_spelling(chosen, self._places, self._folder)
        self._area.call_later(self._take, chosen, spelling)

    def _take(self, chosen: str, spelling: Spelling | None) -> None:
        if self._area.is_attached and chosen == self._chosen:
            use_spelling(self._area, spelling)
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


def use_spelling(area: SpellingTextArea, spelling: Spelling | None) -> None:
    """Underline by what was loaded, or no longer."""
    if spelling is None:
        area.doubtful = None
    else:
        from cmalt_tui.ui.editor.doubtful_marks import DoubtfulMarks

        area.doubtful = DoubtfulMarks(area, spelling)
        for problem in spelling.problems:
            area.post_message(Told(problem))
    area.paint_doubtful()
