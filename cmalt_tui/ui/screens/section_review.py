"""A section under review: reviewed in a thread, shown with its sentences and its findings."""

from collections.abc import Mapping
from typing import NamedTuple

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from cmalt_tui.model.finding import Finding
from cmalt_tui.model.outline import Entry, entries
from cmalt_tui.model.portfolio import Portfolio
from cmalt_tui.model.text_address import TextAddress, title_of
from cmalt_tui.review.moves import MoveRules, SectionXray, xray_section
from cmalt_tui.review.own_part import OwnPart, own_part
from cmalt_tui.review.reviewed import Norm
from cmalt_tui.review.reviewing import Sorted
from cmalt_tui.ui.keys import shown_key_of
from cmalt_tui.ui.latest import Latest
from cmalt_tui.ui.review_desk import Goal, ReviewDesk
from cmalt_tui.ui.safe import cut_line, safe_line
from cmalt_tui.ui.widgets.findings_pane import FindingsPane
from cmalt_tui.ui.widgets.footer_line import FooterLine
from cmalt_tui.ui.widgets.line import Line
from cmalt_tui.ui.widgets.own_part_pane import (
    OwnPartPane,
    balance_content,
    letters_content,
    own_part_content,
)
from cmalt_tui.ui.widgets.sentence_list import SentenceList
from cmalt_tui.ui.widgets.xray_pane import XrayPane
from cmalt_tui.ui.work import Failed, Stopped
from cmalt_tui.workbench.asked_questions import open_questions
from cmalt_tui.workbench.xray import move_rules


class _Asked(NamedTuple):
    """The section to be reviewed, in the portfolio as it stands."""

    section_id: str
    portfolio: Portfolio


class _Seen(NamedTuple):
    """What a review has shown."""

    xray: SectionXray
    found: Sorted
    part: OwnPart
    norms: Mapping[tuple[str, str], Norm]


class SectionReviewScreen(Screen[Goal | None]):
    """Shows a section and follows the portfolio; the keys are the matter of `ReviewScreen`."""

    def __init__(self, review: ReviewDesk, section_id: str) -> None:
        """Begin with a section.

        Args:
            review: The opened portfolio, and what it is reviewed with.
            section_id: The section at hand.
        """
        super().__init__()
        self.review = review
        self.section_id = section_id
        self._rules: MoveRules | None = None
        self._latest: Latest[_Asked, _Seen] = Latest(self, self._look, self._take)

    def compose(self) -> ComposeResult:
        """Where one is, the sentences, the findings."""
        yield Line("review-place", left_gives_way=False)
        with Horizontal(id="review-panes"):
            yield XrayPane()
            with Vertical(id="review-side"):
                yield FindingsPane()
                yield OwnPartPane()
                yield Static(id="own-part", markup=False)
        yield FooterLine()

    def on_mount(self) -> None:
        """Review the section."""
        self.query_one(SentenceList).focus()
        self.look_again()

    @property
    def listed_entries(self) -> list[Entry]:
        """The sections that can be reviewed: those that apply and have a text to write."""
        desk = self.review.desk
        listed = entries(desk.framework, desk.portfolio)
        return [one for one in listed if not (one.parked or one.broken or one.is_declaration)]

    @property
    def entry(self) -> Entry:
        """The section at hand."""
        listed = self.listed_entries
        return next((one for one in listed if one.id == self.section_id), listed[0])

    @property
    def on_findings(self) -> bool:
        """Whether the findings have the keys, and not the sentences."""
        return self.query_one(FindingsPane).has_focus_within

    @property
    def marked(self) -> Finding | None:
        """What a key is about: the marked finding, or the question beside the sentences."""
        if self.on_findings:
            listed = self.query_one(FindingsPane).at_mark
            return listed.finding if listed is not None else None
        return self.query_one(XrayPane).question

    def look_again(self) -> None:
        """Review the section as it stands."""
        self.show_place()
        self.query_one(FindingsPane).tell("Reading …")
        self._latest.want(_Asked(self.entry.id, self.review.desk.portfolio))

    def changed(self, told: str) -> None:
        """Have the portfolio saved, and say what was done."""
        self.review.changed()
        self.app.notify(cut_line(told, 300), markup=False)
        self.look_again()

    def show_place(self) -> None:
        """Say which section and which text is shown."""
        entry, framework = self.entry, self.review.desk.framework
        text = self.query_one(XrayPane).text
        part = title = ""
        if text is not None:
            part = title_of(entry, TextAddress(entry.id, text.part, text.item), framework)
            title = f" · {text.title}" if text.title else ""
        left = Content.assemble(
            safe_line(f"{entry.code} {entry.short_title}".strip(), 40, "bold $primary"),
            "  ",
            safe_line(f"{part}{title}", 60),
        )
        is_narrow = self.has_class("-narrow")
        keys = "tab findings" if is_narrow else "←→ text   [ ] section   tab findings"
        self.query_one("#review-place", Line).show(left, Content.styled(keys, "$text-muted"))

    def on_failed(self, message: Failed) -> None:
        """Say why there is no review."""
        message.stop()
        told = f"This can't be reviewed: {cut_line(message.problem.message, 200)}"
        self.query_one(FindingsPane).tell(told)

    def on_stopped(self, message: Stopped) -> None:
        """Say why there is no review."""
        message.stop()
        self.query_one(FindingsPane).tell("The search index is not finished.")

    def _look(self, asked: _Asked) -> _Seen:
        """Review a section; in a thread."""
        if self._rules is None:
            self._rules = move_rules(self.review.places)
        section = asked.portfolio.section(asked.section_id)
        found = self.review.find(asked.portfolio, asked.section_id)
        return _Seen(
            xray_section(section, self._rules), found, own_part(section), self.review.norms()
        )

    def _take(self, asked: _Asked, seen: _Seen) -> None:
        section = asked.portfolio.section(asked.section_id)
        self.query_one(XrayPane).show(seen.xray, open_questions(seen.found, section.id))
        self.query_one(OwnPartPane).show(seen.part)
        key = shown_key_of(self.app, "review.own_part")
        counts = (
            own_part_content(seen.part, key),
            balance_content(section, seen.norms),
            letters_content(seen.xray),
        )
        self.query_one("#own-part", Static).update(Content("\n").join(counts))
        self.query_one(FindingsPane).show(seen.found, self.entry, self.review.desk.framework)
        self.show_place()
        self.query_one(FooterLine).refresh()
