"""A passage of somebody else that a person keeps beside a section, with what works in it."""

from dataclasses import dataclass
from datetime import date

from cmalt_tui.model.passage import Passage


@dataclass(frozen=True)
class SavedExample:
    """A copy, so that it stays when the corpus is made anew or its source is gone.

    Attributes:
        id: Names its file in the portfolio.
        passage: As it was found, but for its section and part, which are those that it is kept
            for, and for what works in it, which is in the person's words.
    """

    id: str
    passage: Passage
    saved: date | None = None

    @property
    def section(self) -> str:
        """The section that it is kept for, by its own id, ``specialist-1``."""
        return self.passage.section

    @property
    def part(self) -> str:
        """The part that it helps with; empty for the whole section."""
        return self.passage.part

    @property
    def works(self) -> str:
        """What works in it, in the person's words."""
        return self.passage.works
