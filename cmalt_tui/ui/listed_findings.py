"""The findings of a review as a list shows them: open ones or answered ones, one explained."""

from collections import Counter
from collections.abc import Callable, Iterator
from typing import NamedTuple

from cmalt_tui.model.dismissal import Dismissal
from cmalt_tui.model.finding import Finding
from cmalt_tui.review.reviewing import Sorted
from cmalt_tui.ui.finding_words import gravest_first

NOTHING = Sorted((), ())


class Listed(NamedTuple):
    """A finding in a list.

    Attributes:
        key: What it is known by, so that the mark stays on it while others come and go.
        answer: The answer that it had; None for an open one.
        is_explained: Whether it is to be said why it matters.
    """

    key: str
    finding: Finding
    answer: Dismissal | None
    is_explained: bool


class ListedFindings:
    """Keeps what is shown of the findings.

    Attributes:
        found: What the last review found.
        shows_answered: Whether the answered ones are listed in place of the open ones.
        keep: Which of them are listed; all at first.
    """

    def __init__(self) -> None:
        """Begin with nothing found."""
        self.found = NOTHING
        self.shows_answered = False
        self.keep: Callable[[Finding], bool] = lambda finding: True
        self._explained = ""

    def clear(self) -> None:
        """Forget what was found, as another section is looked at."""
        self.found, self.shows_answered, self._explained = NOTHING, False, ""

    def explain(self, listed: Listed) -> None:
        """Explain a finding; again, no longer."""
        self._explained = "" if listed.is_explained else listed.key

    def listed(self) -> tuple[Listed, ...]:
        """What is listed: the open findings, the gravest first, or those with an answer."""
        return tuple(self._listed())

    def _listed(self) -> Iterator[Listed]:
        counts: Counter[tuple[str, ...]] = Counter()
        pairs: list[tuple[Finding, Dismissal | None]] = [
            (finding, None) for finding in gravest_first(self.found.open)
        ]
        if self.shows_answered:
            pairs = list(self.found.dismissed)
        for finding, answer in pairs:
            if self.keep(finding):
                about = (*finding[:1], *finding[2:5], finding.quote or finding.message)
                counts[about] += 1
                key = f"{about} {counts[about]}"
                yield Listed(key, finding, answer, key == self._explained)
