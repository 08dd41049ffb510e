"""A list of findings with the marked one beside it; each can be answered, and gone to."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.content import Content

from cmalt_tui.model.finding import Finding
from cmalt_tui.model.outline import Entry, entries
from cmalt_tui.review.reviewing import Sorted
from cmalt_tui.ui.answers_allowed import READ_ONLY, why_not_answer
from cmalt_tui.ui.finding_places import goal_of
from cmalt_tui.ui.listed_content import answered, explanation
from cmalt_tui.ui.listed_findings import Listed, ListedFindings
from cmalt_tui.ui.messages import AnswerFinding
from cmalt_tui.ui.review_desk import Goal, ReviewDesk
from cmalt_tui.ui.safe import cut_line
from cmalt_tui.ui.screens.answering import carry_out
from cmalt_tui.ui.screens.list_beside import ListBesideScreen
from cmalt_tui.ui.work import Failed, Stopped

ANSWER = "answer_finding"


class AnsweringListScreen(ListBesideScreen[Goal | None]):
    """Answers with the place that a person wants to go to; None if they only go back."""

    CHOSEN = "go_there"
    ACTIONS: ClassVar = {name: f"{ANSWER}('{name}')" for name in AnswerFinding.ACTIONS}

    def __init__(self, review: ReviewDesk, title: str, told: str) -> None:
        """Begin with nothing found.

        Args:
            review: The opened portfolio, and what it is reviewed with.
            title: In a line.
            told: What the person has to know until the review is there.
        """
        super().__init__(title, told)
        self.review = review
        self.findings = ListedFindings()
        self.listed: tuple[Listed, ...] = ()

    def look_again(self) -> None:
        """Review the portfolio as it stands; the screen says how."""
        raise NotImplementedError

    def told(self) -> Content:
        """What stands above the list; the screen says it."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """Review, with the list in place already."""
        super().on_mount()
        self.look_again()

    @property
    def at_mark(self) -> Listed | None:
        """The marked finding."""
        return self.listed[self.marked] if self.marked is not None and self.listed else None

    def entry_of(self, finding: Finding) -> Entry | None:
        """The section that a finding is about; None where it concerns all."""
        desk = self.review.desk
        listed = entries(desk.framework, desk.portfolio)
        return next((entry for entry in listed if entry.id == finding.section), None)

    def take(self, found: Sorted) -> None:
        """Show what was found."""
        self.findings.found = found
        self.show_findings()

    def show_findings(self) -> None:
        """List the findings anew, with the mark on the same one."""
        before, place = self.at_mark, self.marked or 0
        self.listed = self.in_order(self.findings.listed())
        keys = [one.key for one in self.listed]
        if before is not None and before.key in keys:
            place = keys.index(before.key)
        self.list_again(place)
        self.say_above(self.told())

    def in_order(self, listed: tuple[Listed, ...]) -> tuple[Listed, ...]:
        """The findings as they shall stand; gravest first unless the screen says otherwise."""
        return listed

    def why_not(self, action: str) -> str:
        """Why an action can't be carried out now, in words."""
        name = action.removeprefix(f"{ANSWER}('").removesuffix("')")
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

    def on_failed(self, message: Failed) -> None:
        """Say why there is no review."""
        message.stop()
        self.say_above(Content(f"This can't be reviewed: {cut_line(str(message.problem), 200)}"))

    def on_stopped(self, message: Stopped) -> None:
        """Say that what is listed is not all."""
        message.stop()
        self.say_above(Content("Stopped: what is listed is not all."))

    def explained(self, content: Callable[[Listed], Content], number: int) -> Sequence[Content]:
        """A finding in full, with its answer and why it matters."""
        one = self.listed[number]
        pieces = [answered(one.answer), Content("")] if one.answer is not None else []
        pieces += [content(one), Content(""), explanation(one.finding)]
        return [Content("\n").join(pieces)]
