"""Answers a search: understand the words, fetch candidates, rank them, cut snippets."""

from collections.abc import Sequence

from cmalt_tui.corpus.index import stored
from cmalt_tui.corpus.index.database import Database
from cmalt_tui.corpus.index.vocabulary import Vocabulary
from cmalt_tui.corpus.passages.plain_passage import plain
from cmalt_tui.corpus.search.candidates import RANKED
from cmalt_tui.corpus.search.duplicates import fold_duplicates
from cmalt_tui.corpus.search.fitting import fit, weights
from cmalt_tui.corpus.search.query_text import LONGEST_QUERY, read_query
from cmalt_tui.corpus.search.ranking import Rank, Ranker
from cmalt_tui.corpus.search.snippet import Worth, snippet
from cmalt_tui.model.passage import Answer, Hit, Passage, SearchFilter
from cmalt_tui.plain_text import clean_line

MOST_HITS = 1_000
_UNRANKED = Rank(0.0, frozenset())


def search(
    database: Database, vocabulary: Vocabulary, typed: str, limit: int, only: SearchFilter
) -> Answer:
    """Search one state of the index; see `ExampleCorpus.search` for what is promised."""
    query = read_query(typed, only)
    limit = max(0, min(limit, MOST_HITS))
    searched = stored.searched_passages(database)
    found = fit(database, vocabulary, query, searched, max(limit, RANKED))
    known = found.known
    ranker = Ranker(known, weights(known, searched), query.typed, partial=found.partial)
    rows = found.candidates.rows
    ranked = (
        rank_rows(database, ranker, rows) if query.words else [(row, _UNRANKED) for row in rows]
    )
    hits = matched(database, ranked, ranker, limit)
    dropped = found.dropped
    if found.partial and ranked:
        best = ranked[0][1].held
        dropped += tuple(one.typed for n, one in enumerate(known) if n not in best)
    return Answer(
        clean_line(typed[:LONGEST_QUERY]),
        hits,
        corrected={one.typed: one.taken for one in known if one.taken},
        dropped=dropped,
        total=found.candidates.total,
        searched=searched,
    )


def rank_rows(database: Database, ranker: Ranker, rows: Sequence[int]) -> list[tuple[int, Rank]]:
    """Rank passages by their numbers, the best first."""
    ranked = [
        (row, ranker.rank(title, text)) for row, title, text in stored.words_of(database, rows)
    ]
    ranked.sort(key=lambda pair: (-pair[1].score, pair[0]))
    return ranked


def matched(
    database: Database, ranked: Sequence[tuple[int, Rank]], ranker: Ranker, limit: int
) -> tuple[Hit, ...]:
    """Make hits of the best that differ from each other, each with a snippet around its matches."""
    ranks = dict(ranked)
    kept = fold_duplicates(database, list(ranks), limit)
    passages = stored.passages_of(database, [one.row for one in kept])
    elsewhere = stored.origins_of(database, [row for one in kept for row in one.also])
    return tuple(
        _hit(passage, ranks[one.row].score, ranker.worth)._replace(
            also=tuple(dict.fromkeys(elsewhere[row] for row in one.also))
        )
        for passage, one in zip(passages, kept, strict=True)
    )


def unmatched(passages: Sequence[Passage]) -> tuple[Hit, ...]:
    """Make hits of passages that were not searched for by words: a snippet is how they begin."""
    return tuple(_hit(passage, 0.0, lambda _: 0.0) for passage in passages)


def _hit(passage: Passage, score: float, worth: Worth) -> Hit:
    shown, highlights = snippet(plain(passage.text), worth)
    return Hit(passage, score, shown, highlights)
