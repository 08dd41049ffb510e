"""The submit screen: what would be turned back, and the documents for those who assess it."""

from dataclasses import dataclass
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input, OptionList, Static
from textual.worker import Worker

from cmalt_tui.commands.command import Scope
from cmalt_tui.progress import Report
from cmalt_tui.ui.bindings import bindings_of
from cmalt_tui.ui.screens.submit_review import SubmitReviewScreen
from cmalt_tui.ui.widgets.export_choices import ExportChoices
from cmalt_tui.ui.widgets.export_result import ExportResult
from cmalt_tui.ui.widgets.footer_line import FooterLine
from cmalt_tui.ui.widgets.progress_line import ProgressLine
from cmalt_tui.ui.widgets.sentence_list import QuietList
from cmalt_tui.ui.work import Failed, Progressed, Stopped, carry_out_for
from cmalt_tui.workbench.exporting import EXPORT_FOLDER, Exported, default_file, export_desk

_ON_LINES = frozenset({"explain", "dismiss", "mend", "raise_again"})


@dataclass
class Written(Message):
    """The documents are there."""

    exported: tuple[Exported, ...]


class SubmitScreen(SubmitReviewScreen):
    """Answers with the text that a person wants to go to; None if they only go back."""

    COMMAND_SCOPE = Scope.SUBMIT
    BINDINGS: ClassVar = bindings_of(Scope.SUBMIT, SubmitReviewScreen.ACTIONS)
    HELP = "What an accreditor looks at first, what a reader asks, and the documents."
    CSS_PATH = "submit.tcss"
    _work: Worker[None] | None = None

    def compose(self) -> ComposeResult:
        """What is found; below it the export."""
        with Vertical(id="submit"):
            yield Static("Reading …", id="submit-summary", markup=False)
            yield QuietList(id="submit-missing", compact=True, markup=False)
            yield Static("Export", id="submit-export", markup=False)
            yield ExportChoices(self.review.desk.folder / EXPORT_FOLDER)
            yield ProgressLine(id="submit-progress")
            yield ExportResult()
        yield FooterLine()

    def on_mount(self) -> None:
        """Review, with the keys on what is found."""
        self.query_one("#submit-missing").focus()
        self.look_again()

    def why_not(self, action: str) -> str:
        """Exporting has to wait for the export that is running."""
        if action == "export" and self._is_working:
            return "an export is running; escape stops it"
        name = action.partition("(")[2].strip("'()") or action
        on_list = self.focused is self.query_one("#submit-missing")
        if (name in _ON_LINES or action == "go_there") and self.listed and not on_list:
            return "mark a line of what is found first"
        return super().why_not(action)

    @on(OptionList.OptionSelected, "#submit-missing")
    async def _clicked(self) -> None:
        await self.app.run_action("go_there", self)

    @on(Input.Submitted, "#export-folder")
    async def _enter(self) -> None:
        await self.app.run_action("export", self)

    def action_export(self) -> None:
        """Write the chosen documents."""
        if not self.query_one(ExportChoices).formats:
            self.query_one(ExportResult).tell("Choose at least one format.")
            return
        self.query_one(ExportResult).tell("")
        self._work = self._export()

    def action_back(self) -> None:
        """Stop the export that is running, or go back."""
        if self._is_working and self._work is not None:
            self._work.cancel()
        else:
            self.dismiss(None)

    def on_progressed(self, message: Progressed) -> None:
        """Show how far the export is."""
        self.query_one(ProgressLine).show(message.progress)

    def on_written(self, message: Written) -> None:
        """Show what was written."""
        self.query_one(ProgressLine).clear_line()
        self.query_one(ExportResult).show(message.exported)

    def on_failed(self, message: Failed) -> None:
        """Say why nothing was written."""
        self.query_one(ProgressLine).clear_line()
        self.query_one(ExportResult).tell(str(message.problem))

    def on_stopped(self, message: Stopped) -> None:
        """Say that nothing is left behind."""
        self.query_one(ProgressLine).tell("Stopped. Nothing was left behind.", "$text-muted")

    @property
    def _is_working(self) -> bool:
        return self._work is not None and not self._work.is_finished

    @work(thread=True, exit_on_error=False, group="export")
    def _export(self) -> None:
        choices = self.query_one(ExportChoices)
        formats, folder, audience = choices.formats, choices.folder, choices.audience
        desk = self.review.desk
        target = folder
        if folder is not None and len(formats) == 1:
            target = folder / default_file(desk, formats[0], audience).name

        def export(report: Report) -> Written:
            return Written(export_desk(desk, formats, target, audience, report))

        carry_out_for(self, export)
