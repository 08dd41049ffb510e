"""What may be out of date by the day of submission, the stalest first; one key says still true."""

from collections.abc import Sequence
from datetime import date
from typing import ClassVar

from textual.content import Content

from cmalt_tui.commands.command import Scope
from cmalt_tui.model.dates import long_date
from cmalt_tui.model.portfolio import Portfolio
from cmalt_tui.plain_text import amount
from cmalt_tui.ui.answers_allowed import READ_ONLY
from cmalt_tui.ui.bindings import bindings_of
from cmalt_tui.ui.finding_words import finding_content
from cmalt_tui.ui.latest import Latest
from cmalt_tui.ui.listed_findings import Listed
from cmalt_tui.ui.review_desk import ReviewDesk
from cmalt_tui.ui.safe import safe_line
from cmalt_tui.ui.screens.answering_list import AnsweringListScreen
from cmalt_tui.ui.screens.asking_day import ask_submission_day
from cmalt_tui.workbench.answered_findings import confirm
from cmalt_tui.workbench.freshness_list import Freshness, freshness_review
from cmalt_tui.workbench.review_choices import review_choices

_AGE = 11


class FreshnessScreen(AnsweringListScreen):
    """Lists the sentences that were true once."""

    COMMAND_SCOPE = Scope.FRESHNESS
    BINDINGS: ClassVar = [
        *bindings_of(Scope.FRESHNESS, AnsweringListScreen.ACTIONS),
        *AnsweringListScreen.SCROLLING,
    ]
    HELP = "Sentences about the present, with dates, versions, laws and roles: still true then?"
    DEFAULT_CSS = """
    FreshnessScreen LetterList { width: 50%; }
    FreshnessScreen.-narrow LetterList { max-height: 45%; height: 45%; }
    """

    def __init__(self, review: ReviewDesk) -> None:
        """Begin with nothing read.

        Args:
            review: The opened portfolio, and what it is reviewed with.
        """
        super().__init__(review, "Still true on the day?", "Reading …")
        self._fresh = Freshness(self.findings.found, {})
        choices = review_choices(review.settings)
        self._latest: Latest[Portfolio, Freshness] = Latest(
            self,
            lambda portfolio: freshness_review(portfolio, review.desk.framework, choices),
            self._take_list,
        )

    def lines(self) -> Sequence[Content]:
        """The age, the section and the words, a line each."""
        return [self._line(one) for one in self.listed]

    def shown(self, number: int) -> Sequence[Content]:
        """The sentence, what is asked about it, and why."""
        return self.explained(self._full, number)

    def told(self) -> Content:
        """How many there are, against which day."""
        found, portfolio = self.findings.found, self.review.desk.portfolio
        by = portfolio.submit_by
        day = f"submission on {long_date(by)}" if by else "no day of submission is planned: today"
        if self.findings.shows_answered:
            return Content(f"{amount(len(found.dismissed), 'sentence')} that you confirmed")
        asked = amount(len(found.open), "sentence") if found.open else "nothing"
        confirmed = f" · {len(found.dismissed)} confirmed" if found.dismissed else ""
        return Content(f"{asked} to look at{confirmed} · {day}")

    def look_again(self) -> None:
        """Read all texts, in a thread."""
        self._latest.want(self.review.desk.portfolio)

    def why_not(self, action: str) -> str:
        """Why an action can't be carried out now, in words."""
        read_only = self.review.desk.read_only
        if action in ("still_true", "submit_by") and read_only:
            return READ_ONLY
        if action == "still_true":
            marked = self.at_mark
            if marked is None:
                return "there is no sentence to confirm"
            return "this is confirmed; u takes it back" if marked.answer is not None else ""
        return super().why_not(action)

    def action_still_true(self) -> None:
        """Note that the marked sentence still holds."""
        if self.at_mark is not None:
            confirm(self.review.desk, self.at_mark.finding, date.today())
            self.changed(f"Still true on {long_date(date.today())}.")

    def action_submit_by(self) -> None:
        """Ask for the planned day of submission."""
        ask_submission_day(self.app, self.review.desk, self.changed)

    def action_back(self) -> None:
        """Go back to the text."""
        self.dismiss(None)

    def _take_list(self, portfolio: Portfolio, fresh: Freshness) -> None:
        del portfolio
        self._fresh = fresh
        self.take(fresh.found)

    def _line(self, listed: Listed) -> Content:
        entry = self.entry_of(listed.finding)
        age = self._fresh.age(listed.finding) or "–"
        return Content.assemble(
            (f"{age:<{_AGE}}", "$accent"),
            safe_line(entry.name if entry else listed.finding.section, 24, "$text-muted"),
            "  ",
            safe_line(listed.finding.quote or listed.finding.message, 120),
        )

    def _full(self, listed: Listed) -> Content:
        entry = self.entry_of(listed.finding)
        return finding_content(listed.finding, entry, self.review.desk.framework)
