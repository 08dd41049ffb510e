"""Fetches the passages worth ranking: a bounded number, whatever is typed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from cmalt_tui.corpus.index.database import Database
from cmalt_tui.corpus.index.index_schema import in_title_tag, tag
from cmalt_tui.corpus.index.matching import Matching, any_of, quoted
from cmalt_tui.corpus.search.understanding import Sought

COUNTED = 1_000
RANKED = 160
_NARROW = 60
_NEAR = 8
_STRIDES = 4
# How many matches of a word are read, and how much work all words of a sentence may make.
_MOST_READ, _MOST_WORK = 5_000, 60_000
_TOO_COMMON = 20_000
_MOST_RUNS = 6


@dataclass(frozen=True)
class Candidates:
    """Passages to rank.

    Attributes:
        rows: Their numbers, each once.
        total: How many fit in all, counted up to 1,000.
        fitting: What those have to meet that are counted.
    """

    rows: tuple[int, ...] = ()
    total: int = 0
    fitting: Matching = field(default_factory=Matching)

    def __bool__(self) -> bool:
        """Whether there are any."""
        return bool(self.rows)


def with_all(
    database: Database,
    sought: Sequence[Sought],
    phrases: Sequence[Sequence[str]],
    limits: Matching,
    most: int,
    typed: Sequence[str] = (),
) -> Candidates:
    """Find passages that hold every word and every phrase.

    FTS5 hands out matches in the order of their numbers, which costs next to nothing to begin
    and a lot to finish for common words. So at most 1,000 are taken; where there are more than
    can be ranked, those come first whose heading is what was typed, then those with the words in
    the heading, side by side or near each other; the rest is taken evenly from the whole corpus.

    Args:
        database: The index.
        sought: The words; each has at least one term.
        phrases: Folded words that have to stand side by side.
        limits: What every passage has to meet besides; may be open.
        most: How many passages to rank at most.
        typed: All words in the order in which they were typed.
    """
    words = [any_of(one.terms) for one in sought]
    every = limits.plus(*words, *(quoted(" ".join(phrase)) for phrase in phrases))
    if every.is_open:
        return Candidates()
    rows = every.rows(database, COUNTED)
    if len(rows) <= most:
        return Candidates(tuple(rows), len(rows), every)
    chosen: dict[int, None] = {}
    if words:
        in_title = limits.plus(*(any_of(map(in_title_tag, one.terms)) for one in sought))
        for fitting in (*_as_typed(limits, sought, typed), in_title):
            chosen.update(dict.fromkeys(fitting.rows(database, _NARROW)))
    if len(words) > 1 and min(one.passages for one in sought) <= _TOO_COMMON:
        near = f"NEAR({' '.join(quoted(one.terms[0]) for one in sought)}, {_NEAR})"
        chosen.update(dict.fromkeys(limits.plus(near).rows(database, _NARROW)))
    chosen.update(dict.fromkeys(_evenly(database, every, rows, most)))
    return Candidates(tuple(chosen)[:most], len(rows), every)


def with_most(
    database: Database,
    sought: Sequence[Sought],
    weights: Sequence[float],
    limits: Matching,
    most: int,
    typed: Sequence[str] = (),
) -> Candidates:
    """Find passages that hold as much as possible of what was typed, by the words' weights.

    Words are taken from the rarest on. All passages with a rare one are weighed; of the more
    frequent words only what they add to these, and those that are everywhere add next to nothing.

    Args:
        database: The index.
        sought: The words; each has at least one term.
        weights: How much each word says.
        limits: What every passage has to meet besides; may be open.
        most: How many passages to rank at most.
        typed: All words in the order in which they were typed.
    """
    ranked = sorted(zip(sought, weights, strict=True), key=lambda pair: pair[0].passages)
    sums: dict[int, float] = {}
    read: list[str] = []
    in_read = work = 0
    for one, weight in ranked:
        if read and one.is_common and one.passages > _MOST_READ:
            continue
        words = any_of(one.terms)
        is_rare = one.passages <= _MOST_READ
        work += one.passages if is_rare else in_read
        if read and work > _MOST_WORK:
            break
        if is_rare or not read:
            fitting = limits.plus(words)
            read.append(words)
            in_read += one.passages
        else:
            fitting = limits.plus(" OR ".join(read), words)
        for row in fitting.rows(database, _MOST_READ):
            sums[row] = sums.get(row, 0.0) + weight
    best = dict.fromkeys(
        row for fitting in _as_typed(limits, sought, typed) for row in fitting.rows(database, _NEAR)
    )
    best.update(dict.fromkeys(sorted(sums, key=lambda row: (-sums[row], row))))
    fitting = limits.plus(" OR ".join(read))
    return Candidates(tuple(best)[:most], min(len(sums), COUNTED), fitting)


def _as_typed(
    limits: Matching, sought: Sequence[Sought], typed: Sequence[str]
) -> Iterable[Matching]:
    """The heading that is what was typed, then the words side by side."""
    if typed:
        yield limits.plus(quoted(tag("title", " ".join(typed))))
    if len(sought) > 1:
        # To find common words side by side takes long, so that it is tried in one form only.
        is_rare = max(one.passages for one in sought) <= _TOO_COMMON
        *before, last = sought
        runs = [list(typed)] if len(typed) > 1 and typed[-1] in last.forms else []
        for term in last.terms[: _MOST_RUNS if is_rare else 1 - len(runs)]:
            runs.append([*(one.terms[0] for one in before), term])
        yield limits.plus(any_of(dict.fromkeys(map(" ".join, runs))))


def filed(database: Database, annotated: Matching, limits: Matching) -> Candidates:
    """List passages without a search: the annotated ones first, then some from all over.

    Args:
        database: The index.
        annotated: The filter, with only annotated passages let through.
        limits: The filter alone; may be open.
    """
    chosen = dict.fromkeys(annotated.rows(database, RANKED))
    rows = limits.rows(database, COUNTED)
    is_cut = len(rows) > RANKED and not limits.is_open
    chosen.update(dict.fromkeys(_evenly(database, limits, rows, RANKED) if is_cut else rows))
    return Candidates(tuple(chosen), len(rows))


def _evenly(database: Database, every: Matching, rows: list[int], most: int) -> list[int]:
    """Take some of the matches from all over the corpus, not only its beginning."""
    if len(rows) < COUNTED:
        step = len(rows) / most
        return [rows[int(number * step)] for number in range(most)]
    end = database.first("SELECT max(id) FROM passage")[0]
    stride = end // _STRIDES + 1
    return [
        row
        for start in range(0, end + 1, stride)
        for row in every.rows(database, most // _STRIDES, start, start + stride - 1)
    ]
