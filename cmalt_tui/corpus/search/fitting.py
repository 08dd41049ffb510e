"""Finds what fits a query, giving up as little of it as possible where nothing fits all of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from cmalt_tui.corpus.index.database import Database
from cmalt_tui.corpus.index.filed_values import matching
from cmalt_tui.corpus.index.matching import Matching, any_of
from cmalt_tui.corpus.index.vocabulary import Vocabulary
from cmalt_tui.corpus.search.candidates import Candidates, with_all, with_most
from cmalt_tui.corpus.search.correction import other_spellings
from cmalt_tui.corpus.search.query_text import Query, Run
from cmalt_tui.corpus.search.ranking import weight
from cmalt_tui.corpus.search.understanding import TYPED, Sought, understand


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
    """All words; then not as phrases; then with the words doubted; then as many as possible.

    What is excluded, what fields have to be and exact spellings are never given up.

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
    sought = [_exactly(vocabulary, word) if word in spelt else None for word in query.words]

    def understood(*, doubted: bool) -> list[Sought]:
        last = len(query.words) - 1
        return [
            exact
            or understand(
                vocabulary,
                word,
                unfinished=query.unfinished and number == last,
                alone=not last and not doubted,
                doubted=doubted,
            )
            for number, (word, exact) in enumerate(zip(query.words, sought, strict=True))
        ]

    every = understood(doubted=False)
    known = tuple(one for one in every if one.terms)
    dropped = tuple(one.typed for one in every if not one.terms)
    if not known:
        return Fitting(Candidates(), (), dropped)
    if found := with_all(database, known, () if dropped else query.phrases, limits, most):
        return Fitting(found, known, dropped)
    dropped += tuple(f'"{" ".join(phrase)}"' for phrase in query.phrases)
    if query.phrases and (found := with_all(database, known, (), limits, most)):
        return Fitting(found, known, dropped)
    if len(known) > 1:
        again = zip(every, understood(doubted=True), strict=True)
        doubted = tuple(other for one, other in again if one.terms)
        if found := with_all(database, doubted, (), limits, most):
            return Fitting(found, doubted, dropped)
    found = with_most(database, known, weights(known, searched), limits, most)
    return Fitting(found, known, dropped, partial=True)


def weights(known: Sequence[Sought], searched: int) -> list[float]:
    """How much each word says."""
    return [weight(one.passages, searched) for one in known]


def _exactly(vocabulary: Vocabulary, word: str) -> Sought:
    return Sought(word, {word: TYPED}, (word,), passages=vocabulary.passages(word))


def _limits(database: Database, vocabulary: Vocabulary, query: Query) -> Matching:
    filed = matching(database, vocabulary, query.limits, query.without)
    return filed._replace(
        unwanted=(*filed.unwanted, *map(_in_any_form, query.unwanted)),
        exact=tuple(map(" ".join, query.exact)),
        unspelt=tuple(map(" ".join, query.unspelt)),
    )


def _in_any_form(run: Run) -> str:
    """The condition that excluded words are there, on either side of the Atlantic or as one."""
    others = other_spellings(run[0]) if len(run) == 1 else ("".join(run),)
    return any_of((" ".join(run), *others))
