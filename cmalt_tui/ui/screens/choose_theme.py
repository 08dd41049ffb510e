"""Chooses the colours: they show as one moves through the list."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from cmalt_tui.commands.command import Scope
from cmalt_tui.places import Places
from cmalt_tui.problems import InputProblem
from cmalt_tui.settings import ThemeData, save_setting
from cmalt_tui.ui.bindings import bindings_of
from cmalt_tui.ui.messages import Told
from cmalt_tui.ui.safe import safe_line
from cmalt_tui.ui.themes import themes_on_offer
from cmalt_tui.ui.widgets.letter_list import LetterList


class ChooseThemeScreen(ModalScreen[None]):
    """Lists the themes; what lies behind shows the one under the cursor."""

    COMMAND_SCOPE = Scope.COLOURS
    BINDINGS: ClassVar = bindings_of(Scope.COLOURS)
    CSS_PATH = "choose_theme.tcss"

    def __init__(self, places: Places) -> None:
        """Begin with the theme that is on.

        Args:
            places: Where the person's own themes and the settings are.
        """
        super().__init__()
        self._places = places
        self._before = ""
        self._themes: tuple[ThemeData, ...] = ()

    def compose(self) -> ComposeResult:
        """The list, with who made each theme."""
        self._before = self.app.theme
        self._themes = themes_on_offer(self.app, self._places)
        with Vertical(id="themes", classes="dialog"):
            yield Static("Colours", classes="dialog-title", markup=False)
            yield LetterList(
                *(Option(_row(theme), id=theme.name) for theme in self._themes),
                compact=True,
                markup=False,
            )
            yield Static("enter keep   esc back", classes="dialog-keys", markup=False)

    def on_mount(self) -> None:
        """Put the cursor on the theme that is on."""
        names = [theme.name for theme in self._themes]
        listed = self.query_one(OptionList)
        listed.highlighted = names.index(self._before) if self._before in names else None
        listed.focus()

    def why_not(self, action: str) -> str:
        """Nothing stands against any of it."""
        del action
        return ""

    @on(OptionList.OptionHighlighted)
    def _try_on(self, event: OptionList.OptionHighlighted) -> None:
        if event.option_id:
            self.app.theme = event.option_id

    @on(OptionList.OptionSelected)
    def action_keep(self) -> None:
        """Keep the theme that shows, and save it as a setting."""
        try:
            save_setting(self._places.settings_file, "theme", self.app.theme)
        except InputProblem as refused:
            self.app.post_message(Told(refused.problem))
        self.dismiss(None)

    def action_back(self) -> None:
        """Go back to the theme from before."""
        self.app.theme = self._before
        self.dismiss(None)


def _row(theme: ThemeData) -> Content:
    by = theme.credit or ("" if theme.author == "cmalt-tui" else theme.author)
    return Content.assemble(safe_line(theme.title, 32), "  ", safe_line(by, 30, "$text-muted"))
