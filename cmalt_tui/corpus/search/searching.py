"""Answers a search: understand the words, fetch candidates, rank them, cut snippets."""

from collections.abc import Sequence
from dataclasses import dataclass

from cmalt_tui.corpus.index import stored
from cmalt_tui.corpus.index.database import Database
from cmalt_tui.corpus.index.filed_values import let_through
from cmalt_tui.corpus.index.vocabulary import Vocabulary
from cmalt_tui.corpus.passages.plain_passage import plain
from cmalt_tui.corpus.search.candidates import RANKED, Candidates, with_all, with_most
from cmalt_tui.corpus.search.query_text import LONGEST_QUERY, Query, read_query
from cmalt_tui.corpus.search.ranking import Rank, Ranker, weight
from cmalt_tui.corpus.search.snippet import Worth, snippet
from cmalt_tui.corpus.search.understanding import Sought, understand
from cmalt_tui.model.passage import Answer, Hit, Passage, SearchFilter
from cmalt_tui.plain_text import clean_line

MOST_HITS = 1_000


@dataclass(frozen=True)
class _Found:
    """Passages to rank, and what was made of the words to find them.

    Attributes:
        dropped: What was left out, as it is told.
        partial: Whether even the words that were kept needn't all be in a passage.
    """

    candidates: Candidates
    known: tuple[Sought, ...]
    dropped: tuple[str, ...] = ()
    partial: bool = False


def search(
    database: Database, vocabulary: Vocabulary, typed: str, limit: int, only: SearchFilter
) -> Answer:
    """Search one state of the index; see `ExampleCorpus.search` for what is promised."""
    query = read_query(typed, only)
    limit = max(0, min(limit, MOST_HITS))
    most = max(limit, RANKED)
    searched = stored.searched_passages(database)
    shown = clean_line(typed[:LONGEST_QUERY])
    if not query.words:
        listed = with_all(database, (), (), let_through(database, vocabulary, query.only), most)
        passages = stored.passages_of(database, listed.rows[:limit])
        return Answer(shown, unmatched(passages), total=listed.total, searched=searched)
    found = _find(database, vocabulary, query, searched, most)
    known = found.known
    ranker = Ranker(known, _weights(known, searched))
    ranked = rank_rows(database, ranker, found.candidates.rows)
    hits = matched(database, ranked[:limit], ranker)
    dropped = found.dropped
    if found.partial and ranked:
        best = ranked[0][1].held
        dropped += tuple(one.typed for n, one in enumerate(known) if n not in best)
    return Answer(
        shown,
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
    database: Database, ranked: Sequence[tuple[int, Rank]], ranker: Ranker
) -> tuple[Hit, ...]:
    """Make hits of ranked passages, each with a snippet around its matches."""
    passages = stored.passages_of(database, [row for row, _ in ranked])

    return tuple(
        _hit(passage, rank.score, ranker.worth)
        for passage, (_, rank) in zip(passages, ranked, strict=True)
    )


def unmatched(passages: Sequence[Passage]) -> tuple[Hit, ...]:
    """Make hits of passages that were not searched for by words: a snippet is how they begin."""
    return tuple(_hit(passage, 0.0, lambda _: 0.0) for passage in passages)


def _hit(passage: Passage, score: float, worth: Worth) -> Hit:
    shown, highlights = snippet(plain(passage.text), worth)
    return Hit(passage, score, shown, highlights)


def _find(
    database: Database, vocabulary: Vocabulary, query: Query, searched: int, most: int
) -> _Found:
    """All words; then not as phrases; then with the words doubted; then as many as possible."""
    last = len(query.words) - 1
    unfinished = [query.unfinished and number == last for number in range(last + 1)]
    sought = [
        understand(vocabulary, word, unfinished=growing, alone=not last)
        for word, growing in zip(query.words, unfinished, strict=True)
    ]
    filed = let_through(database, vocabulary, query.only)
    known = tuple(one for one in sought if one.terms)
    dropped = tuple(one.typed for one in sought if not one.terms)
    if not known:
        return _Found(Candidates(), (), dropped)
    if found := with_all(database, known, () if dropped else query.phrases, filed, most):
        return _Found(found, known, dropped)
    dropped += tuple(f'"{" ".join(phrase)}"' for phrase in query.phrases)
    if query.phrases and (found := with_all(database, known, (), filed, most)):
        return _Found(found, known, dropped)
    if len(known) > 1:
        doubted = tuple(
            understand(vocabulary, word, unfinished=growing, doubted=True)
            for word, growing, one in zip(query.words, unfinished, sought, strict=True)
            if one.terms
        )
        if found := with_all(database, doubted, (), filed, most):
            return _Found(found, doubted, dropped)
    found = with_most(database, known, _weights(known, searched), filed, most)
    return _Found(found, known, dropped, partial=True)


def _weights(known: Sequence[Sought], searched: int) -> list[float]:
    return [weight(one.passages, searched) for one in known]
