"""Names of products, versions, laws and policies that have been replaced, read from the data."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from typing import NamedTuple

from cmalt_tui.checked_toml import Table, read_table
from cmalt_tui.review.said_words import said_words

_FILE = Path(__file__).with_name("dated_names.toml")


class Replaced(NamedTuple):
    """A name in a sentence that has been replaced.

    Attributes:
        words: As it is written.
        told: What happened, to stand between the words and the month of ``since``.
        since: The day from which another holds.
        is_law: Whether it is a law, a policy, a standard or a body, and no product.
    """

    words: str
    told: str
    since: date
    is_law: bool


class _Name(NamedTuple):
    told: str
    since: date
    is_law: bool


class _Versions(NamedTuple):
    told: str
    ended: tuple[tuple[tuple[int, ...], date], ...]

    def since(self, version: str) -> date | None:
        """When a version ended: its own day, or that of the next one which is listed."""
        number = tuple(int(piece) for piece in version.split(".")[:2])
        return next((day for listed, day in self.ended if listed >= number), None)


@dataclass(frozen=True)
class DatedNames:
    """All names, found in a sentence with one search.

    Attributes:
        names: What is known of a name, by its spelling in lower case.
        versions: What is known of a product's versions, by its name in lower case.
        editions: The month of a yearly work, by its spelling in lower case.
        exact: Spellings that count in their own case only.
    """

    names: Mapping[str, _Name]
    versions: Mapping[str, _Versions]
    editions: Mapping[str, int]
    exact: frozenset[str]

    def found_in(self, sentence: str) -> Iterator[Replaced]:
        """List the names of a sentence that have been replaced, whenever that was."""
        if said_words(sentence).isdisjoint(self._first_words):
            return
        for found in self._pattern.finditer(sentence):
            if found["product"]:
                known = self.versions[found["product"].lower()]
                ended = known.since(found["number"])
                if ended is not None:
                    yield Replaced(found[0], known.told, ended, is_law=False)
            elif found["work"]:
                month = self.editions[" ".join(found["work"].lower().split())]
                next_one = date(int(found["year"]) + 1, month, 1)
                yield Replaced(
                    found[0], "was followed by another edition in", next_one, is_law=True
                )
            else:
                name = self.names[" ".join(found["name"].lower().split())]
                yield Replaced(found["name"], name.told, name.since, name.is_law)

    @cached_property
    def _first_words(self) -> frozenset[str]:
        spellings = (*self.names, *self.versions, *self.editions)
        return frozenset(re.split(r"\W", one, maxsplit=1)[0] for one in spellings)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        products, works = _any_of(self.versions), _any_of(self.editions)
        in_any_case = self.names.keys() - {spelling.lower() for spelling in self.exact}
        names = f"{_any_of(in_any_case)}|(?-i:{_any_of(self.exact)})"
        return re.compile(
            rf"(?<!\w)(?:(?P<product>{products})\s+(?:version\s+|v\.?\s?)?(?P<number>\d+(?:\.\d+)+)"
            rf"|(?P<work>{works})\W{{1,3}}(?P<year>20\d\d)"
            rf"|(?P<name>{names})(?!\w))",
            re.I,
        )


@cache
def dated_names() -> DatedNames:
    """Read the shipped list, once."""
    table = read_table(_FILE)
    names: dict[str, _Name] = {}
    exact: set[str] = set()
    for one in table.tables("name"):
        known = _Name(one.line("told"), _day(one, "since"), one.flag("law", False))
        for spelling in one.lines("spellings"):
            names[spelling.lower()] = known
            if one.flag("exact", False):
                exact.add(spelling)
    versions = {}
    for one in table.tables("version"):
        ended = one.table("ended")
        listed = ((tuple(map(int, v.split("."))), _day(ended, v)) for v in ended.values)
        versions[one.line("product").lower()] = _Versions(one.line("told"), tuple(sorted(listed)))
    editions = {
        spelling.lower(): one.number("month")
        for one in table.tables("edition")
        for spelling in one.lines("spellings")
    }
    return DatedNames(names, versions, editions, frozenset(exact))


def _day(table: Table, key: str) -> date:
    day = table.day(key)
    if day is None:
        raise table.problem(key, "is missing; expected a date")
    return day


def _any_of(spellings: Iterable[str]) -> str:
    longest_first = sorted(spellings, key=len, reverse=True)
    return "|".join(re.escape(one).replace(r"\ ", r"\s+") for one in longest_first)
