"""What the review rules find in the section at hand, beside the text."""

from textual.content import Content

from cmalt_tui.model.finding import Finding
from cmalt_tui.model.portfolio import Section
from cmalt_tui.ui.finding_words import finding_content, place_of
from cmalt_tui.ui.latest import Latest
from cmalt_tui.ui.messages import GoToWords
from cmalt_tui.ui.safe import cut_line
from cmalt_tui.ui.widgets.context_cards import Card, Cards
from cmalt_tui.ui.widgets.context_subject import Subject
from cmalt_tui.ui.work import Failed, Stopped
from cmalt_tui.workbench.review import findings_of


class ContextReview(Cards):
    """Shows findings, made in a thread once the text rests; late answers are dropped."""

    def __init__(self) -> None:
        """Begin with nothing reviewed."""
        super().__init__()
        self._subject: Subject | None = None
        self._reviewed: Section | None = None
        self._findings: tuple[Finding, ...] = ()
        self._trouble = ""
        self._latest: Latest[Section, tuple[Finding, ...]] = Latest(
            self, self._review, self._take, self._draw
        )

    def look(self, subject: Subject) -> None:
        """Show what is known, and review the section if it is another one by now."""
        section = subject.portfolio.section(subject.address.section)
        if self._reviewed is None or section.id != self._reviewed.id:
            self._findings, self._reviewed, self._trouble = (), None, ""
        self._subject = subject
        self._draw()
        if section != self._reviewed:
            self._latest.want(section)

    def forget(self) -> None:
        """Review anew at the next look: the examples may be others."""
        self._reviewed = None

    def in_short(self, subject: Subject) -> str:
        """How many findings there are, as long as that is known."""
        is_known = self._reviewed == subject.portfolio.section(subject.address.section)
        return str(len(self._findings) or "") if is_known else ""

    def why_not(self, action: str) -> str:
        """A finding can be gone to and nothing else."""
        if action != "open":
            return "go to the examples first"
        return "" if self._findings else "there is no finding"

    def act(self, action: str) -> None:
        """Go to the place that the marked finding is about."""
        if action == "open" and self._findings:
            finding = self._findings[int(self.marked)]
            self.post_message(GoToWords(place_of(finding), finding.start))

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

    def _review(self, section: Section) -> tuple[Finding, ...]:
        subject = self._subject
        assert subject is not None
        return findings_of(subject.portfolio, subject.framework, subject.examples, section.id)

    def _take(self, section: Section, findings: tuple[Finding, ...]) -> None:
        self._reviewed, self._findings, self._trouble = section, findings, ""
        self._draw()

    def _draw(self) -> None:
        if self._subject is None:
            return
        entry = self._subject.entry
        cards = [
            Card(str(number), finding_content(finding, entry, self._subject.framework))
            for number, finding in enumerate(self._findings)
        ]
        self.fill(cards, Content.styled(self._below_cards(), "$text-muted"))

    def _below_cards(self) -> str:
        if self._trouble:
            return f"This can't be reviewed: {cut_line(self._trouble, 200)}"
        if self._reviewed is None:
            making = self._subject.examples.making.words if self._subject is not None else ""
            return f"{making} …" if making else "Reading …"
        if not self._findings:
            return "Nothing found: no words of the examples stand here without their source."
        return "Hints and questions: you decide."
