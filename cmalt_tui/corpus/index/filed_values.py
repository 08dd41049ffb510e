"""The values that passages are filed under, with their counts, and those that a filter means."""

from collections.abc import Iterable
from typing import NamedTuple

from cmalt_tui.corpus.index.database import Database
from cmalt_tui.corpus.index.index_schema import ANNOTATED, tag
from cmalt_tui.corpus.index.matching import Matching, any_of
from cmalt_tui.corpus.index.vocabulary import Vocabulary
from cmalt_tui.corpus.passages.tokens import tokens
from cmalt_tui.model.passage import SearchFilter

# In the order in which they are shown. Each is a column of `place` or of `origin`.
PLACES = ("section", "part")
FIELDS = (*PLACES, "pathway", "year", "sector", "licence", "author")
# What is remembered of a field, so that memory stays bounded whatever a corpus holds.
_MOST_VALUES = 20_000
# A filter stands for at most so many values: each is one more list to merge at every search.
_MOST_MEANT = 200


class FiledValue(NamedTuple):
    """A value of a field.

    Attributes:
        value: As it is shown; a year as its digits.
        words: Folded, with a space around each, for looking words up in it.
        passages: How many passages have it.
    """

    value: str
    words: str
    passages: int


class Limit(NamedTuple):
    """A field and what is asked of its value.

    Attributes:
        field: One of `FIELDS`.
        value: What was typed; for a year, what the range was read from.
        first_year, last_year: Both included; 0 for no limit on that side.
    """

    field: str
    value: str
    first_year: int = 0
    last_year: int = 0


def values_of(database: Database, vocabulary: Vocabulary, field: str) -> tuple[FiledValue, ...]:
    """All values of a field in the corpus, the most frequent first; the unknown one left out."""

    def read() -> tuple[FiledValue, ...]:
        table = "place" if field in PLACES else "origin"
        unknown = "0" if field == "year" else "''"
        rows = database.rows(
            f"SELECT {field}, sum(passages) AS often FROM {table} WHERE {field} != {unknown}"
            f" GROUP BY {field} ORDER BY often DESC, {field} LIMIT {_MOST_VALUES}"
        )
        return tuple(
            FiledValue(str(value), f" {' '.join(tokens(str(value)))} ", often)
            for value, often in rows
        )

    return vocabulary.remembered((f"{field}:", False), read)


def limits_of(only: SearchFilter) -> tuple[Limit, ...]:
    """A filter field by field."""
    named = tuple(
        Limit(field, value)
        for field in FIELDS
        if field != "year" and (value := getattr(only, field))
    )
    first, last = only.first_year, only.last_year
    return (*named, Limit("year", f"{first}-{last}", first, last)) if first or last else named


def matching(
    database: Database,
    vocabulary: Vocabulary,
    wanted: Iterable[Limit],
    unwanted: Iterable[Limit] = (),
) -> Matching:
    """What passages have to meet: for each field that is named, one of the values asked for.

    Args:
        database: The index.
        vocabulary: What remembers the values from one search to the next.
        wanted: Several of one field are alternatives.
        unwanted: Whatever fits one of these is left out.
    """

    def one_of(some: Iterable[Limit]) -> str:
        meant = dict.fromkeys(
            one for limit in some for one in _tags_meant(database, vocabulary, limit)
        )
        return f"{{tags}} : ({any_of(meant)})"

    fields: dict[str, list[Limit]] = {}
    for limit in wanted:
        fields.setdefault(limit.field, []).append(limit)
    without = tuple(unwanted)
    return Matching(
        tuple(one_of(some) for some in fields.values()), (one_of(without),) if without else ()
    )


def let_through(
    database: Database, vocabulary: Vocabulary, only: SearchFilter, *, annotated: bool = False
) -> Matching:
    """What passages have to meet that a filter lets through.

    Args:
        database: The index.
        vocabulary: What remembers the values from one search to the next.
        only: The filter.
        annotated: Whether somebody has to have said what works in the passage.
    """
    limits = matching(database, vocabulary, limits_of(only))
    return limits.plus(f'{{tags}} : "{ANNOTATED}"') if annotated else limits


def _tags_meant(database: Database, vocabulary: Vocabulary, limit: Limit) -> tuple[str, ...]:
    """The tags of all values that fit; one that nothing is filed under where none does."""

    def look_up() -> tuple[str, ...]:
        fit = _years(values, limit) if limit.field == "year" else _worded(values, limit)
        return tuple(tag(limit.field, value) for value in fit[:_MOST_MEANT]) or (
            tag("none", limit.value),
        )

    values = values_of(database, vocabulary, limit.field)
    asked = f"{limit.field}:{limit.value}:{limit.first_year}-{limit.last_year}"
    return vocabulary.remembered((asked, False), look_up)


def _years(values: tuple[FiledValue, ...], limit: Limit) -> list[str]:
    first, last = limit.first_year, limit.last_year or 10_000
    return [one.value for one in values if first <= int(one.value) <= last]


def _worded(values: tuple[FiledValue, ...], limit: Limit) -> list[str]:
    """The values that have the words; else those where the last word is the beginning of one."""
    typed = tokens(limit.value)
    if not typed:
        return []
    if limit.field in PLACES or limit.field == "pathway":
        name = f" {' '.join(typed)} "
        same = [one.value for one in values if one.words == name]
        return same or [one.value for one in values if one.words.startswith(name[:-1])]
    *whole, last = [f" {word} " for word in typed]
    having = [one for one in values if all(word in one.words for word in whole)]
    same = [one.value for one in having if last in one.words]
    return same or [one.value for one in having if last[:-1] in one.words]
