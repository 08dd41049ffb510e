"""The app: opens screens, tells problems, and sees that nothing is lost on the way out."""

import gc
from typing import Any, ClassVar

from textual.binding import Binding
from textual.dom import DOMNode
from textual.events import Event, Key
from textual.screen import Screen

from cmalt_tui.commands.command import Scope
from cmalt_tui.commands.keymap import Keymap, effective_keys
from cmalt_tui.places import Places
from cmalt_tui.problems import InputProblem
from cmalt_tui.settings.settings import Settings
from cmalt_tui.ui.bindings import bindings_of
from cmalt_tui.ui.desk_app import DeskApp
from cmalt_tui.ui.faults import record_fault
from cmalt_tui.ui.hosts import CommandHost
from cmalt_tui.ui.leaving import save_on_hangup
from cmalt_tui.ui.start import Start
from cmalt_tui.ui.terminal_keys import read_alt_keys, read_odd_bytes
from cmalt_tui.ui.themes import register_themes, use_theme
from cmalt_tui.workbench.desk import Conflict

LEAVE = "leave"


class CmaltApp(DeskApp, inherit_bindings=False):
    """The terminal program.

    Attributes:
        keymap: The keys in force, the person's own included.
    """

    COMMAND_SCOPE = Scope.ANYWHERE
    ENABLE_COMMAND_PALETTE = False
    TITLE = "cmalt-tui"
    BINDINGS: ClassVar = [
        *bindings_of(Scope.ANYWHERE),
        Binding("ctrl+c", "help_quit", show=False, system=True),
    ]
    # The writing screen's styles come with the app's: a screen that brings its own has Textual
    # read all styles a second time before the first frame.
    CSS_PATH: ClassVar = ["app.tcss", "screens/write.tcss"]
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - declared by Textual
        (0, "-narrow"),
        (100, "-medium"),
        (120, "-wide"),
    ]

    def __init__(self, start: Start, settings: Settings, places: Places) -> None:
        """Take what is opened; nothing is drawn yet."""
        super().__init__(start, places, settings)
        read_alt_keys()
        read_odd_bytes()
        self.keymap: Keymap = effective_keys(settings.keys)
        self.set_keymap(self.keymap.overrides)
        self._theme_problems = use_theme(self, settings.theme, places)
        self.stylesheet.set_variables(self.get_css_variables())
        self._is_dressed = False

    def get_default_screen(self) -> Screen[Any]:
        """The first screen: the portfolio that is open, or the welcome screen."""
        screen = self.first_screen()
        # Textual 8.2 readies a screen when it is pushed. The first one is not pushed: without its
        # styles it is bare, and without a callback `switch_screen` fails on it.
        self._load_screen_css(screen)
        screen._push_result_callback(screen, None)
        return screen

    def refresh_css(self, animate: bool = True) -> None:
        """Read all styles again, but for the theme of the start, with which they are first read."""
        if self._is_dressed:
            super().refresh_css(animate)
        self._is_dressed = True

    def on_mount(self) -> None:
        """Listen for hang-ups, and tell what went wrong before the screen was there."""
        save_on_hangup(self)
        for problem in (*self._start.notices, *self._theme_problems, *self.keymap.problems):
            self.tell(problem)

    async def on_event(self, event: Event) -> None:
        """Take keys with alt for commands only.

        Terminals without the Kitty protocol send ``ESC w`` for alt+w, and Textual 8.2 hands a
        text the letter to write.
        """
        if isinstance(event, Key):
            self.last_key = event.time
            if event.key.startswith("alt+"):
                event.character = None
        await super().on_event(event)

    def on_ready(self) -> None:
        """Have done what can wait until the first frame stands."""
        self.call_after_refresh(self._after_first_frame)

    def _after_first_frame(self) -> None:
        """Make up for what the start left out.

        The garbage collector rested while the program started. What the start has made stays, so
        the collector need not look at it again.
        """
        gc.freeze()
        gc.enable()
        self.remember()
        for problem in register_themes(self, self.places):
            self.tell(problem)

    def on_unmount(self) -> None:
        """Let no thread go on that would keep the program from ending."""
        self.examples.making.stop()

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
        self.catch_up()
        host = default_namespace or self
        if isinstance(action, str) and isinstance(host, CommandHost):
            reason = host.why_not(action)
            if reason:
                self.say(reason, warn=True)
                return True
        try:
            return await super().run_action(action, default_namespace, namespaces)
        except InputProblem as refused:
            self.tell(refused.problem)
        except Conflict as conflict:
            self.settle(conflict)
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

        self.push_screen(ChooseThemeScreen(self.places))

    def action_capture(self) -> None:
        """Note an idea."""
        from cmalt_tui.ui.capturing import ask_for_idea

        ask_for_idea(self)

    def action_settings(self) -> None:
        """Change the settings."""
        from cmalt_tui.ui.screens.settings import SettingsScreen

        self.push_screen(SettingsScreen(self))

    def action_redraw(self) -> None:
        """Draw everything again, also where another program wrote over the screen."""
        self.paint_all()

    async def action_quit(self) -> None:
        """Save and leave; what can't be saved keeps the program open, and says why."""
        try:
            self.save()
        except InputProblem as refused:
            from cmalt_tui.ui.screens.unsaved import UnsavedScreen

            drafts = next((one.drafts_folder for one in self.autosaves()), "")
            self.push_screen(UnsavedScreen(refused.problem, drafts), self._leave)
        else:
            self._leave(LEAVE)

    def _leave(self, answer: str | None) -> None:
        if answer == LEAVE:
            self.let_go()
            self.exit()

    def settle(self, conflict: Conflict) -> None:
        """Ask which version shall stand where a file was changed on disk as well."""
        from cmalt_tui.ui.screens.conflict import settle_conflict

        settle_conflict(self, conflict)

    def _fatal_error(self) -> None:
        # Textual would print a traceback; the person needs to know that the text is safe.
        record_fault(self, self.places.cache, saved=self.save_quietly())
        self._close_messages_no_wait()
