"""Evidence mode acting on items: taken in, edited, renamed, viewed and removed."""

from dataclasses import dataclass
from datetime import date

from textual import work
from textual.message import Message

from cmalt_tui.model.evidence_uses import renamed_item, without_item
from cmalt_tui.model.portfolio import EvidenceItem, Portfolio
from cmalt_tui.problems import InputProblem
from cmalt_tui.progress import Report
from cmalt_tui.ui.safe import cut_line
from cmalt_tui.ui.screens.ask_line import AskLineScreen
from cmalt_tui.ui.screens.choose import Choice, ChooseScreen
from cmalt_tui.ui.screens.evidence_narrowed import NarrowedEvidence
from cmalt_tui.ui.work import Failed, carry_out_for
from cmalt_tui.workbench.bringing_in import bring_in, with_brought_in
from cmalt_tui.workbench.opening_artefacts import open_artefact


@dataclass
class BroughtIn(Message):
    """A thing was copied in, or it was there already."""

    item: EvidenceItem
    is_new: bool


class EvidenceItems(NarrowedEvidence):
    """Carries out what is about one item and no section."""

    def action_edit(self) -> None:
        """Change what is said of the item."""
        from cmalt_tui.ui.screens.evidence_item import EvidenceItemScreen

        item = self.item
        assert item is not None

        def take(changed: EvidenceItem | None) -> None:
            if changed is not None:
                portfolio = self.desk.portfolio.with_evidence(changed)
                self.take(portfolio, f"evidence “{changed.title}” changed")

        self.app.push_screen(EvidenceItemScreen(self.desk.folder, item), take)

    def action_add(self) -> None:
        """Ask what to take in."""

        def take(source: str | None) -> None:
            if source:
                self.notify("Taking it in …", markup=False)
                self._bring_in(source)

        self.app.push_screen(AskLineScreen("A path, a web address, or what the thing is"), take)

    @work(thread=True, exclusive=True, exit_on_error=False, group="bring-in")
    def _bring_in(self, source: str) -> None:
        desk = self.desk

        def bring(report: Report) -> BroughtIn:
            del report
            return BroughtIn(*bring_in(desk.folder, desk.portfolio, source, date.today()))

        carry_out_for(self, bring)

    def on_brought_in(self, message: BroughtIn) -> None:
        """Put it into the bank, mark it, and let the person say more of it."""
        item = message.item
        self.letters, self.only_gaps, self.shows_principles = "", False, False
        if message.is_new:
            changed = with_brought_in(self.desk.portfolio, item)
            self.take(changed, f"evidence “{item.title}” taken in")
        else:
            self.show_again()
        self.grid.mark(item.id)
        if message.is_new:
            self.action_edit()

    def on_failed(self, message: Failed) -> None:
        """Say why it can't be taken in."""
        self.notify(str(message.problem), severity="error", markup=False)

    def action_rename(self) -> None:
        """Give the item another id."""
        item = self.item
        assert item is not None

        def take(new_id: str | None) -> None:
            if new_id:
                try:
                    changed = renamed_item(self.desk.portfolio, item.id, new_id)
                except InputProblem as refused:
                    self.notify(str(refused.problem), severity="error", markup=False)
                    return
                self.take(changed, f"evidence {item.id} renamed to {new_id}")
                self.grid.mark(new_id)

        self.app.push_screen(AskLineScreen("Its id, as references name it", item.id), take)

    @work(thread=True, exclusive=True, exit_on_error=False, group="open")
    def action_open(self) -> None:
        """Open the file or the link."""
        item = self.item
        assert item is not None
        try:
            told = f"Opening {open_artefact(self.desk.folder, item)} …"
        except InputProblem as refused:
            told = str(refused.problem)
        self.notify(cut_line(told, 300), markup=False)

    def action_picture(self) -> None:
        """Look at the item's picture."""
        from cmalt_tui.ui.screens.picture import PictureScreen

        assert self.item is not None
        self.app.push_screen(PictureScreen(self.desk.folder, self.item))

    def action_remove(self) -> None:
        """Move the item into the bin, if the person says so."""
        item = self.item
        assert item is not None
        sections = self.desk.portfolio.uses_of(item.id)
        told = f"It is used in {', '.join(sections)}." if sections else "No section uses it."
        choices = (Choice("", "leave it there"), Choice("remove", "move it into the bin"))

        def take(answer: str | None) -> None:
            if answer == "remove":
                self.take(without_item(self.desk.portfolio, item.id), f"{item.id} removed")

        self.app.push_screen(ChooseScreen(f"Remove {item.title}?", choices, "", told), take)

    def take(self, portfolio: Portfolio, what: str) -> None:
        """Take a changed portfolio over as a step, and show it."""
        if self.steps.take(portfolio, what):
            self.show_again()
            self.notify(cut_line(f"{what[:1].upper()}{what[1:]}. u takes that back."), markup=False)
