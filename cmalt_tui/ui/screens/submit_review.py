"""The upper half of the submit screen: what would be turned back, and what else a reader asks."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from textual import on
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList, RadioSet, Static
from textual.widgets.option_list import Option

from cmalt_tui.model.finding import Finding, Level
from cmalt_tui.model.link_facts import LinkFacts
from cmalt_tui.model.portfolio import Portfolio
from cmalt_tui.plain_text import amount
from cmalt_tui.review.purpose import Purpose
from cmalt_tui.review.reviewing import Sorted
from cmalt_tui.ui.finding_words import counted_levels, level_word
from cmalt_tui.ui.latest import Latest
from cmalt_tui.ui.listed_content import answered, explanation
from cmalt_tui.ui.listed_findings import Listed, ListedFindings
from cmalt_tui.ui.review_desk import ReviewDesk
from cmalt_tui.ui.safe import cut_line, safe_content, safe_line
from cmalt_tui.ui.screens.answering_screen import AnsweringScreen
from cmalt_tui.ui.widgets.export_choices import ExportChoices
from cmalt_tui.ui.widgets.footer_line import FooterLine
from cmalt_tui.ui.work import Failed, ended_by
from cmalt_tui.workbench.exporting import EXPORT_FOLDER, Audience
from cmalt_tui.workbench.link_check import asked_links
from cmalt_tui.workbench.review_report import write_report

_LEAST = 40
_LEVEL_WIDTH, _PLACE_WIDTH = 11, 14
_GRAVE = {
    Purpose.SUBMISSION: ("thing would be turned back", "things would be turned back"),
    Purpose.PUBLIC: ("thing should not be seen", "things should not be seen"),
}
_HEADINGS = {Purpose.SUBMISSION: "Ready to submit?", Purpose.PUBLIC: "Ready to be seen by all?"}
_NONE = {
    Purpose.SUBMISSION: "nothing is found that would be turned back",
    Purpose.PUBLIC: "nothing is found that should not be seen",
}


class _Asked(NamedTuple):
    """What is reviewed, for what, and whether the web is asked as well."""

    portfolio: Portfolio
    purpose: Purpose
    online: bool


@dataclass
class _Found(Message):
    """The review is there."""

    found: Sorted


class SubmitReviewScreen(AnsweringScreen):
    """Reviews for the audience that is chosen, in a thread, and lists what is found."""

    def __init__(self, review: ReviewDesk) -> None:
        """Begin with nothing found.

        Args:
            review: The opened portfolio, and what it is reviewed with.
        """
        super().__init__()
        self.review = review
        self.findings = ListedFindings()
        self._online = False
        self._links: Mapping[str, LinkFacts] = {}
        self._latest: Latest[_Asked, Message] = Latest(self, self._look, self._take)

    @property
    def purpose(self) -> Purpose:
        """What the review is for: everybody's eyes, or those who assess it."""
        is_public = self.query_one(ExportChoices).audience is Audience.PUBLIC
        return Purpose.PUBLIC if is_public else Purpose.SUBMISSION

    @property
    def place(self) -> int | None:
        """The number of the marked line."""
        return self.query_one("#submit-missing", OptionList).highlighted

    def why_not(self, action: str) -> str:
        """Why an action can't be carried out now, in words."""
        if action in ("explain", "go_there") and self.at_mark is None:
            return "there is no finding"
        return super().why_not(action)

    def look_again(self) -> None:
        """Review the portfolio as it stands, for the audience that is chosen."""
        asked = _Asked(self.review.desk.portfolio, self.purpose, self._online)
        if not self.listed:
            self.tell("Asking the links …" if self._online else "Reading …")
        self._latest.want(asked)

    def tell(self, told: str) -> None:
        """Say something in place of how many findings there are."""
        self.query_one("#submit-summary", Static).update(safe_line(told, 0, "$text-muted"))

    def show_findings(self) -> None:
        """List the findings anew, with the mark on the same one."""
        place = self.list_findings()
        listed = self.query_one("#submit-missing", OptionList)
        listed.clear_options()
        listed.add_options(Option(self._row(one)) for one in self.listed)
        listed.display = bool(self.listed)
        listed.highlighted = min(place, len(self.listed) - 1) if self.listed else None
        self.query_one("#submit-summary", Static).update(self._summary())
        self.query_one(FooterLine).refresh()

    def on_resize(self) -> None:
        """Cut the lines anew."""
        if self.listed:
            self.call_after_refresh(self.show_findings)

    @on(RadioSet.Changed)
    def _other_audience(self) -> None:
        if self.is_mounted:
            self.look_again()

    def action_explain(self) -> None:
        """Say why the marked finding matters; again, no longer."""
        if self.at_mark is not None:
            self.findings.explain(self.at_mark)
            self.show_findings()

    def action_ask_links(self) -> None:
        """Ask the web whether the links answer."""
        self._online = True
        self.tell("Asking the links …")
        self.look_again()

    def action_report(self) -> None:
        """Write what is listed as HTML and Markdown."""
        desk, purpose = self.review.desk, self.purpose
        for suffix in ("html", "md"):
            file = desk.folder / EXPORT_FOLDER / f"review-{purpose.value}.{suffix}"
            file.parent.mkdir(exist_ok=True)
            write_report(file, desk, self.findings.found, purpose, date.today())
        name = f"{EXPORT_FOLDER}/review-{purpose.value}.html"
        self.app.notify(f"Written: {name}, and the same as .md.", markup=False)

    def _look(self, asked: _Asked) -> Message:
        """Review; in a thread. What fails is told here, and not where the export is told."""
        return ended_by(lambda: _Found(self._review(asked)))

    def _review(self, asked: _Asked) -> Sorted:
        review = self.review
        if asked.online:
            framework = review.desk.framework
            self._links = asked_links(asked.portfolio, framework, review.places)
        return review.find(asked.portfolio, purpose=asked.purpose, links=self._links)

    def _take(self, asked: _Asked, ended: Message) -> None:
        del asked
        self._online = False
        if isinstance(ended, _Found):
            self.findings.found = ended.found
            self.show_findings()
        elif isinstance(ended, Failed):
            self.tell(f"This can't be reviewed: {cut_line(str(ended.problem), 200)}")
        else:
            self.tell("The review was stopped: the search index is not finished.")

    def _summary(self) -> Content:
        """How many things of which kind; for the audience that is chosen."""
        purpose, found = self.purpose, self.findings.found
        heading = Content.styled(f"{_HEADINGS[purpose]}   ", "bold $primary")
        if self.findings.shows_answered:
            told = f"{amount(len(found.dismissed), 'finding')} that you dismissed"
            return Content.assemble(heading, (told, "$text-muted"))
        errors = sum(one.level is Level.ERROR for one in found.open)
        grave = f"✗ {errors} {_GRAVE[purpose][errors != 1]}"
        state = (grave, "$error") if errors else (f"✓ {_NONE[purpose]}", "$success")
        others = counted_levels([one for one in found.open if one.level is not Level.ERROR])
        links = " · links asked" if self._links else ""
        return Content.assemble(
            heading,
            state,
            (f" · {others}" if others else "", "$text-muted"),
            (links, "$text-muted"),
        )

    def _row(self, listed: Listed) -> Content:
        finding = listed.finding
        where = safe_line(self._where(finding), _PLACE_WIDTH - 2)
        line = Content.assemble(
            level_word(finding.level).pad_right(
                _LEVEL_WIDTH - level_word(finding.level).cell_length
            ),
            where.pad_right(_PLACE_WIDTH - where.cell_length),
            safe_line(finding.message),
        )
        lines = [line if listed.is_explained else line.truncate(self._width, ellipsis=True)]
        if listed.answer is not None:
            lines.append(answered(listed.answer))
        if listed.is_explained:
            if finding.quote:
                lines.append(safe_line(f"“{finding.quote}”", 0, "italic"))
            lines += [safe_content(finding.question, "$primary"), explanation(finding), Content("")]
        return Content("\n").join(lines)

    @property
    def _width(self) -> int:
        """The room of a line in the list, less its scroll bar."""
        return max(_LEAST, self.query_one("#submit-missing").size.width - 2)

    def _where(self, finding: Finding) -> str:
        entry = self.entry_of(finding)
        if entry is not None:
            return entry.name
        item = self.review.desk.portfolio.evidence.get(finding.item)
        return item.title if item is not None else finding.item or "all"
