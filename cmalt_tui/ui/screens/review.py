"""The review of a section: its moves of reflection, one question at a time, and its findings."""

from collections.abc import Mapping
from typing import ClassVar

from textual import on
from textual.widgets import OptionList

from cmalt_tui.commands.command import Scope
from cmalt_tui.model.text_address import TextAddress
from cmalt_tui.ui.answers_allowed import READ_ONLY, why_not_answer
from cmalt_tui.ui.bindings import bindings_of
from cmalt_tui.ui.finding_words import place_of
from cmalt_tui.ui.messages import AnswerFinding
from cmalt_tui.ui.review_desk import Goal
from cmalt_tui.ui.screens.answering import carry_out
from cmalt_tui.ui.screens.section_review import SectionReviewScreen
from cmalt_tui.ui.widgets.findings_pane import FindingsPane
from cmalt_tui.ui.widgets.own_part_pane import OwnPartPane
from cmalt_tui.ui.widgets.sentence_list import QuietList
from cmalt_tui.ui.widgets.xray_pane import XrayPane
from cmalt_tui.workbench.asked_questions import place_of_answer

_OPEN = "-findings-open"
_OWN = "-own-open"
_ON_FINDINGS = frozenset({"explain", "mend", "dismissed", "raise_again"})
_ANSWER = "answer_finding"


class ReviewScreen(SectionReviewScreen):
    """Answers with the place that a person wants to go to; None if they only go back."""

    COMMAND_SCOPE = Scope.REVIEW
    ACTIONS: ClassVar[Mapping[str, str]] = {
        "next_text": "go_text(1)",
        "previous_text": "go_text(-1)",
        "next_section": "go_section(1)",
        "previous_section": "go_section(-1)",
        **{name: f"{_ANSWER}('{name}')" for name in AnswerFinding.ACTIONS},
    }
    BINDINGS: ClassVar = bindings_of(Scope.REVIEW, ACTIONS)
    HELP = (
        "Letters in the margin say what a sentence may do; a question asks for what was not found."
    )
    CSS_PATH = "review.tcss"

    def why_not(self, action: str) -> str:
        """Why an action can't be carried out now, in words."""
        name = action.removeprefix(f"{_ANSWER}('").removesuffix("')")
        pane, xray = self.query_one(FindingsPane), self.query_one(XrayPane)
        if action == "undo_step":
            return READ_ONLY if self.review.desk.read_only else ""
        if name in _ON_FINDINGS and not self.on_findings:
            return "go to the findings first, with tab"
        if action in ("answer", "next_question"):
            if action == "answer" and self.review.desk.read_only:
                return READ_ONLY
            few = "there is no question" if xray.question is None else "there is only this question"
            return "" if xray.questions > (action == "next_question") else few
        if action == "dismissed":
            is_some = pane.findings.found.dismissed or pane.findings.shows_answered
            return "" if is_some else "nothing was dismissed in this section"
        if action == "explain":
            return "" if self.marked is not None else "there is no finding"
        if name in AnswerFinding.ACTIONS:
            answer = pane.at_mark.answer if self.on_findings and pane.at_mark else None
            read_only = self.review.desk.read_only
            return why_not_answer(name, self.marked, answer, read_only=read_only)
        return ""

    @on(OptionList.OptionSelected)
    async def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        await self.app.run_action("go_there", self)

    def action_go_there(self) -> None:
        """Go to the marked sentence, or to the words of the marked finding."""
        xray, place = self.query_one(XrayPane), self.query_one(OwnPartPane).place
        if self.has_class(_OWN) and self._on_side and place is not None:
            address = TextAddress(self.entry.id, place.part, place.item)
            self.dismiss(Goal(address, place.start, place.quote))
        elif self.on_findings:
            if self.marked is not None:
                finding = self.marked
                self.dismiss(Goal(place_of(finding), finding.start, finding.quote))
        elif xray.text is not None and xray.sentence is not None:
            address = TextAddress(self.entry.id, xray.text.part, xray.text.item)
            self.dismiss(Goal(address, xray.sentence.start, xray.sentence.text))
        else:
            self.dismiss(Goal(TextAddress(self.entry.id, ""), -1))

    def action_own_part(self) -> None:
        """List who acts and who is affected, in place of the findings; again, the findings."""
        self.toggle_class(_OWN)
        self._show_side(to_side=True)

    def action_answer(self) -> None:
        """Go where the answer belongs, and keep the question in sight."""
        asked = self.query_one(XrayPane).question
        if asked is not None:
            address, at = place_of_answer(self.entry.written, asked)
            self.dismiss(Goal(address, at, "", asked.question))

    def action_next_question(self) -> None:
        """Show the next question."""
        self.query_one(XrayPane).ask_next()

    def action_other_pane(self) -> None:
        """Go to the findings, or back to the sentences."""
        self._show_side(to_side=not self._on_side)

    def action_go_text(self, step: int) -> None:
        """Show another text of the section."""
        self.query_one(XrayPane).go_text(step)
        self.show_place()

    def action_go_section(self, step: int) -> None:
        """Review the next section that has any text, or the one before."""
        listed = self.listed_entries
        places = [n for n, entry in enumerate(listed) if not entry.written.is_empty]
        now = listed.index(self.entry)
        further = [n for n in places if (n > now if step > 0 else n < now)]
        if not further:
            told = "This is the last section with any text." if step > 0 else "This is the first."
            self.app.notify(told, markup=False)
            return
        self.section_id = listed[further[0] if step > 0 else further[-1]].id
        self.look_again()

    def action_explain(self) -> None:
        """Say why the marked finding matters; again, no longer."""
        self.query_one(FindingsPane).explain()

    def action_dismissed(self) -> None:
        """Show the dismissed findings, or the open ones again."""
        self.query_one(FindingsPane).switch()

    def action_answer_finding(self, action: str) -> None:
        """Dismiss, mend or raise again what the key is about."""
        listed = self.query_one(FindingsPane).at_mark if self.on_findings else None
        if self.marked is not None:
            asked = AnswerFinding(action, self.marked, listed.answer if listed else None)
            carry_out(self.app, self.review.desk, asked, self.changed)

    def action_undo_step(self) -> None:
        """Take the last step back."""
        what = self.review.desk.undo()
        self.changed(f"Taken back: {what}" if what else "There is no step to take.")

    def action_whole(self) -> None:
        """Review the whole portfolio."""
        from cmalt_tui.ui.screens.findings import FindingsScreen

        self.app.push_screen(FindingsScreen(self.review), self._came_back)

    def action_freshness(self) -> None:
        """See what may be out of date."""
        from cmalt_tui.ui.screens.freshness import FreshnessScreen

        self.app.push_screen(FreshnessScreen(self.review), self._came_back)

    def action_back(self) -> None:
        """Close what lies over the sentences, or go back to the text."""
        if self.has_class(_OWN):
            self.action_own_part()
        elif self.has_class(_OPEN, "-narrow"):
            self.action_other_pane()
        else:
            self.dismiss(None)

    @property
    def _on_side(self) -> bool:
        return self.query_one("#review-side").has_focus_within

    def _show_side(self, *, to_side: bool) -> None:
        """Give the keys to the findings or the list of who acts, or to the sentences."""
        self.set_class(to_side, _OPEN)
        side = "#own-list" if self.has_class(_OWN) else "#findings-list"
        self.query_one(side if to_side else "#sentences", QuietList).focus()

    def _came_back(self, goal: Goal | None) -> None:
        if goal is not None:
            self.dismiss(goal)
        else:
            self.look_again()
