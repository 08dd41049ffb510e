"""What the rules look at: a portfolio, or one section of it, with all facts gathered beforehand."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import NamedTuple

from cmalt_tui.model.framework import Framework
from cmalt_tui.model.link_facts import LinkFacts
from cmalt_tui.model.outline import Entry, entries
from cmalt_tui.model.overlap import Overlap
from cmalt_tui.model.portfolio import Portfolio
from cmalt_tui.review.moves.move_rules import MoveRules
from cmalt_tui.review.purpose import Purpose
from cmalt_tui.review.reviewed_text import ReviewedText, texts_of


class ArtefactFacts(NamedTuple):
    """What the disk says about the file of an evidence item.

    Attributes:
        is_there: Whether there is a plain file.
        is_outside: Whether the item names a place outside the portfolio, or a link to one.
        size: In bytes; 0 where there is none.
        has_changed: Whether its content is another one than when it was taken in.
        has_location: Whether a picture tells where it was taken.
        sha256: The fingerprint of its content as it is now; empty where it was not taken.
    """

    is_there: bool
    is_outside: bool = False
    size: int = 0
    has_changed: bool = False
    has_location: bool = False
    sha256: str = ""


class Norm(NamedTuple):
    """How long the others' texts are, in words: the lower quartile, the middle, the upper one."""

    lower: int
    middle: int
    upper: int
    portfolios: int


@dataclass(frozen=True)
class Bounds:
    """Where the review draws its lines; settings change them.

    Attributes:
        evidence_months: From this age on, evidence is asked about.
        stale_months: So long after a date, a sentence about the present is asked about.
        confirmed_months: So long "still true" holds.
    """

    evidence_months: int = 36
    stale_months: int = 18
    confirmed_months: int = 6


@dataclass(frozen=True)
class Reviewed:
    """A portfolio to be reviewed. Rules read it and nothing else, so they need no disk.

    Attributes:
        today: The day of the review.
        section_id: The only section to look at; empty for all.
        purpose: What the review is for.
        artefacts: Facts about files by the id of the evidence item; an item that is not there
            was not looked at.
        package_bytes: The size of what would be handed over; 0 where it is not known.
        links: Facts about web addresses; empty where the network was not asked.
        overlaps: Asks the examples what a text has in common with them; None where there are no
            examples to ask.
        norms: Lengths in the example corpus, by section (``1a``) and part.
        move_rules: The rules of the reflection X-ray; None for those that come with the program.
    """

    framework: Framework
    portfolio: Portfolio
    today: date
    section_id: str = ""
    purpose: Purpose = Purpose.WRITING
    artefacts: Mapping[str, ArtefactFacts] = field(default_factory=dict)
    package_bytes: int = 0
    links: Mapping[str, LinkFacts] = field(default_factory=dict)
    overlaps: Callable[[str], tuple[Overlap, ...]] | None = None
    norms: Mapping[tuple[str, str], Norm] = field(default_factory=dict)
    bounds: Bounds = Bounds()
    move_rules: MoveRules | None = None

    @property
    def submit_on(self) -> date:
        """The planned day of submission, or today where none is planned or it has passed."""
        return max(self.portfolio.submit_by or self.today, self.today)

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """The sections that apply and can be read, in the framework's order."""
        return tuple(
            entry
            for entry in entries(self.framework, self.portfolio)
            if self.section_id in ("", entry.id) and not entry.parked and not entry.broken
        )

    @cached_property
    def texts(self) -> tuple[ReviewedText, ...]:
        """The texts of those sections that hold anything, in order."""
        return tuple(self._texts())

    def _texts(self) -> Iterator[ReviewedText]:
        for entry in self.entries:
            yield from (text for text in texts_of(entry) if text.text.strip())
