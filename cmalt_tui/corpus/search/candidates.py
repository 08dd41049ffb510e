"""Fetches the passages worth ranking: a bounded number, whatever is typed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cmalt_tui.corpus.index.database import Database
from cmalt_tui.corpus.index.index_schema import in_title_tag
from cmalt_tui.corpus.search.understanding import Sought

COUNTED = 1_000
RANKED = 160
_NARROW = 60
_NEAR = 8
_STRIDES = 8
_MOST_READ = 5_000
_MOST_WORDS_READ = 10
_TOO_COMMON_FOR_PHRASES = 20_000


@dataclass(frozen=True)
class Candidates:
    """Passages to rank.

    Attributes:
        rows: Their numbers, each once.
        total: How many fit in all, counted up to 1,000.
    """

    rows: tuple[int, ...] = ()
    total: int = 0

    def __bool__(self) -> bool:
        """Whether there are any."""
        return bool(self.rows)


def with_all(
    database: Database,
    sought: Sequence[Sought],
    phrases: Sequence[Sequence[str]],
    limits: str,
    most: int,
) -> Candidates:
    """Find passages that hold every word and every phrase.

    FTS5 hands out matches in the order of their numbers, which costs next to nothing to begin
    and a lot to finish for common words. So at most 1,000 are taken; where there are more than
    can be ranked, those with the words in the title, side by side or near each other come first,
    and the rest is taken evenly from the whole corpus.

    Args:
        database: The index.
        sought: The words; each has at least one term.
        phrases: Folded words that have to stand side by side.
        limits: The filter as an FTS5 query; may be empty.
        most: How many passages to rank at most.
    """
    words = [_any_of(one.terms) for one in sought]
    every = _all_of([*words, *(_quoted(" ".join(phrase)) for phrase in phrases), limits])
    if not every:
        return Candidates()
    rows = _rows(database, every, COUNTED)
    if len(rows) <= most:
        return Candidates(tuple(rows), len(rows))
    chosen: dict[int, None] = {}
    if words:
        in_title = _all_of(_any_of(map(in_title_tag, one.terms)) for one in sought)
        chosen.update(dict.fromkeys(_rows(database, _all_of([in_title, limits]), _NARROW)))
    if len(words) > 1 and min(one.passages for one in sought) <= _TOO_COMMON_FOR_PHRASES:
        run = " OR ".join(_quoted(" ".join(run)) for run in _runs(sought))
        chosen.update(dict.fromkeys(_rows(database, _all_of([f"({run})", limits]), _NARROW)))
        near = f"NEAR({' '.join(_quoted(one.terms[0]) for one in sought)}, {_NEAR})"
        chosen.update(dict.fromkeys(_rows(database, _all_of([near, limits]), _NARROW)))
    chosen.update(dict.fromkeys(_evenly(database, every, rows, most)))
    return Candidates(tuple(chosen)[:most], len(rows))


def with_most(
    database: Database, sought: Sequence[Sought], weights: Sequence[float], limits: str, most: int
) -> Candidates:
    """Find passages that hold as much as possible of what was typed, the rarest words first.

    Args:
        database: The index.
        sought: The words; each has at least one term.
        weights: How much each word says.
        limits: The filter as an FTS5 query; may be empty.
        most: How many passages to rank at most.
    """
    ranked = sorted(zip(sought, weights, strict=True), key=lambda pair: pair[0].passages)
    sums: dict[int, float] = {}
    for one, weight in ranked[:_MOST_WORDS_READ]:
        if sums and one.passages > _MOST_READ:
            break
        for row in _rows(database, _all_of([_any_of(one.terms), limits]), _MOST_READ):
            sums[row] = sums.get(row, 0.0) + weight
    best = sorted(sums, key=lambda row: (-sums[row], row))[:most]
    return Candidates(tuple(best), min(len(sums), COUNTED))


def filed(database: Database, annotated: str, limits: str) -> Candidates:
    """List passages without a search: the annotated ones first, then some from all over.

    Args:
        database: The index.
        annotated: The filter, with only annotated passages let through.
        limits: The filter alone; may be empty.
    """
    chosen = dict.fromkeys(_rows(database, annotated, RANKED))
    if limits:
        rows = _rows(database, limits, COUNTED)
    else:
        rows = [row for (row,) in database.rows("SELECT id FROM passage LIMIT ?", (COUNTED,))]
    spread = _evenly(database, limits, rows, RANKED) if limits and len(rows) > RANKED else rows
    chosen.update(dict.fromkeys(spread))
    return Candidates(tuple(chosen), len(rows))


def _rows(database: Database, query: str, most: int, first: int = 0, last: int = -1) -> list[int]:
    between = " AND rowid BETWEEN ? AND ?" if last >= 0 else ""
    values = (query, first, last, most) if last >= 0 else (query, most)
    sql = f"SELECT rowid FROM words WHERE words MATCH ?{between} LIMIT ?"
    return [row for (row,) in database.rows(sql, values)]


def _evenly(database: Database, query: str, rows: list[int], most: int) -> list[int]:
    """Take some of the matches from all over the corpus, not only its beginning."""
    if len(rows) < COUNTED:
        step = len(rows) / most
        return [rows[int(number * step)] for number in range(most)]
    end = database.first("SELECT max(id) FROM passage")[0]
    stride = end // _STRIDES + 1
    return [
        row
        for start in range(0, end + 1, stride)
        for row in _rows(database, query, most // _STRIDES, start, start + stride - 1)
    ]


def _runs(sought: Sequence[Sought]) -> list[list[str]]:
    """The words side by side as typed, the last one with its likeliest forms."""
    before = [one.terms[0] for one in sought[:-1]]
    return [[*before, term] for term in sought[-1].terms[:6]]


def _quoted(text: str) -> str:
    """A text as a string of FTS5's query language, in which nothing is an operator."""
    return '"' + text.replace('"', '""') + '"'


def _any_of(terms: Iterable[str]) -> str:
    return "(" + " OR ".join(_quoted(term) for term in terms) + ")"


def _all_of(conditions: Iterable[str]) -> str:
    return " AND ".join(condition for condition in conditions if condition)
