"""The welcome screen: what the program is, four ways to begin, and the portfolios opened last."""

from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from cmalt_tui.commands.command import Scope
from cmalt_tui.places import Places
from cmalt_tui.settings import Settings
from cmalt_tui.ui.bindings import bindings_of
from cmalt_tui.ui.keys import shown_key_of
from cmalt_tui.ui.messages import OpenPortfolio
from cmalt_tui.ui.paths import shown_path
from cmalt_tui.ui.safe import safe_line
from cmalt_tui.ui.screens.choose_folder import ChooseFolderScreen, portfolio_purpose
from cmalt_tui.ui.widgets.demo_line import DemoLine
from cmalt_tui.ui.widgets.footer_line import FooterLine
from cmalt_tui.ui.widgets.letter_list import LetterList
from cmalt_tui.workbench.recent import Recent, recent_portfolios

_WAYS = (
    ("demo", "look around in a finished sample"),
    ("new_portfolio", "start a new portfolio"),
    ("import_source", "bring in what you have (Word, web, Markdown)"),
    ("open_folder", "open a folder"),
)
_WIDEST_LINE = 70
_INDENT = 5


class WelcomeScreen(Screen[None]):
    """Shown where no portfolio is open."""

    COMMAND_SCOPE = Scope.WELCOME
    BINDINGS: ClassVar = bindings_of(Scope.WELCOME)
    CSS_PATH = "welcome.tcss"

    def __init__(self, places: Places, settings: Settings) -> None:
        """Look up what was opened last.

        Args:
            places: Where the list of recent portfolios and the demo are.
            settings: The author's name that a new portfolio starts with.
        """
        super().__init__()
        self._places = places
        self._settings = settings
        self._recent: tuple[Recent, ...] = recent_portfolios(places)[:5]

    def compose(self) -> ComposeResult:
        """Name, one line of what it is, and the list."""
        with Vertical(id="welcome"):
            yield Static("cmalt-tui", id="welcome-name", markup=False)
            yield Static(
                "A portfolio is a folder of text files that stay yours.",
                id="welcome-line",
                markup=False,
            )
            yield LetterList(*self._options(), id="welcome-ways", markup=False)
            yield DemoLine(self._places)
        yield FooterLine()

    def settings_changed(self, settings: Settings) -> None:
        """Take over what was set while the screen is open."""
        self._settings = settings

    def why_not(self, action: str) -> str:
        """Say why a recent portfolio can't be opened: there is none of that number."""
        number = action.removeprefix("recent_")
        if number.isdigit() and int(number) > len(self._recent):
            return "that many portfolios were not opened yet"
        if self.query_one(DemoLine).is_working:
            return "the sample is being made ready"
        return ""

    @on(OptionList.OptionSelected, "#welcome-ways")
    async def _way_chosen(self, event: OptionList.OptionSelected) -> None:
        await self.app.run_action(event.option_id or "", self)

    def action_demo(self) -> None:
        """Open a fresh copy of the sample."""
        self.query_one(DemoLine).make()

    def action_new_portfolio(self) -> None:
        """Fill in the form for a new portfolio."""
        from cmalt_tui.ui.screens.new_portfolio import NewPortfolioScreen

        self.app.push_screen(NewPortfolioScreen(self._places, self._settings.author), self._open)

    def action_import_source(self) -> None:
        """Choose what to bring in, then see where it goes."""
        from cmalt_tui.ui.screens.choose_folder import source_purpose

        self.app.push_screen(ChooseFolderScreen(source_purpose()), self._import)

    def action_open_folder(self) -> None:
        """Choose the folder of a portfolio."""
        self.app.push_screen(ChooseFolderScreen(portfolio_purpose()), self._open)

    def action_recent_1(self) -> None:
        """Open the portfolio opened last."""
        self._open(self._recent[0].folder)

    def action_recent_2(self) -> None:
        """Open the second of the recent portfolios."""
        self._open(self._recent[1].folder)

    def action_recent_3(self) -> None:
        """Open the third of the recent portfolios."""
        self._open(self._recent[2].folder)

    def action_recent_4(self) -> None:
        """Open the fourth of the recent portfolios."""
        self._open(self._recent[3].folder)

    def action_recent_5(self) -> None:
        """Open the fifth of the recent portfolios."""
        self._open(self._recent[4].folder)

    def _open(self, folder: Path | None) -> None:
        if folder is not None:
            self.post_message(OpenPortfolio(folder))

    def _import(self, source: Path | None) -> None:
        if source is not None:
            from cmalt_tui.ui.screens.import_source import ImportSourceScreen

            screen = ImportSourceScreen(source, self._places, self._settings.author)
            self.app.push_screen(screen, self._open)

    def _options(self) -> list[Option | None]:
        ways: list[Option | None] = [
            Option(self._row(action, Content(words)), id=action) for action, words in _WAYS
        ]
        if self._recent:
            ways.append(None)
        for number, recent in enumerate(self._recent, 1):
            title = safe_line(recent.title or recent.folder.name, _WIDEST_LINE - 8)
            where = safe_line(shown_path(recent.folder), _WIDEST_LINE - 8, "$text-muted")
            row = Content.assemble(self._row(f"recent_{number}", title), "\n", " " * _INDENT, where)
            ways.append(Option(row, id=f"recent_{number}"))
        return ways

    def _row(self, action: str, words: Content) -> Content:
        key = shown_key_of(self.app, f"welcome.{action}")
        return Content.assemble(" ", (f"{key:<{_INDENT - 1}}", "bold $accent"), words)
