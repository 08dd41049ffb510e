"""The submit screen: what to see to before submission, and the documents for the assessors."""

from dataclasses import dataclass
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Input, OptionList, RadioSet, Static
from textual.widgets.option_list import Option
from textual.worker import Worker

from cmalt_tui.commands.command import Scope
from cmalt_tui.model.finding import Finding, Level
from cmalt_tui.model.outline import find_entry
from cmalt_tui.model.portfolio import EVIDENCE, REFLECTION
from cmalt_tui.model.text_address import TextAddress, find_address
from cmalt_tui.progress import Report
from cmalt_tui.review.purpose import Purpose
from cmalt_tui.ui.bindings import bindings_of
from cmalt_tui.ui.finding_words import counted_levels, gravest_first, level_word
from cmalt_tui.ui.safe import safe_line
from cmalt_tui.ui.widgets.export_choices import ExportChoices
from cmalt_tui.ui.widgets.export_result import ExportResult
from cmalt_tui.ui.widgets.footer_line import FooterLine
from cmalt_tui.ui.widgets.letter_list import LetterList
from cmalt_tui.ui.widgets.progress_line import ProgressLine
from cmalt_tui.ui.work import Failed, Progressed, Stopped, carry_out_for
from cmalt_tui.workbench.desk import Desk
from cmalt_tui.workbench.examples import Examples
from cmalt_tui.workbench.exporting import EXPORT_FOLDER, Exported, default_file, export_desk
from cmalt_tui.workbench.review import review_of
from cmalt_tui.workbench.review_choices import NO_CHOICES, ReviewChoices
from cmalt_tui.workbench.status_report import status_report


@dataclass
class Written(Message):
    """The documents are there."""

    exported: tuple[Exported, ...]


@dataclass
class Reviewed(Message):
    """The review before submission is done."""

    found: tuple[Finding, ...]


class SubmitScreen(Screen[TextAddress | None]):
    """Answers with the text that a person wants to go to; None if they only go back."""

    COMMAND_SCOPE = Scope.SUBMIT
    BINDINGS: ClassVar = bindings_of(Scope.SUBMIT)
    CSS_PATH = "submit.tcss"

    def __init__(
        self, desk: Desk, examples: Examples | None = None, choices: ReviewChoices = NO_CHOICES
    ) -> None:
        """Make ready for the review, which begins when the screen is shown.

        Args:
            desk: The opened portfolio.
            examples: What its texts are compared with.
            choices: What the person chose about the review.
        """
        super().__init__()
        self._desk = desk
        self._examples = examples
        self._choices = choices
        self._found: tuple[Finding, ...] = ()
        self._work: Worker[None] | None = None

    def compose(self) -> ComposeResult:
        """What to see to; below it the export."""
        with Vertical(id="submit"):
            yield Static("Looking at what an accreditor would see …", id="submit-summary")
            listed = LetterList(id="submit-missing", compact=True, markup=False)
            listed.display = False
            yield listed
            yield Static("Export", id="submit-export", markup=False)
            yield ExportChoices(self._desk.folder / EXPORT_FOLDER)
            yield ProgressLine(id="submit-progress")
            yield ExportResult()
        yield FooterLine()

    def on_mount(self) -> None:
        """Begin with the export; the list takes over when there is something in it."""
        self.query_one(RadioSet).focus()
        self._review()

    def on_reviewed(self, message: Reviewed) -> None:
        """Show what was found, and begin with it where nothing else was begun."""
        self._found = message.found
        if not self._is_working:
            self.query_one(ProgressLine).clear_line()
        listed = self.query_one("#submit-missing", OptionList)
        listed.add_options(Option(_row(finding)) for finding in self._found)
        listed.display = bool(self._found)
        self.query_one("#submit-summary", Static).update(self._summary())
        if self._found and isinstance(self.focused, RadioSet) and not self._is_working:
            listed.focus()
            listed.highlighted = 0
        self.query_one(FooterLine).refresh()

    def why_not(self, action: str) -> str:
        """Exporting has to wait for the export that is running."""
        if action == "export" and self._is_working:
            return "an export is running; escape stops it"
        if action == "go_there" and not self._found:
            return "nothing to see to was found"
        if action == "go_there" and self.focused is not self.query_one("#submit-missing"):
            return "mark a line of the list first"
        return ""

    @on(OptionList.OptionSelected, "#submit-missing")
    def action_go_there(self) -> None:
        """Go to the text that the marked line is about."""
        marked = self.query_one(OptionList).highlighted
        if marked is not None:
            address = self._address(self._found[marked])
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

    @work(thread=True, exit_on_error=False, group="review")
    def _review(self) -> None:
        desk = self._desk
        portfolio = desk.portfolio

        def review(report: Report) -> Reviewed:
            found = review_of(
                portfolio,
                desk.framework,
                self._examples,
                folder=desk.folder,
                purpose=Purpose.SUBMISSION,
                choices=self._choices,
                report=report,
            )
            grave = (one for one in found.open if one.level is not Level.HINT)
            return Reviewed(tuple(gravest_first(list(grave))))

        carry_out_for(self, review)

    def _summary(self) -> Content:
        report = status_report(self._desk.framework, self._desk.portfolio)
        pathway = self._desk.framework.pathway(report.pathway).title
        state = ("✓ nothing was found that could be told by rules", "$success")
        if self._found:
            grave = self._found[0].level is Level.ERROR
            state = (
                f"{'✗' if grave else '!'} {counted_levels(self._found)}",
                "$error" if grave else "$warning",
            )
        about = f"   {safe_line(pathway, 30).plain} · {report.words:,} words"
        return Content.assemble(state, (about, "$text-muted"))

    def _address(self, finding: Finding) -> TextAddress | None:
        portfolio = self._desk.portfolio
        section, part, item = finding.section, finding.part, finding.item
        if not section and item in portfolio.evidence:
            section, part = next(iter(portfolio.uses_of(item)), ""), EVIDENCE
        try:
            entry = find_entry(self._desk.framework, portfolio, section)
        except KeyError:
            return None
        return find_address(entry, item if part == REFLECTION and item else part)


def _row(finding: Finding) -> Content:
    where = safe_line(finding.section or finding.item or "all", 24)
    return Content.assemble(
        level_word(finding.level),
        " " * (11 - level_word(finding.level).cell_length),
        where.pad_right(max(14 - where.cell_length, 2)),
        safe_line(finding.message),
    )
