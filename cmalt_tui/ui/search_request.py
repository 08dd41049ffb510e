"""What the examples screen asks of the corpus, and what it counts around the answer."""

from dataclasses import dataclass
from typing import NamedTuple

from cmalt_tui.model.facets import Facets
from cmalt_tui.model.passage import Answer, Passage, SearchFilter
from cmalt_tui.ui.search_filters import Chip, chips_of, without
from cmalt_tui.workbench.examples import Examples

MOST_HITS = 50
_FEW = 5
_MOST_LIFTED = 3


@dataclass(frozen=True)
class Asked:
    """What is looked for: words; or what is near to a text; or what resembles a passage."""

    query: str
    only: SearchFilter
    near: str = ""
    like: Passage | None = None


class Place(NamedTuple):
    """The section and part of the framework from which a person came; either may be empty."""

    section: str = ""
    part: str = ""


class Visit(NamedTuple):
    """Where the examples were left: from which place they were looked for, and what was marked.

    Attributes:
        passage: The id of the marked passage; empty if none was.
    """

    place: Place
    asked: Asked
    passage: str = ""


class Counted(NamedTuple):
    """What can be told once the hits are there.

    Attributes:
        facets: How the passages are spread.
        hidden: Filters in force, and how many more passages there would be without each.
    """

    facets: Facets
    hidden: tuple[tuple[Chip, int], ...] = ()


def asked_again(visit: Visit | None, place: Place) -> Asked:
    """What is asked first: what was asked last, but for the place from which a person comes now."""
    if visit is None:
        return Asked("", SearchFilter(place.section))
    if visit.place == place:
        return visit.asked
    only = visit.asked.only
    # A limit to the place of then means the place of now.
    if visit.place.section and only.section == visit.place.section:
        only = only._replace(section=place.section)
    if visit.place.part and only.part == visit.place.part:
        only = only._replace(part=place.part)
    return Asked(visit.asked.query, only)


def answer_to(examples: Examples, asked: Asked) -> Answer:
    """Search for what is asked."""
    only = asked.only
    if asked.like is not None:
        return examples.like(asked.like.id, MOST_HITS)
    if not asked.query and only.section and only == SearchFilter(only.section, only.part):
        return examples.for_section(only.section, only.part, asked.near, MOST_HITS)
    return examples.search(asked.query, MOST_HITS, only)


def values_for(examples: Examples, query: str, only: SearchFilter) -> Facets:
    """Count the values to choose a limit from; where nothing fits, those of the whole corpus."""
    found = examples.facets(query, only)
    return found if any(found.fields.values()) else examples.facets("", only)


def counts_for(examples: Examples, asked: Asked, answer: Answer) -> Counted:
    """Count what stands around an answer; where it is poor, tell also what holds others back."""
    if asked.like is not None:
        return Counted(Facets({}))
    hidden = []
    if answer.total < _FEW or answer.dropped:
        for chip in chips_of(asked.query, asked.only)[:_MOST_LIFTED]:
            query, only = without(asked.query, asked.only, chip)
            other = examples.search(query, 1, only)
            # Those with all the words are worth more than any number of those with some.
            has_all = bool(answer.dropped) and not other.dropped
            more = other.total - (0 if has_all else answer.total)
            if more > 0 and (has_all or not answer.dropped or not answer.hits):
                hidden.append((chip, more))
    return Counted(examples.facets(asked.query, asked.only), tuple(hidden))
