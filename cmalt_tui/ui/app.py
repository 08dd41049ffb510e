"""The app: opens screens, tells problems, and sees that nothing is lost on the way out."""

from contextlib import suppress
from pathlib import Path
from typing import Any, ClassVar

from textual.app import App
from textual.binding import Binding
from textual.dom import DOMNode
from textual.screen import Screen

from cmalt_tui.commands.command import Scope
from cmalt_tui.commands.keymap import Keymap, effective_keys
from cmalt_tui.places import Places
from cmalt_tui.problems import InputProblem, Problem
from cmalt_tui.settings.settings import Settings
from cmalt_tui.ui.bindings import bindings_of
from cmalt_tui.ui.faults import record_fault
from cmalt_tui.ui.hosts import CommandHost
from cmalt_tui.ui.leaving import save_on_hangup
from cmalt_tui.ui.safe import cut_line
from cmalt_tui.ui.start import Start
from cmalt_tui.ui.themes import register_themes, use_theme
from cmalt_tui.workbench.desk import Conflict, Desk, open_desk

LEAVE = "leave"
_SHOWN_SECONDS = 8


class CmaltApp(App[None], inherit_bindings=False):
    """The terminal program.

    Attributes:
        desk: The opened portfolio; None while there is none.
        examples: The example corpus that is in use.
        keymap: The keys in force, the person's own included.
    """

    COMMAND_SCOPE = Scope.ANYWHERE
    ENABLE_COMMAND_PALETTE = False
    TITLE = "cmalt-tui"
    BINDINGS: ClassVar = [
        *bindings_of(Scope.ANYWHERE),
        Binding("ctrl+c", "help_quit", show=False, system=True),
    ]
    CSS_PATH = "app.tcss"
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - declared by Textual
        (0, "-narrow"),
        (100, "-medium"),
        (120, "-wide"),
    ]

    def __init__(self, start: Start, settings: Settings, places: Places) -> None:
        """Take what is opened; nothing is drawn yet."""
        super().__init__()
        self.desk: Desk | None = start.desk
        self.examples = start.examples
        self.settings = settings
        self.places = places
        self.keymap: Keymap = effective_keys(settings.keys)
        self._start = start
        self.set_keymap(self.keymap.overrides)
        self._theme_problems = register_themes(self, places)
        self._theme_problems += use_theme(self, settings.theme, places)

    def get_default_screen(self) -> Screen[Any]:
        """The first screen: the portfolio that is open, or the welcome screen."""
        if self.desk is not None:
            return _write_screen(self.desk, self._start.at)
        return _welcome_screen()

    def on_mount(self) -> None:
        """Listen for hang-ups, and tell what went wrong before the screen was there."""
        save_on_hangup(self)
        for problem in (*self._start.notices, *self._theme_problems, *self.keymap.problems):
            self.tell(problem)

    def tell(self, problem: Problem) -> None:
        """Show a problem as one note; safe to call from a worker."""
        self.notify(
            cut_line(str(problem), 600), severity="error", timeout=_SHOWN_SECONDS * 2, markup=False
        )

    def say(self, text: str) -> None:
        """Show a short note; safe to call from a worker."""
        self.notify(cut_line(text, 300), timeout=_SHOWN_SECONDS, markup=False)

    def open_folder(self, folder: Path, at: str = "") -> None:
        """Open a portfolio for writing and show it in place of the screen that is there.

        Raises:
            InputProblem: The folder is no portfolio, or can't be read.
        """
        from cmalt_tui.workbench.recent import remember_portfolio

        desk = open_desk(folder, self.places, lock=True)
        if self.desk is not None:
            self.desk.close()
        self.desk = desk
        remember_portfolio(self.places, desk.folder, desk.portfolio.title)
        self.switch_screen(_write_screen(desk, at))

    def close_portfolio(self) -> None:
        """Save, give the folder free and show the welcome screen.

        Raises:
            InputProblem: It can't be saved; it stays open.
            Conflict: A file was changed on disk; it stays open.
        """
        if self.desk is not None:
            self.save()
            self.desk.close()
            self.desk = None
        self.switch_screen(_welcome_screen())

    def save(self) -> None:
        """Write what is not saved yet.

        Raises:
            InputProblem: It can't be written.
            Conflict: A file was changed on disk.
        """
        if self.desk is not None and not self.desk.read_only:
            self.desk.save()

    def save_quietly(self) -> bool:
        """Save if that is possible, on the way out of a program that is being ended."""
        with suppress(Exception):
            self.save()
        with suppress(Exception):
            if self.desk is not None:
                self.desk.close()
        return self.desk is None or not self.desk.unsaved

    def why_not(self, action: str) -> str:
        """Nothing stands against the app's own commands."""
        del action
        return ""

    async def run_action(
        self,
        action: str | tuple[str, str, tuple[object, ...]],
        default_namespace: DOMNode | None = None,
        namespaces: dict[str, DOMNode] | None = None,  # type: ignore[override]
    ) -> bool:
        """Carry out an action, or say why it can't be carried out or has failed."""
        host = default_namespace or self
        if isinstance(action, str) and isinstance(host, CommandHost):
            reason = host.why_not(action)
            if reason:
                self.notify(cut_line(reason, 300), severity="warning", markup=False)
                return True
        try:
            return await super().run_action(action, default_namespace, namespaces)
        except InputProblem as refused:
            self.tell(refused.problem)
        except Conflict as conflict:
            self._settle(conflict)
        return True

    def action_help(self) -> None:
        """Show every key of the screen below."""
        from cmalt_tui.ui.screens.help import HelpScreen

        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen(self.screen))

    def action_palette(self) -> None:
        """Open the palette over the commands and the sections."""
        from cmalt_tui.ui.palette import open_palette

        open_palette(self)

    def action_choose_theme(self) -> None:
        """Choose the colours."""
        from cmalt_tui.ui.screens.choose_theme import ChooseThemeScreen

        self.push_screen(ChooseThemeScreen())

    def action_redraw(self) -> None:
        """Draw everything again."""
        self.refresh(layout=True)

    async def action_quit(self) -> None:
        """Save and leave; what can't be saved keeps the program open, and says why."""
        try:
            self.save()
        except InputProblem as refused:
            from cmalt_tui.ui.screens.unsaved import UnsavedScreen

            self.push_screen(UnsavedScreen(refused.problem), self._leave)
        else:
            self._leave(LEAVE)

    def _leave(self, answer: str | None) -> None:
        if answer == LEAVE:
            if self.desk is not None:
                self.desk.close()
            self.exit()

    def _settle(self, conflict: Conflict) -> None:
        from cmalt_tui.ui.screens.conflict import settle_conflict

        settle_conflict(self, conflict)

    def _fatal_error(self) -> None:
        # Textual would print a traceback; the person needs to know that the text is safe.
        record_fault(self, self.places.cache, saved=self.save_quietly())
        self._close_messages_no_wait()


def _write_screen(desk: Desk, at: str) -> Screen[Any]:
    from cmalt_tui.ui.screens.write import WriteScreen

    return WriteScreen(desk, at)


def _welcome_screen() -> Screen[Any]:
    from cmalt_tui.ui.screens.welcome import WelcomeScreen

    return WelcomeScreen()
