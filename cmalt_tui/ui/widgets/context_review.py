"""What the review rules find in the section at hand, beside the text, each with its answer."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from textual.content import Content

from cmalt_tui.model.dismissal import Dismissal
from cmalt_tui.model.finding import Finding
from cmalt_tui.model.portfolio import EvidenceItem, Section
from cmalt_tui.plain_text import amount
from cmalt_tui.review.reviewing import Sorted
from cmalt_tui.ui.answers_allowed import why_not_answer
from cmalt_tui.ui.finding_words import (
    answered,
    explanation,
    finding_content,
    gravest_first,
    mending,
    place_of,
)
from cmalt_tui.ui.keys import shown_key_of
from cmalt_tui.ui.latest import Latest
from cmalt_tui.ui.messages import AnswerFinding, GoToWords
from cmalt_tui.ui.safe import cut_line
from cmalt_tui.ui.widgets.context_cards import Card, Cards
from cmalt_tui.ui.widgets.context_subject import Subject
from cmalt_tui.ui.work import Failed, Stopped
from cmalt_tui.workbench.section_review import section_review

_NOTHING = Sorted((), ())


class _Asked(NamedTuple):
    """All of a portfolio that the findings of a section depend on."""

    section: Section
    evidence: tuple[EvidenceItem | None, ...]
    dismissed: tuple[Dismissal, ...]
    submit_by: date | None


class _Listed(NamedTuple):
    """A finding as it is listed, with the answer that it had."""

    key: str
    finding: Finding
    answer: Dismissal | None


class ContextReview(Cards):
    """Shows findings, made in a thread once the text rests; late answers are dropped."""

    def __init__(self) -> None:
        """Begin with nothing reviewed."""
        super().__init__()
        self._subject: Subject | None = None
        self._reviewed: _Asked | None = None
        self._found = _NOTHING
        self._listed: tuple[_Listed, ...] = ()
        self._explained = ""
        self._shows_dismissed = False
        self._trouble = ""
        self._latest: Latest[_Asked, Sorted] = Latest(self, self._review, self._take, self._draw)

    def look(self, subject: Subject) -> None:
        """Show what is known, and review the section if it is another one by now."""
        asked = _asked(subject)
        if self._reviewed is None or asked.section.id != self._reviewed.section.id:
            self._found, self._reviewed, self._trouble = _NOTHING, None, ""
            self._explained, self._shows_dismissed = "", False
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
        return str(len(self._found.open) or "") if is_known else ""

    def why_not(self, action: str) -> str:
        """Why something can't be done with the marked finding, in words."""
        if action == "dismissed":
            is_none = not (self._found.dismissed or self._shows_dismissed)
            return "nothing was dismissed in this section" if is_none else ""
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
            self._shows_dismissed = not self._shows_dismissed
            self._draw()
        elif listed is None:
            return
        elif action == "explain":
            self._explained = "" if self._explained == listed.key else listed.key
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
        return section_review(
            subject.portfolio, subject.framework, subject.examples, asked.section.id
        )

    def _take(self, asked: _Asked, found: Sorted) -> None:
        self._reviewed, self._found, self._trouble = asked, found, ""
        self._draw()

    @property
    def _at_mark(self) -> _Listed | None:
        return next((one for one in self._listed if one.key == self.marked), None)

    def _draw(self) -> None:
        if self._subject is None:
            return
        self._listed = tuple(self._in_order())
        cards = [Card(one.key, self._card_of(one)) for one in self._listed]
        self.fill(cards, Content.styled(self._below_cards(), "$text-muted"))

    def _in_order(self) -> Iterator[_Listed]:
        """What is listed: the open findings, the gravest first, or those with an answer."""
        counts: Counter[tuple[str, ...]] = Counter()
        pairs: list[tuple[Finding, Dismissal | None]] = [
            (finding, None) for finding in gravest_first(self._found.open)
        ]
        if self._shows_dismissed:
            pairs = list(self._found.dismissed)
        for finding, answer in pairs:
            about = (finding.rule, finding.part, finding.item, finding.quote or finding.message)
            counts[about] += 1
            yield _Listed(f"{about} {counts[about]}", finding, answer)

    def _card_of(self, listed: _Listed) -> Content:
        assert self._subject is not None
        lines = [finding_content(listed.finding, self._subject.entry, self._subject.framework)]
        if listed.answer is not None:
            lines.insert(0, answered(listed.answer))
        elif fix := mending(self.app, listed.finding, "context.mend"):
            lines.append(fix)
        if listed.key == self._explained:
            lines.append(explanation(listed.finding))
        return Content("\n").join(lines)

    def _below_cards(self) -> str:
        if self._trouble:
            return f"This can't be reviewed: {cut_line(self._trouble, 200)}"
        if self._reviewed is None:
            making = self._subject.examples.making.words if self._subject is not None else ""
            return f"{making} …" if making else "Reading …"
        key = shown_key_of(self.app, "context.dismissed")
        if self._shows_dismissed:
            return f"These you dismissed. {key} shows the open ones."
        answered_ones = len(self._found.dismissed)
        more = f" {amount(answered_ones, 'answer')} of yours: {key}." if answered_ones else ""
        whole = shown_key_of(self.app, "write.review")
        told = "Hints and questions: you decide." if self._found.open else "Nothing found here."
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
