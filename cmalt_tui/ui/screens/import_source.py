"""Brings in a document: shows first where every word would go, and writes nothing until told."""

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Input, OptionList, Static
from textual.worker import Worker

from cmalt_tui.commands.command import Scope
from cmalt_tui.model.import_plan import ImportPlan
from cmalt_tui.places import Places
from cmalt_tui.plain_text import slug
from cmalt_tui.progress import Report
from cmalt_tui.ui.bindings import bindings_of
from cmalt_tui.ui.paths import shown_path
from cmalt_tui.ui.safe import safe_line
from cmalt_tui.ui.screens.choose_folder import ChooseFolderScreen, folder_purpose
from cmalt_tui.ui.widgets.folder_field import FolderField
from cmalt_tui.ui.widgets.footer_line import FooterLine
from cmalt_tui.ui.widgets.framework_choice import FrameworkChoice
from cmalt_tui.ui.widgets.import_plan_list import ImportPlanList, counts_of
from cmalt_tui.ui.widgets.progress_line import ProgressLine
from cmalt_tui.ui.work import Failed, Progressed, Stopped, carry_out_for
from cmalt_tui.workbench.importing import carry_out, plan_of


@dataclass
class Planned(Message):
    """A plan is made; one that is older than the last change of the form is not shown."""

    plan: ImportPlan
    number: int


@dataclass
class BroughtIn(Message):
    """The plan is carried out."""

    folder: Path


class ImportSourceScreen(Screen[Path | None]):
    """Answers with the folder of the new portfolio."""

    COMMAND_SCOPE = Scope.FORM
    BINDINGS: ClassVar = bindings_of(Scope.FORM)
    CSS_PATH = "form.tcss"

    def __init__(self, source: Path, places: Places, author: str = "") -> None:
        """Name the source; it is read when the screen is there.

        Args:
            source: A document, or a folder of documents.
            places: Where the person's own frameworks are.
            author: Stands in where the source names no author.
        """
        super().__init__()
        self._source = source
        self._places = places
        self._author = author
        self._plan: ImportPlan | None = None
        self._number = 0
        self._work: Worker[None] | None = None

    def compose(self) -> ComposeResult:
        """Where to, as what, and the plan below."""
        with Vertical(classes="form -whole-width"):
            yield Static(
                Content.assemble("Bring in ", safe_line(shown_path(self._source), 70)),
                classes="form-title",
            )
            stem = slug(self._source.stem, fallback="imported").removesuffix("portfolio").strip("-")
            name = f"{stem}-portfolio" if stem else "my-portfolio"
            yield FolderField("Into folder", name)
            yield FrameworkChoice(self._places, may_guess=True)
            yield Static("", id="form-fault", markup=False)
            yield ProgressLine(id="import-progress")
            yield ImportPlanList(markup=False)
        yield FooterLine()

    def on_mount(self) -> None:
        """Read the source."""
        self._make_plan()

    def why_not(self, action: str) -> str:
        """Carrying out has to wait for the plan."""
        if action == "carry_out" and self._is_working:
            return "wait until it is done, or stop it with escape"
        return ""

    @on(FrameworkChoice.Changed)
    def _make_plan(self) -> None:
        if self._work is not None:
            self._work.cancel()
        self._plan = None
        self._number += 1
        self._say("")
        self.query_one(ImportPlanList).clear_options()
        choice = self.query_one(FrameworkChoice)
        self._work = self._plan_worker(choice.framework_id, choice.pathway_id, self._number)

    @on(Input.Changed, "#folder")
    def _check_folder(self) -> None:
        self._say(self.query_one(FolderField).fault)

    @on(Input.Submitted, "#folder")
    @on(OptionList.OptionSelected)
    async def _enter(self) -> None:
        await self.app.run_action("carry_out", self)

    def action_carry_out(self) -> None:
        """Write the portfolio as planned."""
        folder = self.query_one(FolderField)
        fault = folder.fault
        if fault or self._plan is None:
            self._say(fault or "There is nothing to bring in yet.")
            return
        self._say("")
        self._work = self._carry_out_worker(self._plan, folder.path)

    def action_browse(self) -> None:
        """Look for a folder in which the new one shall lie."""
        field = self.query_one(FolderField)
        self.app.push_screen(ChooseFolderScreen(folder_purpose(), field.look_from), field.take)

    def action_back(self) -> None:
        """Stop what is going on; else go back with nothing done."""
        if self._is_working and self._work is not None:
            self._work.cancel()
        else:
            self.dismiss(None)

    def on_planned(self, message: Planned) -> None:
        """Show the plan."""
        if message.number != self._number:
            return
        self._plan = message.plan
        self.query_one(ProgressLine).update(counts_of(message.plan))
        listed = self.query_one(ImportPlanList)
        listed.show(message.plan)
        listed.focus()
        self.query_one(FooterLine).refresh()

    def on_brought_in(self, message: BroughtIn) -> None:
        """Answer with the new portfolio."""
        self.dismiss(message.folder)

    def on_progressed(self, message: Progressed) -> None:
        """Show how far it is."""
        if self._is_working:
            self.query_one(ProgressLine).show(message.progress)

    def on_failed(self, message: Failed) -> None:
        """Say why it can't be done."""
        self._show_counts()
        self._say(str(message.problem))

    def on_stopped(self, message: Stopped) -> None:
        """Say that nothing was done, unless the work was only begun anew."""
        if not self._is_working:
            self._show_counts()
            self._say("Stopped. Nothing was written.")

    @property
    def _is_working(self) -> bool:
        return self._work is not None and not self._work.is_finished

    @work(thread=True, exit_on_error=False, group="import")
    def _plan_worker(self, framework: str, pathway: str | None, number: int) -> None:
        def plan(report: Report) -> Planned:
            made = plan_of([self._source], self._places, framework, pathway, report)
            return Planned(made, number)

        carry_out_for(self, plan)

    @work(thread=True, exit_on_error=False, group="import")
    def _carry_out_worker(self, plan: ImportPlan, folder: Path) -> None:
        author = "" if plan.author else self._author

        def write(report: Report) -> BroughtIn:
            return BroughtIn(carry_out(plan, folder, self._places, "", author, report))

        carry_out_for(self, write)

    def _show_counts(self) -> None:
        line = self.query_one(ProgressLine)
        line.update(counts_of(self._plan) if self._plan is not None else "")

    def _say(self, fault: str) -> None:
        self.query_one("#form-fault", Static).update(safe_line(fault, style="$warning"))
