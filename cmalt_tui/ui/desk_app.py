"""What the app does with the opened portfolio: opens, saves and closes it, and tells problems."""

from contextlib import suppress
from pathlib import Path
from typing import Any

from rich.console import RenderableType
from textual.notifications import SeverityLevel
from textual.screen import Screen

from cmalt_tui.places import Places
from cmalt_tui.problems import InputProblem, Problem
from cmalt_tui.settings.settings import Settings
from cmalt_tui.ui.autosave import Autosave
from cmalt_tui.ui.light_frames import LightFramesApp
from cmalt_tui.ui.messages import OpenPortfolio, Told
from cmalt_tui.ui.safe import cut_line
from cmalt_tui.ui.start import Start
from cmalt_tui.workbench.desk import Desk, open_desk

_SHOWN_SECONDS = 6
# A program that is told to end has to be gone before whoever told it loses patience.
_DISK_ANSWERS_WITHIN = 4.0
_CLOSES_WITHIN = 1.0


class DeskApp(LightFramesApp):
    """An app with at most one portfolio open.

    Attributes:
        desk: The opened portfolio; None while there is none.
        examples: The example corpus that is in use.
        visit: Where the examples were left, as their screen knows it, which loads when it is asked
            for; None before the first visit.
        settings: What the person has set.
        places: Where the person's files are.
        last_key: When the last key came, on the monotonic clock.
    """

    def __init__(self, start: Start, places: Places, settings: Settings) -> None:
        """Take what is opened; nothing is drawn yet."""
        super().__init__()
        self.desk: Desk | None = start.desk
        self.examples = start.examples
        self.visit: object = None
        self.last_key = 0.0
        self.places = places
        self.settings = settings
        self._start = start

    def first_screen(self) -> Screen[Any]:
        """The portfolio that is open, or the welcome screen."""
        if self.desk is None:
            return self._welcome_screen()
        return self._write_screen(self.desk, self._start.at)

    def tell(self, problem: Problem) -> None:
        """Show a problem as one note; safe to call from a worker."""
        told = cut_line(str(problem), 600)
        self.notify(told, severity="error", timeout=_SHOWN_SECONDS * 3, markup=False)

    def say(self, text: str, *, warn: bool = False) -> None:
        """Show a short note; safe to call from a worker."""
        severity: SeverityLevel = "warning" if warn else "information"
        self.notify(cut_line(text, 300), severity=severity, timeout=_SHOWN_SECONDS, markup=False)

    def on_told(self, message: Told) -> None:
        """Show what a screen has to tell."""
        self.tell(message.problem)

    def on_open_portfolio(self, message: OpenPortfolio) -> None:
        """Open what was chosen, or say why that can't be."""
        try:
            self.open_folder(message.folder)
        except InputProblem as refused:
            self.tell(refused.problem)
            return
        self.examples = message.examples or self._start.examples
        self.visit = None

    def open_folder(self, folder: Path, at: str = "") -> None:
        """Open a portfolio for writing and show it in place of the screen that is there.

        Raises:
            InputProblem: The folder is no portfolio, or can't be read.
        """
        desk = open_desk(folder, self.places, lock=True)
        if self.desk is not None:
            self.desk.close()
        self.desk = desk
        self.remember()
        self.switch_screen(self._write_screen(desk, at))

    def remember(self) -> None:
        """Let the welcome screen offer the open portfolio the next time."""
        from cmalt_tui.workbench.recent import remember_portfolio

        if self.desk is not None:
            remember_portfolio(self.places, self.desk.folder, self.desk.portfolio.title)

    def close_portfolio(self) -> None:
        """Save, give the folder free and show the welcome screen.

        Raises:
            InputProblem: It can't be saved; it stays open.
            Conflict: A file was changed on disk; it stays open.
        """
        if self.desk is not None:
            self.save()
            self.let_go()
            self.desk = None
        self.switch_screen(self._welcome_screen())

    def catch_up(self) -> None:
        """Take over what was typed and is still on its way, before anything else is done."""
        for screen in self.screen_stack:
            take_over = getattr(screen, "catch_up", None)
            if callable(take_over):
                take_over()

    def save(self) -> None:
        """Write what is not saved yet; what can't be written is kept as a draft.

        Raises:
            InputProblem: It can't be written, or the disk does not answer in time.
            Conflict: A file was changed on disk.
        """
        self.catch_up()
        for autosave in self.autosaves():
            autosave.save_or_keep(_DISK_ANSWERS_WITHIN)

    def panic(self, *renderables: RenderableType) -> None:
        """Save before Textual ends the program, as it does when its own threads fail."""
        self.save_quietly()
        super().panic(*renderables)

    def save_quietly(self) -> bool:
        """Save if that is possible, on the way out of a program that is being ended."""
        with suppress(Exception):
            self._hand_in()
        with suppress(Exception):
            self.save()
        with suppress(Exception):
            self.let_go()
        return self.desk is None or not self.desk.unsaved

    def _hand_in(self) -> None:
        """Have dialogs give away what was typed in them."""
        for screen in self.screen_stack:
            hand_in = getattr(screen, "hand_in", None)
            if callable(hand_in):
                hand_in()

    def let_go(self) -> None:
        """Give the portfolio's folder free, if its disk answers."""
        for autosave in self.autosaves():
            autosave.close(_CLOSES_WITHIN)

    def autosaves(self) -> list[Autosave]:
        """What saves the opened portfolio; nothing if there is none."""
        found = [getattr(screen, "autosave", None) for screen in self.screen_stack]
        return [autosave for autosave in found if isinstance(autosave, Autosave)]

    def _write_screen(self, desk: Desk, at: str) -> Screen[Any]:
        from cmalt_tui.ui.screens.write import WriteScreen

        return WriteScreen(desk, self.settings, at)

    def _welcome_screen(self) -> Screen[Any]:
        from cmalt_tui.ui.screens.welcome import WelcomeScreen

        return WelcomeScreen(self.places, self.settings)
