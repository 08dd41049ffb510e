"""A list of findings with the marked one beside it; each can be answered, and gone to."""

from collections.abc import Callable, Sequence

from textual.content import Content

from cmalt_tui.review.reviewing import Sorted
from cmalt_tui.ui.listed_content import answered, explanation
from cmalt_tui.ui.listed_findings import Listed, ListedFindings
from cmalt_tui.ui.review_desk import Goal, ReviewDesk
from cmalt_tui.ui.safe import cut_line
from cmalt_tui.ui.screens.answering_screen import AnsweringScreen
from cmalt_tui.ui.screens.list_beside import ListBesideScreen
from cmalt_tui.ui.work import Failed, Stopped


class AnsweringListScreen(AnsweringScreen, ListBesideScreen[Goal | None]):
    """Shows of the marked finding all that there is to say."""

    CHOSEN = "go_there"

    def __init__(self, review: ReviewDesk, title: str, told: str) -> None:
        """Begin with nothing found.

        Args:
            review: The opened portfolio, and what it is reviewed with.
            title: In a line.
            told: What the person has to know until the review is there.
        """
        ListBesideScreen.__init__(self, title, told)
        self.review = review
        self.findings = ListedFindings()

    def told(self) -> Content:
        """What stands above the list; the screen says it."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """Review, with the list in place already."""
        super().on_mount()
        self.look_again()

    @property
    def place(self) -> int | None:
        """The number of the marked line."""
        return self.marked

    def take(self, found: Sorted) -> None:
        """Show what was found."""
        self.findings.found = found
        self.show_findings()

    def show_findings(self) -> None:
        """List the findings anew, with the mark on the same one."""
        self.list_again(self.list_findings())
        self.say_above(self.told())

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
