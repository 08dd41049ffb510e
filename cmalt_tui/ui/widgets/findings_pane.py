"""The findings of a section in a pane of their own, each as far as it has to be read."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static
from textual.widgets.option_list import Option

from cmalt_tui.model.finding import Finding
from cmalt_tui.model.framework import Framework
from cmalt_tui.model.outline import Entry
from cmalt_tui.plain_text import amount
from cmalt_tui.review.reviewing import Sorted
from cmalt_tui.ui.finding_words import counted_levels
from cmalt_tui.ui.keys import shown_key_of
from cmalt_tui.ui.listed_content import listed_content
from cmalt_tui.ui.listed_findings import Listed, ListedFindings
from cmalt_tui.ui.widgets.sentence_list import QuietList
from cmalt_tui.workbench.asked_questions import RULE as QUESTIONS


class FindingsPane(Vertical):
    """Lists findings, the gravest first, or those that were dismissed."""

    DEFAULT_CSS = """
    FindingsPane { height: 1fr; padding: 0 1; }
    FindingsPane > Static { height: auto; color: $text-muted; margin-bottom: 1; }
    """

    def __init__(self) -> None:
        """Begin with nothing found."""
        super().__init__(id="findings")
        self.findings = ListedFindings()
        self.findings.keep = self._is_listed
        self._listed: tuple[Listed, ...] = ()
        self._entry: Entry | None = None
        self._framework: Framework | None = None

    def compose(self) -> ComposeResult:
        """How many there are, and the list."""
        yield Static(markup=False)
        yield QuietList(markup=False, compact=True, id="findings-list")

    @property
    def at_mark(self) -> Listed | None:
        """The marked finding."""
        place = self.query_one(QuietList).highlighted
        return self._listed[place] if place is not None and self._listed else None

    def show(self, found: Sorted, entry: Entry, framework: Framework) -> None:
        """Show what was found in a section."""
        if self._entry is None or entry.id != self._entry.id:
            self.findings.clear()
        self.findings.found, self._entry, self._framework = found, entry, framework
        self.draw()

    def tell(self, told: str) -> None:
        """Say something in place of the number of findings."""
        self.query_one(Static).update(told)

    def switch(self) -> None:
        """Show the dismissed ones, or the open ones again."""
        self.findings.shows_answered = not self.findings.shows_answered
        self.draw()

    def explain(self) -> None:
        """Say of the marked finding why it matters; again, no longer."""
        if self.at_mark is not None:
            self.findings.explain(self.at_mark)
            self.draw()

    def draw(self) -> None:
        """Draw the list anew, with the mark on the same finding."""
        if self._framework is None:
            return
        marked = self.at_mark
        listed = self.query_one(QuietList)
        place = listed.highlighted or 0
        self._listed = self.findings.listed()
        listed.clear_options()
        listed.add_options(
            Option(
                Content.assemble(
                    listed_content(self.app, one, self._entry, self._framework, "review.mend"), "\n"
                )
            )
            for one in self._listed
        )
        keys = [one.key for one in self._listed]
        if marked is not None and marked.key in keys:
            place = keys.index(marked.key)
        listed.highlighted = min(place, len(keys) - 1) if keys else None
        self.tell(self._told())

    def _is_listed(self, finding: Finding) -> bool:
        """Whether it is listed: open questions are asked beside the sentences."""
        return self.findings.shows_answered or finding.rule != QUESTIONS

    def _told(self) -> str:
        found = self.findings.found
        key = shown_key_of(self.app, "review.dismissed")
        if self.findings.shows_answered:
            return f"{amount(len(found.dismissed), 'dismissed finding')}   {key} the open ones"
        told = (
            counted_levels([one for one in found.open if self._is_listed(one)])
            or "nothing found here"
        )
        return f"{told}   {key} {len(found.dismissed)} dismissed" if found.dismissed else told
