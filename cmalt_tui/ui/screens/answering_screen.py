"""A screen that lists findings: each can be gone to, dismissed, mended and raised again."""

from typing import ClassVar

from textual.screen import Screen

from cmalt_tui.model.finding import Finding
from cmalt_tui.model.outline import Entry, entries
from cmalt_tui.ui.answers_allowed import READ_ONLY, why_not_answer
from cmalt_tui.ui.finding_places import goal_of
from cmalt_tui.ui.listed_findings import Listed, ListedFindings
from cmalt_tui.ui.messages import AnswerFinding
from cmalt_tui.ui.review_desk import Goal, ReviewDesk
from cmalt_tui.ui.safe import cut_line
from cmalt_tui.ui.screens.answering import carry_out

_ANSWER = "answer_finding"


class AnsweringScreen(Screen[Goal | None]):
    """Answers with the place that a person wants to go to; None if they only go back."""

    ACTIONS: ClassVar = {name: f"{_ANSWER}('{name}')" for name in AnswerFinding.ACTIONS}

    review: ReviewDesk
    findings: ListedFindings
    listed: tuple[Listed, ...] = ()

    def look_again(self) -> None:
        """Review the portfolio as it stands; the screen says how."""
        raise NotImplementedError

    def show_findings(self) -> None:
        """List the findings anew, with the mark on the same one; the screen says how."""
        raise NotImplementedError

    @property
    def place(self) -> int | None:
        """The number of the marked line; the screen knows it."""
        raise NotImplementedError

    @property
    def at_mark(self) -> Listed | None:
        """The marked finding."""
        return self.listed[self.place] if self.place is not None and self.listed else None

    def entry_of(self, finding: Finding) -> Entry | None:
        """The section that a finding is about; None where it concerns all."""
        desk = self.review.desk
        listed = entries(desk.framework, desk.portfolio)
        return next((entry for entry in listed if entry.id == finding.section), None)

    def list_findings(self) -> int:
        """Take what is to be listed now; returns where the mark shall be."""
        before, place = self.at_mark, self.place or 0
        self.listed = self.findings.listed()
        keys = [one.key for one in self.listed]
        return keys.index(before.key) if before is not None and before.key in keys else place

    def why_not(self, action: str) -> str:
        """Why an action can't be carried out now, in words."""
        name = action.removeprefix(f"{_ANSWER}('").removesuffix("')")
        if name == "undo_step":
            return READ_ONLY if self.review.desk.read_only else ""
        if name == "dismissed":
            is_some = self.findings.found.dismissed or self.findings.shows_answered
            return "" if is_some else "nothing was answered so far"
        marked = self.at_mark
        if name == "go_there":
            return "" if marked is not None else "there is no finding"
        if name in AnswerFinding.ACTIONS:
            finding, answer = (marked.finding, marked.answer) if marked else (None, None)
            return why_not_answer(name, finding, answer, read_only=self.review.desk.read_only)
        return ""

    def action_go_there(self) -> None:
        """Go to the words of the marked finding."""
        if self.at_mark is None:
            return
        desk = self.review.desk
        goal = goal_of(self.at_mark.finding, desk.framework, desk.portfolio)
        if goal is None:
            self.app.notify("This is about the whole; there is no one text to go to.", markup=False)
        else:
            self.dismiss(goal)

    def action_answer_finding(self, action: str) -> None:
        """Dismiss, mend or raise again the marked finding."""
        marked = self.at_mark
        if marked is not None:
            asked = AnswerFinding(action, marked.finding, marked.answer)
            carry_out(self.app, self.review.desk, asked, self.changed)

    def action_dismissed(self) -> None:
        """Show the answered findings, or the open ones again."""
        self.findings.shows_answered = not self.findings.shows_answered
        self.show_findings()

    def action_undo_step(self) -> None:
        """Take the last step back."""
        what = self.review.desk.undo()
        self.changed(f"Taken back: {what}" if what else "There is no step to take.")

    def changed(self, told: str) -> None:
        """Have the portfolio saved, and say what was done."""
        self.review.changed()
        self.app.notify(cut_line(told, 300), markup=False)
        self.look_again()
