"""The form for a new portfolio: title, author, framework, pathway, folder."""

from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import Screen
from textual.widgets import Input, Static

from cmalt_tui.commands.command import Scope
from cmalt_tui.places import Places
from cmalt_tui.problems import InputProblem
from cmalt_tui.ui.bindings import bindings_of
from cmalt_tui.ui.safe import safe_line
from cmalt_tui.ui.screens.choose_folder import ChooseFolderScreen, folder_purpose
from cmalt_tui.ui.widgets.folder_field import FolderField
from cmalt_tui.ui.widgets.footer_line import FooterLine
from cmalt_tui.ui.widgets.form_row import FormRow
from cmalt_tui.ui.widgets.framework_choice import FrameworkChoice
from cmalt_tui.ui.widgets.line_input import LineInput
from cmalt_tui.workbench.beginnings import new_portfolio


class NewPortfolioScreen(Screen[Path | None]):
    """Makes a portfolio and answers with its folder."""

    COMMAND_SCOPE = Scope.FORM
    BINDINGS: ClassVar = bindings_of(Scope.FORM)
    CSS_PATH = "form.tcss"

    def __init__(self, places: Places, author: str = "") -> None:
        """Begin with sensible values.

        Args:
            places: Where the person's own frameworks are.
            author: The author's name from the settings.
        """
        super().__init__()
        self._places = places
        self._author = author

    def compose(self) -> ComposeResult:
        """A line a field, and one for what is wrong."""
        with Vertical(classes="form"):
            yield Static("A new portfolio", classes="form-title", markup=False)
            title = LineInput(placeholder="from the pathway, if left empty", id="title")
            yield FormRow("Title", title)
            yield FormRow("Author", LineInput(safe_line(self._author).plain, id="author"))
            yield FrameworkChoice(self._places)
            yield FolderField("Folder", "cmalt-portfolio")
            yield Static("", id="form-fault", markup=False)
        yield FooterLine()

    def on_mount(self) -> None:
        """Begin with the title."""
        self.query_one("#title").focus()

    def why_not(self, action: str) -> str:
        """Nothing stands against any of it; faults are said beside the fields."""
        del action
        return ""

    @on(Input.Changed, "#folder")
    def _check_folder(self) -> None:
        self._say(self.query_one(FolderField).fault)

    @on(Input.Submitted)
    def action_carry_out(self) -> None:
        """Make the portfolio, or say what is wrong with the form."""
        choice, folder = self.query_one(FrameworkChoice), self.query_one(FolderField)
        fault = choice.fault or folder.fault
        if not fault:
            try:
                made = new_portfolio(
                    folder.path,
                    self._places,
                    framework=choice.framework_id,
                    pathway=choice.pathway_id,
                    title=self._value("title"),
                    author=self._value("author"),
                )
            except InputProblem as refused:
                fault = str(refused.problem)
            else:
                self.dismiss(made)
                return
        self._say(fault)

    def action_browse(self) -> None:
        """Look for a folder in which the new one shall lie."""
        field = self.query_one(FolderField)
        self.app.push_screen(ChooseFolderScreen(folder_purpose(), field.look_from), field.take)

    def action_back(self) -> None:
        """Make nothing."""
        self.dismiss(None)

    def _value(self, field: str) -> str:
        return self.query_one(f"#{field}", Input).value

    def _say(self, fault: str) -> None:
        self.query_one("#form-fault", Static).update(safe_line(fault, style="$warning"))
