"""Passages of the example corpus, and the answer to a search over them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple


@dataclass(frozen=True)
class Origin:
    """Where an example comes from, shown with every passage.

    Attributes:
        portfolio: Title of the portfolio; also what groups passages.
        licence: As the author states it; empty means all rights reserved, for reading only.
        year: Year of submission or publication; 0 if unknown.
    """

    portfolio: str
    author: str = ""
    source: str = ""
    licence: str = ""
    pathway: str = ""
    sector: str = ""
    year: int = 0

    def filled(self, other: "Origin") -> "Origin":
        """The same, with what is not known filled in from another."""
        return Origin(
            self.portfolio or other.portfolio,
            self.author or other.author,
            self.source or other.source,
            self.licence or other.licence,
            self.pathway or other.pathway,
            self.sector or other.sector,
            self.year or other.year,
        )


@dataclass(frozen=True)
class Passage:
    """A piece of somebody's public portfolio, cut at paragraph borders.

    Attributes:
        id: Unique in the corpus.
        text: Markdown, cleaned.
        section: The framework's section id (``specialist`` unnumbered); empty if unknown.
        part: ``description``, ``evidence``, ``reflection`` or ``statement``; empty if unknown.
        title: The heading that it stands under.
        works: What works in it, in a line, where somebody has said so.
    """

    id: str
    text: str
    origin: Origin
    section: str = ""
    part: str = ""
    title: str = ""
    works: str = ""


class PartLength(NamedTuple):
    """How many words one portfolio has in one part of one section.

    Attributes:
        section: The framework's section id, unnumbered; several specialist options count as one.
        passages: Into how many passages they are cut.
    """

    portfolio: str
    author: str
    section: str
    part: str
    words: int
    passages: int


class SearchFilter(NamedTuple):
    """What a search is limited to; an empty field doesn't limit.

    Attributes:
        author, sector, licence: Words that have to occur in it, in any order and case.
        first_year, last_year: Both included; 0 for no limit on that side. With a limit, passages
            of an unknown year are left out.
    """

    section: str = ""
    part: str = ""
    pathway: str = ""
    author: str = ""
    sector: str = ""
    licence: str = ""
    first_year: int = 0
    last_year: int = 0


class Hit(NamedTuple):
    """A passage found.

    Attributes:
        score: 0 to 1, comparable within one answer only.
        snippet: About two sentences around the best match, plain text.
        highlights: Start and end of every match, in characters of ``snippet``.
        also: Where else nearly the same passage stands; it is listed once.
    """

    passage: Passage
    score: float
    snippet: str
    highlights: tuple[tuple[int, int], ...] = ()
    also: tuple[Origin, ...] = ()


@dataclass(frozen=True)
class Answer:
    """What a search found.

    Attributes:
        corrected: A word as typed, to the words of the corpus that were taken for it.
        dropped: Words that nothing fits and that were left out so that something is found.
        total: How many passages fit in all; ``hits`` holds the best of them.
        searched: How many passages there are.
    """

    query: str
    hits: tuple[Hit, ...] = ()
    corrected: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    dropped: tuple[str, ...] = ()
    total: int = 0
    searched: int = 0
    took_ms: float = 0.0
