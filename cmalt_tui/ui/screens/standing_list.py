"""The list of the screen that tells where one is: sections and reasons, the facts shown at once."""

from collections.abc import Sequence
from datetime import date

from textual.content import Content
from textual.events import Resize
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from cmalt_tui.model.portfolio import Portfolio
from cmalt_tui.ui.latest import Latest
from cmalt_tui.ui.review_desk import Goal, ReviewDesk
from cmalt_tui.ui.safe import cut_line, safe_line
from cmalt_tui.ui.screens.list_beside import ListBesideScreen
from cmalt_tui.ui.standing_content import (
    reason_detail,
    reason_row,
    section_detail,
    section_row,
    told_above,
    whole_detail,
)
from cmalt_tui.ui.work import Failed, Stopped
from cmalt_tui.workbench.before_submission import Reason
from cmalt_tui.workbench.progress_picture import LEAST_WIDTH
from cmalt_tui.workbench.standing import SectionStanding
from cmalt_tui.workbench.standing_review import Seen, standing_by_facts, standing_by_review

NEXT_STEP = "next step"
_WIDE = 140
_BESIDE_PICTURE = 4


class StandingListScreen(ListBesideScreen[Goal | str | None]):
    """Lists sections and reasons; the marked one stands beside them, with the whole below it."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (_WIDE, "-wide")]  # noqa: RUF012 - as in Textual
    DEFAULT_CSS = """
    StandingListScreen LetterList { width: 92; }
    StandingListScreen.-narrow LetterList { max-height: 50%; }
    """

    def __init__(self, review: ReviewDesk, section_id: str) -> None:
        """Begin with nothing read.

        Args:
            review: The opened portfolio, and what it is reviewed with.
            section_id: The section that one comes from.
        """
        super().__init__("Where I am", "Reading …")
        self.review = review
        self._section_id = section_id
        self.seen: Seen | None = None
        self._is_reading = True
        self._facts: Latest[Portfolio, Seen] = Latest(self, self._look, self._take_facts)
        self._findings: Latest[Portfolio, Seen] = Latest(self, self._review, self._take_review)

    def on_mount(self) -> None:
        """Look, with the screen in place already."""
        super().on_mount()
        self.look_again()

    def on_resize(self, event: Resize) -> None:
        """Draw the picture in the width that there is."""
        del event
        self.call_after_refresh(self.show_marked)

    @property
    def sections(self) -> tuple[SectionStanding, ...]:
        """The sections as they are listed; none before they were looked at."""
        return self.seen.standing.sections if self.seen is not None else ()

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """What stands before submission, as it is listed below the sections."""
        return self.seen.standing.reasons if self.seen is not None else ()

    @property
    def marked_section(self) -> SectionStanding | None:
        """The marked section; None where a reason is marked, or nothing."""
        marked = self.marked
        return self.sections[marked] if marked is not None and marked < len(self.sections) else None

    def lines(self) -> Sequence[Content]:
        """The sections, and below them the reasons."""
        return [*map(section_row, self.sections), *map(reason_row, self.reasons)]

    def shown(self, number: int) -> Sequence[Content]:
        """The marked section or reason in full, and the whole."""
        if self.seen is None:
            return [Content("")]
        count = len(self.sections)
        width = max(LEAST_WIDTH, self.query_one("#pane-0").size.width - _BESIDE_PICTURE)
        if number < count:
            marked = section_detail(self.sections[number], width)
        else:
            marked = reason_detail(self.reasons[number - count])
        whole = whole_detail(self.seen.standing, self.seen.days, date.today(), width)
        return [Content("\n\n").join([marked, whole])]

    def list_again(self, marked: int) -> None:
        """List all anew, with a rule between the sections and the reasons."""
        listed = self.query_one(OptionList)
        listed.clear_options()
        options: list[Option | None] = [Option(line) for line in self.lines()]
        count = len(options)
        if self.reasons:
            options.insert(len(self.sections), None)
        listed.add_options(options)
        listed.highlighted = min(marked, count - 1) if count else None
        self.show_marked()

    def on_failed(self, message: Failed) -> None:
        """Say why there is no review; what is listed rests on the facts alone."""
        message.stop()
        self._is_reading = False
        self.say_above(safe_line(f"The texts can't be reviewed: {message.problem}", 200))

    def on_stopped(self, message: Stopped) -> None:
        """Nothing stops this but going back."""
        message.stop()

    def changed(self, told: str) -> None:
        """Have the portfolio saved, and say what was done."""
        self.review.changed()
        self.app.notify(cut_line(told, 300), markup=False)
        self.look_again()

    def look_again(self) -> None:
        """Look at the facts, and then at the texts; both in a thread."""
        self._is_reading = True
        self._facts.want(self.review.desk.portfolio)

    def _look(self, portfolio: Portfolio) -> Seen:
        found = self.seen.found if self.seen is not None else None
        review = self.review
        return standing_by_facts(review.desk, review.places, portfolio, date.today(), found)

    def _take_facts(self, portfolio: Portfolio, seen: Seen) -> None:
        self._show(seen)
        self._findings.want(portfolio)

    def _review(self, portfolio: Portfolio) -> Seen:
        review = self.review
        found = review.find(portfolio).open
        desk, places, norms = review.desk, review.places, review.norms()
        return standing_by_review(desk, places, portfolio, date.today(), found, norms)

    def _take_review(self, portfolio: Portfolio, seen: Seen) -> None:
        del portfolio
        self._is_reading = False
        self._show(seen)

    def _show(self, seen: Seen) -> None:
        """Show where things stand, with the mark on the same line or where one comes from."""
        before, self.seen = self.seen, seen
        ids = [section.entry.id for section in seen.standing.sections]
        here = ids.index(self._section_id) if self._section_id in ids else 0
        self.list_again(here if before is None else self.marked or 0)
        self.say_above(told_above(seen.standing, reading=self._is_reading))
