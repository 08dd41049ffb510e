"""Counts how the passages that fit a query are spread over the fields that can limit it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from cmalt_tui.corpus.index import stored
from cmalt_tui.corpus.index.database import Database
from cmalt_tui.corpus.index.filed_values import FIELDS, PLACES, values_of
from cmalt_tui.corpus.index.matching import MOST_SPELT, Matching
from cmalt_tui.corpus.index.vocabulary import Vocabulary
from cmalt_tui.corpus.search.candidates import COUNTED
from cmalt_tui.corpus.search.fitting import fit
from cmalt_tui.corpus.search.query_text import Query, read_query
from cmalt_tui.model.facets import FacetCount, Facets
from cmalt_tui.model.passage import SearchFilter

MOST_COUNTED = 20_000
# Where texts have to be looked at, each takes ten times as long.
_MOST_SPELT = 5_000
_Counts = dict[str, tuple[FacetCount, ...]]


def facets(database: Database, vocabulary: Vocabulary, typed: str, only: SearchFilter) -> Facets:
    """Count in one state of the index; see `ExampleCorpus.facets` for what is promised."""
    query = read_query(typed, only)
    searched = stored.searched_passages(database)

    def counted(asked: Query, fields: Sequence[str]) -> Facets:
        if not asked.asks:
            return Facets(_of_all(database, vocabulary, fields), searched)
        found = fit(database, vocabulary, asked, searched, COUNTED).candidates
        if not found:
            return Facets(dict.fromkeys(fields, ()))
        return _of_fitting(database, found.fitting, fields)

    as_asked = counted(query, FIELDS)
    fields = dict(as_asked.fields)
    for field in {limit.field for limit in query.limits}:
        others = tuple(limit for limit in query.limits if limit.field != field)
        fields.update(counted(replace(query, limits=others), (field,)).fields)
    return as_asked._replace(fields=fields)


def _of_all(database: Database, vocabulary: Vocabulary, fields: Sequence[str]) -> _Counts:
    """The counts where nothing limits, which the index keeps."""
    return {
        field: tuple(
            FacetCount(one.value, one.passages) for one in values_of(database, vocabulary, field)
        )
        for field in fields
    }


def _of_fitting(database: Database, fitting: Matching, fields: Sequence[str]) -> Facets:
    """Count the passages that fit by the fields."""
    most = _MOST_SPELT if fitting.is_spelt else MOST_COUNTED
    places = [field for field in fields if field in PLACES]
    by_column = _by_column(database, fitting.select(most), [*places, "origin"])
    by_origin = by_column.pop("origin")
    origins = stored.origins(database, [int(number) for number in by_origin])
    counts: _Counts = {}
    for field in fields:
        by_value = Counter(by_column.get(field))
        if field not in PLACES:
            for number, passages in by_origin.items():
                by_value[str(getattr(origins[int(number)], field) or "")] += passages
        del by_value[""]
        ordered = sorted(by_value.items(), key=lambda pair: (-pair[1], pair[0]))
        counts[field] = tuple(FacetCount(*pair) for pair in ordered)
    passages = sum(by_origin.values())
    return Facets(counts, passages, passages < most and _is_looked_through(database, fitting))


def _is_looked_through(database: Database, fitting: Matching) -> bool:
    """Whether no passage was passed over because there were too many texts to look at."""
    if not fitting.is_spelt:
        return True
    return len(fitting.in_any_form().rows(database, MOST_SPELT)) < MOST_SPELT


def _by_column(
    database: Database, found: tuple[str, list[object]], columns: Sequence[str]
) -> dict[str, Counter[str]]:
    """The passages that fit, found once and counted by some columns."""
    sql, values = found
    each = " UNION ALL ".join(
        f"SELECT '{column}', {column}, count(*) FROM found CROSS JOIN filed"
        f" ON filed.id = found.rowid GROUP BY {column}"
        for column in columns
    )
    counts: dict[str, Counter[str]] = {column: Counter() for column in columns}
    for column, value, passages in database.rows(f"WITH found AS ({sql}) {each}", values):
        counts[column][str(value)] = passages
    return counts
