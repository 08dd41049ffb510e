"""The submit screen: what is missing for the pathway, and the documents for those who assess it."""

from dataclasses import dataclass
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option
from textual.worker import Worker

from cmalt_tui.commands.command import Scope
from cmalt_tui.model.outline import find_entry
from cmalt_tui.model.portfolio import EVIDENCE
from cmalt_tui.model.text_address import TextAddress, find_address
from cmalt_tui.progress import Report
from cmalt_tui.ui.bindings import bindings_of
from cmalt_tui.ui.safe import safe_line
from cmalt_tui.ui.widgets.export_choices import ExportChoices
from cmalt_tui.ui.widgets.export_result import ExportResult
from cmalt_tui.ui.widgets.footer_line import FooterLine
from cmalt_tui.ui.widgets.letter_list import LetterList
from cmalt_tui.ui.widgets.progress_line import ProgressLine
from cmalt_tui.ui.work import Failed, Progressed, Stopped, carry_out_for
from cmalt_tui.workbench.desk import Desk
from cmalt_tui.workbench.exporting import EXPORT_FOLDER, Exported, default_file, export_desk
from cmalt_tui.workbench.status_report import Missing, missing, status_report

_PARTS = ("description", "evidence", "reflection")


@dataclass
class Written(Message):
    """The documents are there."""

    exported: tuple[Exported, ...]


class SubmitScreen(Screen[TextAddress | None]):
    """Answers with the text that a person wants to go to; None if they only go back."""

    COMMAND_SCOPE = Scope.SUBMIT
    BINDINGS: ClassVar = bindings_of(Scope.SUBMIT)
    CSS_PATH = "submit.tcss"

    def __init__(self, desk: Desk) -> None:
        """Look at what is missing.

        Args:
            desk: The opened portfolio.
        """
        super().__init__()
        self._desk = desk
        self._missing = missing(desk.framework, desk.portfolio, desk.folder)
        self._work: Worker[None] | None = None

    def compose(self) -> ComposeResult:
        """What is missing; below it the export."""
        with Vertical(id="submit"):
            yield Static(self._summary(), id="submit-summary", markup=False)
            rows = (Option(_row(one)) for one in self._missing)
            listed = LetterList(*rows, id="submit-missing", compact=True, markup=False)
            listed.display = bool(self._missing)
            yield listed
            yield Static("Export", id="submit-export", markup=False)
            yield ExportChoices(self._desk.folder / EXPORT_FOLDER)
            yield ProgressLine(id="submit-progress")
            yield ExportResult()
        yield FooterLine()

    def on_mount(self) -> None:
        """Begin with what is missing; with the export if nothing is."""
        self.query_one(OptionList if self._missing else "RadioSet").focus()

    def why_not(self, action: str) -> str:
        """Exporting has to wait for the export that is running."""
        if action == "export" and self._is_working:
            return "an export is running; escape stops it"
        if action == "go_there" and not self._missing:
            return "nothing is missing"
        if action == "go_there" and self.focused is not self.query_one("#submit-missing"):
            return "mark a line of what is missing first"
        return ""

    @on(OptionList.OptionSelected, "#submit-missing")
    def action_go_there(self) -> None:
        """Go to the text that the marked line is about."""
        marked = self.query_one(OptionList).highlighted
        if marked is not None:
            address = self._address(self._missing[marked])
            if address is not None:
                self.dismiss(address)
            else:
                self.notify("No section uses it, so there is no text to go to.", markup=False)

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
        target = folder
        if folder is not None and len(formats) == 1:
            target = folder / default_file(self._desk, formats[0], audience).name

        def export(report: Report) -> Written:
            return Written(export_desk(self._desk, formats, target, audience, report))

        carry_out_for(self, export)

    def _summary(self) -> Content:
        report = status_report(self._desk.framework, self._desk.portfolio)
        pathway = self._desk.framework.pathway(report.pathway).title
        count = len(self._missing)
        told = f"✗ {count} {'thing is' if count == 1 else 'things are'} missing"
        state = (
            (told, "$error") if count else ("✓ nothing is missing that can be counted", "$success")
        )
        about = f"   {safe_line(pathway, 30).plain} · {report.words:,} words"
        return Content.assemble(state, (about, "$text-muted"))

    def _address(self, gap: Missing) -> TextAddress | None:
        portfolio = self._desk.portfolio
        named = [part for part in _PARTS if part in gap.message]
        part = named[0] if named else ""
        section = gap.section
        if section in portfolio.evidence:
            section, part = next(iter(portfolio.uses_of(section)), ""), EVIDENCE
        try:
            return find_address(find_entry(self._desk.framework, portfolio, section), part)
        except KeyError:
            return None


def _row(gap: Missing) -> Content:
    where = safe_line(gap.section, 24)
    return Content.assemble(
        ("✗ ", "$error"), where.pad_right(max(14 - where.cell_length, 2)), safe_line(gap.message)
    )
