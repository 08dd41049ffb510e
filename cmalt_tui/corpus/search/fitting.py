"""Finds what fits a query, giving up as little of it as possible where nothing fits all of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from cmalt_tui.corpus.index.database import Database
from cmalt_tui.corpus.index.filed_values import matching
from cmalt_tui.corpus.index.matching import Matching, any_of
from cmalt_tui.corpus.index.vocabulary import Vocabulary
from cmalt_tui.corpus.search.candidates import Candidates, with_all, with_most
from cmalt_tui.corpus.search.compounds import joined, split
from cmalt_tui.corpus.search.correction import other_spellings
from cmalt_tui.corpus.search.query_text import Query, Run
from cmalt_tui.corpus.search.ranking import weight
from cmalt_tui.corpus.search.understanding import (
    TYPED,
    Sought,
    in_one_word,
    in_two_words,
    understand,
)

# From so many telling words on, a query is a sentence, which hardly any passage has all of.
_A_SENTENCE = 5


@dataclass(frozen=True)
class Fitting:
    """Passages to rank, and what was made of the words to find them.

    Attributes:
        dropped: What was left out, as it is told.
        partial: Whether even the words that were kept needn't all be in a passage.
    """

    candidates: Candidates
    known: tuple[Sought, ...] = ()
    dropped: tuple[str, ...] = ()
    partial: bool = False


def fit(
    database: Database, vocabulary: Vocabulary, query: Query, searched: int, most: int
) -> Fitting:
    """Find what has all words; where nothing has, ask for less, one step after the other.

    First phrases needn't stand side by side, then common words needn't be there, then known words
    may be slips of others; at last, and for a sentence at once, what holds most of it counts, by
    weight. What is excluded, what fields have to be and exact spellings are never given up.

    Args:
        database: The index.
        vocabulary: Its words.
        query: What was asked.
        searched: How many passages there are.
        most: How many to rank at most.
    """
    limits = _limits(database, vocabulary, query)
    if not query.words:
        return Fitting(with_all(database, (), (), limits, most))
    spelt = {word for run in query.exact for word in run}
    if not all(map(vocabulary.passages, spelt)):
        return Fitting(Candidates())
    every = _understood(database, vocabulary, query, spelt)
    known = tuple(one for one in every if one.terms)
    dropped = tuple(one.typed for one in every if not one.terms)
    if not known:
        return Fitting(Candidates(), (), dropped)
    telling = tuple(one for one in known if not one.is_common) or known

    def with_every(some: tuple[Sought, ...], phrases: Sequence[Run] = ()) -> Candidates:
        return with_all(database, some, phrases, limits, most, query.typed)

    if len(telling) >= _A_SENTENCE and not query.phrases:
        found = with_most(database, known, weights(known, searched), limits, most, query.typed)
        return Fitting(found, known, dropped, partial=True)
    if found := with_every(known, () if dropped else query.phrases):
        return Fitting(found, known, dropped)
    dropped += tuple(f'"{" ".join(phrase)}"' for phrase in query.phrases)
    if query.phrases and (found := with_every(known)):
        return Fitting(found, known, dropped)
    if len(telling) < len(known) and (found := with_every(telling)):
        return Fitting(found, known, dropped, partial=True)
    if len(known) > 1:
        again = _understood(database, vocabulary, query, spelt, doubted=True)
        doubted = tuple(other for one, other in zip(every, again, strict=True) if one.terms)
        if doubted != known and (found := with_every(doubted)):
            return Fitting(found, doubted, dropped)
    found = with_most(database, known, weights(known, searched), limits, most)
    return Fitting(found, known, dropped, partial=True)


def _understood(
    database: Database,
    vocabulary: Vocabulary,
    query: Query,
    spelt: set[str],
    *,
    doubted: bool = False,
) -> tuple[Sought, ...]:
    """What each word stands for; those that have to be spelt so stand for themselves."""
    last = len(query.words) - 1

    def stands_for(number: int, word: str) -> Sought:
        if word in spelt:
            return Sought(word, {word: TYPED}, (word,), passages=vocabulary.passages(word))
        found = understand(
            vocabulary,
            word,
            unfinished=query.unfinished and number == last,
            alone=not last and not doubted,
            doubted=doubted,
        )
        both = split(database, vocabulary, word)
        return in_two_words(found, both) if both else found

    sought = [stands_for(number, word) for number, word in enumerate(query.words)]
    return in_one_word(sought, joined(vocabulary, query.words))


def weights(known: Sequence[Sought], searched: int) -> list[float]:
    """How much each word says."""
    return [weight(one.passages, searched) for one in known]


def _limits(database: Database, vocabulary: Vocabulary, query: Query) -> Matching:
    filed = matching(database, vocabulary, query.limits, query.without)
    return filed._replace(
        unwanted=(*filed.unwanted, *map(_in_any_form, query.unwanted)),
        exact=tuple(" ".join(run) for run in query.exact if not _is_only_form(vocabulary, run)),
        unspelt=tuple(map(" ".join, query.unspelt)),
    )


def _is_only_form(vocabulary: Vocabulary, run: Run) -> bool:
    """Whether finding a word finds no other spelling, so that the text needn't be looked at."""
    return len(run) == 1 and len(vocabulary.family(run[0])) == 1


def _in_any_form(run: Run) -> str:
    """The condition that excluded words are there, on either side of the Atlantic or as one."""
    others = other_spellings(run[0]) if len(run) == 1 else ("".join(run),)
    return any_of((" ".join(run), *others))
