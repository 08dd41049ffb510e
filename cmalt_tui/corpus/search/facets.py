"""Counts how the passages that fit a query are spread over the fields that can limit it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from cmalt_tui.corpus.index import stored
from cmalt_tui.corpus.index.database import Database
from cmalt_tui.corpus.index.filed_values import FIELDS, values_of
from cmalt_tui.corpus.index.matching import Matching
from cmalt_tui.corpus.index.vocabulary import Vocabulary
from cmalt_tui.corpus.search.candidates import COUNTED
from cmalt_tui.corpus.search.fitting import fit
from cmalt_tui.corpus.search.query_text import Query, read_query
from cmalt_tui.model.facets import FacetCount, Facets
from cmalt_tui.model.passage import Origin, SearchFilter

MOST_COUNTED = 20_000
_Place = tuple[str, str, int]


def facets(database: Database, vocabulary: Vocabulary, typed: str, only: SearchFilter) -> Facets:
    """Count in one state of the index; see `ExampleCorpus.facets` for what is promised."""
    query = read_query(typed, only)
    searched = stored.searched_passages(database)

    def counted(asked: Query) -> Counter[_Place] | None:
        """None where everything fits."""
        if asked == Query(unfinished=asked.unfinished):
            return None
        found = fit(database, vocabulary, asked, searched, COUNTED).candidates
        return _counted(database, found.fitting) if found else Counter()

    places = counted(query)
    if places is None:
        return Facets({field: _of_all(database, vocabulary, field) for field in FIELDS}, searched)
    by_field = _by_field(database, places, FIELDS)
    for field in {limit.field for limit in query.limits}:
        others = tuple(limit for limit in query.limits if limit.field != field)
        freed = counted(replace(query, limits=others))
        by_field[field] = (
            _of_all(database, vocabulary, field)
            if freed is None
            else _by_field(database, freed, (field,))[field]
        )
    fitting = places.total()
    return Facets(by_field, fitting, fitting < MOST_COUNTED)


def _of_all(database: Database, vocabulary: Vocabulary, field: str) -> tuple[FacetCount, ...]:
    """The counts where nothing limits, which the index keeps."""
    known = values_of(database, vocabulary, field)
    return tuple(FacetCount(one.value, one.passages) for one in known)


def _counted(database: Database, fitting: Matching) -> Counter[_Place]:
    """How many passages that fit stand in each section and part of each origin."""
    sql, values = fitting.select(MOST_COUNTED)
    return Counter(
        database.rows(
            f"SELECT section, part, origin FROM filed WHERE id IN ({sql})",
            values,
        )
    )


def _by_field(
    database: Database, places: Counter[_Place], fields: Iterable[str]
) -> dict[str, tuple[FacetCount, ...]]:
    origins = stored.origins(database, {origin for _, _, origin in places})
    return {field: _spread(places, origins, field) for field in fields}


def _spread(
    places: Counter[_Place], origins: Mapping[int, Origin], field: str
) -> tuple[FacetCount, ...]:
    counts: Counter[str] = Counter()
    for (section, part, origin), passages in places.items():
        if field == "section":
            value = section
        elif field == "part":
            value = part
        else:
            value = str(getattr(origins[origin], field) or "")
        if value:
            counts[value] += passages
    found = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(FacetCount(*pair) for pair in found)
