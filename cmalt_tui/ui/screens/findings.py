"""All findings of a portfolio: reviewed in a thread, listed by level, answered one by one."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import work
from textual.content import Content
from textual.message import Message
from textual.worker import Worker

from cmalt_tui.commands.command import Scope
from cmalt_tui.model.finding import Finding, Level
from cmalt_tui.plain_text import amount
from cmalt_tui.progress import Pace, Report
from cmalt_tui.review.reviewing import Sorted
from cmalt_tui.ui.bindings import bindings_of
from cmalt_tui.ui.finding_words import counted_levels, finding_content, level_word
from cmalt_tui.ui.listed_content import mending
from cmalt_tui.ui.listed_findings import Listed
from cmalt_tui.ui.review_desk import ReviewDesk
from cmalt_tui.ui.safe import safe_line
from cmalt_tui.ui.screens.answering_list import AnsweringListScreen
from cmalt_tui.ui.screens.choose import Choice, ChooseScreen
from cmalt_tui.ui.widgets.progress_line import progress_content
from cmalt_tui.ui.work import Progressed, carry_out_for
from cmalt_tui.workbench.answered_findings import rule_behind

_LEVELS = ((*Level,), (Level.ERROR, Level.WARNING), (Level.ERROR,))
_LEVEL_WORDS = ("", "errors and warnings only", "errors only")


@dataclass
class Reviewed(Message):
    """The review is there."""

    found: Sorted


class FindingsScreen(AnsweringListScreen):
    """Lists what the rules find anywhere in the portfolio."""

    COMMAND_SCOPE = Scope.FINDINGS
    BINDINGS: ClassVar = [
        *bindings_of(Scope.FINDINGS, AnsweringListScreen.ACTIONS),
        *AnsweringListScreen.SCROLLING,
    ]
    HELP = "Everything that the review finds. Hints and questions: you decide."
    DEFAULT_CSS = """
    FindingsScreen LetterList { width: 50%; }
    FindingsScreen.-narrow LetterList { max-height: 45%; height: 45%; }
    """

    def __init__(self, review: ReviewDesk) -> None:
        """Begin with nothing found.

        Args:
            review: The opened portfolio, and what it is reviewed with.
        """
        super().__init__(review, "All findings", "Reading …")
        self._work: Worker[None] | None = None
        self._pace = Pace()
        self._levels = 0
        self._only = ""
        self.findings.keep = self._is_kept

    def lines(self) -> Sequence[Content]:
        """Level, place and what was found, a line each."""
        return [self._line(one.finding) for one in self.listed]

    def shown(self, number: int) -> Sequence[Content]:
        """The finding in full, and why it matters."""
        return self.explained(self._full, number)

    def told(self) -> Content:
        """How many there are, and which of them are listed."""
        found = self.findings.found
        if self.findings.shows_answered:
            return Content(f"{amount(len(found.dismissed), 'answered finding')}, as you said why.")
        narrowed = [word for word in (self._only, _LEVEL_WORDS[self._levels]) if word]
        pieces = [counted_levels(found.open) or "nothing found", *narrowed]
        if found.dismissed:
            pieces.append(f"{len(found.dismissed)} dismissed")
        return safe_line(" · ".join(pieces))

    def why_not(self, action: str) -> str:
        """Why an action can't be carried out now, in words."""
        if action in ("narrow", "level") and not self.findings.found.open:
            return "there is no finding"
        return super().why_not(action)

    def look_again(self) -> None:
        """Review everything, in a thread."""
        if self._is_working and self._work is not None:
            self._work.cancel()
        self._pace = Pace()
        self._work = self._review()

    def action_narrow(self) -> None:
        """Show the findings of one section or of one rule only."""
        found = self.findings.found.open
        sections = Counter(one.section for one in found if one.section)
        rules = Counter(one.rule for one in found)
        choices = [Choice("", "all of them", str(len(found)))]
        choices += [Choice(name, f"section {name}", str(n)) for name, n in sections.items()]
        for name, count in sorted(rules.items()):
            rule = rule_behind(Finding(name, Level.HINT))
            choices.append(Choice(name, f"{name} {rule.title if rule else ''}", str(count)))

        def take(answer: str | None) -> None:
            if answer is not None:
                self._only = answer
                self.show_findings()

        self.app.push_screen(ChooseScreen("Show which findings?", choices, self._only), take)

    def action_level(self) -> None:
        """Show all levels, then fewer."""
        self._levels = (self._levels + 1) % len(_LEVELS)
        self.show_findings()

    def action_back(self) -> None:
        """Stop the review that is running, or go back."""
        if self._is_working and self._work is not None:
            self._work.cancel()
        else:
            self.dismiss(None)

    def on_progressed(self, message: Progressed) -> None:
        """Show how far the review is."""
        if self._is_working:
            words = safe_line(f"{self._pace.told(message.progress)} · esc stops")
            self.say_above(progress_content(message.progress, words))

    def on_reviewed(self, message: Reviewed) -> None:
        """Show what was found."""
        self.take(message.found)

    @property
    def _is_working(self) -> bool:
        return self._work is not None and not self._work.is_finished

    @work(thread=True, exclusive=True, exit_on_error=False, group="review")
    def _review(self) -> None:
        portfolio = self.review.desk.portfolio

        def find(report: Report) -> Reviewed:
            return Reviewed(self.review.find(portfolio, report=report))

        carry_out_for(self, find)

    def _is_kept(self, finding: Finding) -> bool:
        is_named = self._only in ("", finding.section, finding.rule)
        return is_named and finding.level in _LEVELS[self._levels]

    def _line(self, finding: Finding) -> Content:
        entry = self.entry_of(finding)
        where = entry.name if entry else finding.item or "all"
        return Content.assemble(
            level_word(finding.level),
            " " * (11 - level_word(finding.level).cell_length),
            safe_line(where, 24, "$text-muted"),
            "  ",
            safe_line(finding.message, 120),
        )

    def _full(self, listed: Listed) -> Content:
        entry = self.entry_of(listed.finding)
        pieces = [
            safe_line(entry.title, 0, "bold") if entry else Content(""),
            finding_content(listed.finding, entry, self.review.desk.framework),
        ]
        if listed.answer is None and (fix := mending(self.app, listed.finding, "findings.mend")):
            pieces.append(fix)
        return Content("\n").join(piece for piece in pieces if piece.plain)
