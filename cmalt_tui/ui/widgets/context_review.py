"""What the review rules find in the section at hand, beside the text, each with its answer."""

from datetime import date
from typing import NamedTuple

from textual.content import Content

from cmalt_tui.model.dismissal import Dismissal
from cmalt_tui.model.portfolio import EvidenceItem, Section
from cmalt_tui.plain_text import amount
from cmalt_tui.review.reviewing import Sorted
from cmalt_tui.settings.settings import Settings
from cmalt_tui.ui.answers_allowed import why_not_answer
from cmalt_tui.ui.finding_words import place_of
from cmalt_tui.ui.keys import shown_key_of
from cmalt_tui.ui.latest import Latest
from cmalt_tui.ui.listed_content import listed_content
from cmalt_tui.ui.listed_findings import Listed, ListedFindings
from cmalt_tui.ui.messages import AnswerFinding, GoToWords
from cmalt_tui.ui.safe import cut_line
from cmalt_tui.ui.widgets.context_cards import Card, Cards
from cmalt_tui.ui.widgets.context_subject import Subject
from cmalt_tui.ui.work import Failed, Stopped
from cmalt_tui.workbench.review import review_of
from cmalt_tui.workbench.review_choices import review_choices


class _Asked(NamedTuple):
    """All of a portfolio that the findings of a section depend on."""

    section: Section
    evidence: tuple[EvidenceItem | None, ...]
    dismissed: tuple[Dismissal, ...]
    submit_by: date | None


class ContextReview(Cards):
    """Shows findings, made in a thread once the text rests; late answers are dropped."""

    def __init__(self) -> None:
        """Begin with nothing reviewed."""
        super().__init__()
        self._subject: Subject | None = None
        self._reviewed: _Asked | None = None
        self._findings = ListedFindings()
        self._listed: tuple[Listed, ...] = ()
        self._trouble = ""
        self._latest: Latest[_Asked, Sorted] = Latest(self, self._review, self._take, self._draw)

    def look(self, subject: Subject) -> None:
        """Show what is known, and review the section if it is another one by now."""
        asked = _asked(subject)
        if self._reviewed is None or asked.section.id != self._reviewed.section.id:
            self._findings.clear()
            self._reviewed, self._trouble = None, ""
        self._subject = subject
        self._draw()
        if asked != self._reviewed:
            self._latest.want(asked)

    def forget(self) -> None:
        """Review anew at the next look: the examples may be others."""
        self._reviewed = None

    def in_short(self, subject: Subject) -> str:
        """How many findings are open, as long as that is known."""
        is_known = self._reviewed == _asked(subject)
        return str(len(self._findings.found.open) or "") if is_known else ""

    def why_not(self, action: str) -> str:
        """Why something can't be done with the marked finding, in words."""
        if action == "dismissed":
            is_some = self._findings.found.dismissed or self._findings.shows_answered
            return "" if is_some else "nothing was dismissed in this section"
        if action not in ("open", "explain", *AnswerFinding.ACTIONS):
            return "go to the examples first"
        listed, subject = self._at_mark, self._subject
        if listed is None or subject is None:
            return "there is no finding"
        if action in AnswerFinding.ACTIONS:
            return why_not_answer(
                action, listed.finding, listed.answer, read_only=subject.read_only
            )
        return ""

    def act(self, action: str) -> None:
        """Go to the words of the marked finding, explain it, or have it answered."""
        listed = self._at_mark
        if action == "dismissed":
            self._findings.shows_answered = not self._findings.shows_answered
            self._draw()
        elif listed is None:
            return
        elif action == "explain":
            self._findings.explain(listed)
            self._draw()
            self.call_after_refresh(self._show_marked)
        elif action == "open":
            finding = listed.finding
            self.post_message(GoToWords(place_of(finding), finding.start, finding.quote))
        else:
            self.post_message(AnswerFinding(action, listed.finding, listed.answer))

    def on_failed(self, message: Failed) -> None:
        """Say why there is no review."""
        message.stop()
        self._trouble = message.problem.message
        self._draw()

    def on_stopped(self, message: Stopped) -> None:
        """Say why there is no review."""
        message.stop()
        self._trouble = "the search index is not finished"
        self._draw()

    def _review(self, asked: _Asked) -> Sorted:
        subject = self._subject
        assert subject is not None
        settings = getattr(self.app, "settings", Settings())
        return review_of(
            subject.portfolio,
            subject.framework,
            subject.examples,
            folder=subject.folder,
            section_id=asked.section.id,
            choices=review_choices(settings),
        )

    def _take(self, asked: _Asked, found: Sorted) -> None:
        self._reviewed, self._findings.found, self._trouble = asked, found, ""
        self._draw()

    @property
    def _at_mark(self) -> Listed | None:
        return next((one for one in self._listed if one.key == self.marked), None)

    def _draw(self) -> None:
        if self._subject is None:
            return
        self._listed = self._findings.listed()
        cards = [Card(one.key, self._card_of(one)) for one in self._listed]
        self.fill(cards, Content.styled(self._below_cards(), "$text-muted"))

    def _card_of(self, listed: Listed) -> Content:
        assert self._subject is not None
        entry, framework = self._subject.entry, self._subject.framework
        return listed_content(self.app, listed, entry, framework, "context.mend")

    def _below_cards(self) -> str:
        if self._trouble:
            return f"This can't be reviewed: {cut_line(self._trouble, 200)}"
        if self._reviewed is None:
            making = self._subject.examples.making.words if self._subject is not None else ""
            return f"{making} …" if making else "Reading …"
        key = shown_key_of(self.app, "context.dismissed")
        if self._findings.shows_answered:
            return f"These you dismissed. {key} shows the open ones."
        answered_ones = len(self._findings.found.dismissed)
        more = f" {amount(answered_ones, 'answer')} of yours: {key}." if answered_ones else ""
        whole = shown_key_of(self.app, "write.review")
        told = (
            "Hints and questions: you decide."
            if self._findings.found.open
            else "Nothing found here."
        )
        return f"{told}{more} {whole} shows the moves of reflection."

    def _show_marked(self) -> None:
        card = self.marked_card
        if card is not None:
            card.scroll_visible(animate=False)


def _asked(subject: Subject) -> _Asked:
    portfolio = subject.portfolio
    section = portfolio.section(subject.address.section)
    items = tuple(portfolio.evidence.get(use.item) for use in section.evidence)
    return _Asked(section, items, portfolio.dismissed, portfolio.submit_by)
