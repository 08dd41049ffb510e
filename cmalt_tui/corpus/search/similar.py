"""Finds examples that are like a text, with no query words: one's own, or another passage."""

from collections import Counter

from cmalt_tui.corpus.index import stored
from cmalt_tui.corpus.index.database import Database
from cmalt_tui.corpus.index.filed_values import let_through
from cmalt_tui.corpus.index.matching import Matching
from cmalt_tui.corpus.index.vocabulary import Vocabulary
from cmalt_tui.corpus.passages.passage_lines import section_id
from cmalt_tui.corpus.passages.plain_passage import plain
from cmalt_tui.corpus.passages.telling_words import is_telling
from cmalt_tui.corpus.passages.tokens import tokens
from cmalt_tui.corpus.search.candidates import RANKED, Candidates, filed, with_most
from cmalt_tui.corpus.search.ranking import Ranker, weight
from cmalt_tui.corpus.search.searching import matched, rank_rows, unmatched
from cmalt_tui.corpus.search.understanding import TYPED, Sought
from cmalt_tui.model.passage import Answer, SearchFilter

_TELLING_WORDS = 12
_LONGEST_TEXT = 40_000
# What a passage of another part counts for, beside one of the same.
_PART = 0.8


def examples(
    database: Database, vocabulary: Vocabulary, section: str, part: str, text: str, limit: int
) -> Answer:
    """Find examples; see `ExampleCorpus.for_section` for what is promised."""
    searched = stored.searched_passages(database)
    section = section_id(section)
    for only in (SearchFilter(section, part), SearchFilter(section), SearchFilter()):
        limited = let_through(database, vocabulary, only)
        annotated = let_through(database, vocabulary, only, annotated=True)
        whole = filed(database, annotated, limited)
        if not whole:
            continue
        telling = _telling_words(vocabulary, text, searched)
        weights = [weight(one.passages, searched) for one in telling]
        near = with_most(database, telling, weights, limited, RANKED) if telling else Candidates()
        ranker = Ranker(telling, weights, partial=True)
        ranked = rank_rows(database, ranker, near.rows)[:limit]
        hits = matched(database, ranked, ranker, limit)
        seen = {row for row, _ in ranked}
        rest = [row for row in whole.rows if row not in seen][: max(0, limit - len(hits))]
        hits += unmatched(stored.passages_of(database, rest))
        return Answer("", hits, total=whole.total, searched=searched)
    return Answer("", searched=searched)


def like(database: Database, vocabulary: Vocabulary, name: str, limit: int) -> Answer | None:
    """Find what is like a passage; see `ExampleCorpus.like`. None where there is no such one."""
    found = stored.passage_named(database, name)
    if found is None:
        return None
    row, passage = found
    searched = stored.searched_passages(database)
    telling = _telling_words(vocabulary, f"{passage.title}\n\n{passage.text}", searched)
    if not telling:
        return Answer("", searched=searched)
    weights = [weight(one.passages, searched) for one in telling]
    near = with_most(database, telling, weights, Matching(), RANKED)
    ranker = Ranker(telling, weights, partial=True)
    parts = stored.parts_of(database, near.rows)
    ranked = [
        (other, rank._replace(score=rank.score * (1 if parts[other] == passage.part else _PART)))
        for other, rank in rank_rows(database, ranker, near.rows)
        if other != row
    ]
    ranked.sort(key=lambda pair: -pair[1].score)
    hits = matched(database, ranked, ranker, limit)
    return Answer("", hits, total=max(near.total - 1, len(hits)), searched=searched)


def _telling_words(vocabulary: Vocabulary, text: str, searched: int) -> list[Sought]:
    """The words of a text that say most: often here, rare in the corpus, and known there."""
    often = Counter(filter(is_telling, tokens(plain(text[-_LONGEST_TEXT:]))))
    stems: dict[str, tuple[float, Sought]] = {}
    for word, count in often.items():
        family = vocabulary.family(word)
        passages = sum(known.passages for known in family)
        if not family or family[0].stem in stems or vocabulary.is_common(passages):
            continue
        forms = dict.fromkeys((known.word for known in family), TYPED)
        sought = Sought(word, forms, (family[0].word,), passages=passages)
        stems[family[0].stem] = (weight(passages, searched) * min(count, 3), sought)
    best = sorted(stems.values(), key=lambda pair: (-pair[0], pair[1].typed))
    return [sought for _, sought in best[:_TELLING_WORDS]]
