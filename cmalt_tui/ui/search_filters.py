"""The filters of a search: those set beside the query line and those typed in it."""

import re
from typing import NamedTuple

from cmalt_tui.model.passage import SearchFilter

# In the order in which a person narrows down.
FIELDS = ("section", "part", "pathway", "year", "sector", "licence", "author")
_NAMED = r"(?<!\S)-?(section|part|path|pathway|year|sector|licen[cs]e|author):"
_IN_LINE = rf'{_NAMED}("[^"]+"|[^\s":]+)(?!\S)'

_OTHERWISE = {"path": "pathway", "license": "licence"}


class Chip(NamedTuple):
    """A filter in force.

    Attributes:
        field: Which field of a passage is limited.
        value: To what; for one that is typed in the line, the words as they stand there.
        start, end: Where it stands in the query line; 0 and 0 if it is set beside the line.
    """

    field: str
    value: str
    start: int = 0
    end: int = 0

    @property
    def is_typed(self) -> bool:
        """Whether it stands in the query line."""
        return self.end > 0


def chips_of(query: str, only: SearchFilter) -> tuple[Chip, ...]:
    """All filters in force: those beside the line, then those in it."""
    typed = tuple(
        Chip(_OTHERWISE.get(name := found[1].casefold(), name), found[0], *found.span())
        for found in re.finditer(_IN_LINE, query, re.I)
    )
    beside = tuple(Chip(field, value) for field in FIELDS if (value := value_of(only, field)))
    return (*beside, *typed)


def value_of(only: SearchFilter, field: str) -> str:
    """What a field is limited to, in words; empty if it is not limited."""
    if field != "year":
        return str(getattr(only, field))
    first, last = only.first_year, only.last_year
    if first == last:
        return str(first) if first else ""
    return f"{first or ''}–{last or ''}"


def limited(only: SearchFilter, field: str, value: str) -> SearchFilter:
    """The filter with a field limited to a value; an empty one lifts the limit."""
    if field == "year":
        year = int(value) if value.isdecimal() else 0
        return only._replace(first_year=year, last_year=year)
    return SearchFilter(**{**only._asdict(), field: value})


def toggled(only: SearchFilter, field: str, value: str) -> SearchFilter:
    """The filter with a field limited to a value, or with that limit lifted if it stands."""
    return limited(only, field, "" if value_of(only, field) == value else value)


def without(query: str, only: SearchFilter, chip: Chip) -> tuple[str, SearchFilter]:
    """What is left of query line and filter when one filter is lifted."""
    if not chip.is_typed:
        return query, limited(only, chip.field, "")
    before, after = query[: chip.start].rstrip(), query[chip.end :].lstrip()
    return f"{before} {after}".strip() if before or after else "", only


def without_typed(query: str) -> str:
    """The words of a query line with no filter among them."""
    return " ".join(re.sub(_IN_LINE, " ", query, flags=re.I).split())


def without_unfinished(query: str) -> str:
    """A query line without a field at its end that has no value yet: one is about to type it."""
    return re.sub(rf'{_NAMED}"?\Z', "", query.strip(), flags=re.I).strip()
