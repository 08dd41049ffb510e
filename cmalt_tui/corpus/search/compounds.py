"""Knows a compound in one word, in two and with a hyphen for the same, both ways."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from cmalt_tui.corpus.index.database import Database
from cmalt_tui.corpus.index.matching import Matching, quoted
from cmalt_tui.corpus.index.vocabulary import Vocabulary

_SHORTEST = 5
# Short parts are mostly chance (the rapist), but for these beginnings; more so in a word that
# the corpus knows as one.
_PART, _PART_OF_KNOWN = 3, 4
_LOOSE = ("e", "co", "pre", "re", "non", "multi", "micro", "web", "off", "self", "cross")
# Whether two words stand side by side is not asked where both are in very many passages.
_TOO_COMMON = 20_000


class Compound(NamedTuple):
    """A compound as the corpus has it, and as it was typed.

    Attributes:
        stands: In the corpus, ``e learning``.
        typed: In the query, ``elearning``.
        passages: About how many passages have it as it stands.
    """

    stands: str
    typed: str
    passages: int


def split(database: Database, vocabulary: Vocabulary, word: str) -> Compound | None:
    """The two words, side by side in the corpus, that a typed one may be written as."""

    def work() -> Compound | None:
        found = [both for at in range(1, len(word)) if (both := _both(vocabulary, word, at))]
        for both in sorted(found, key=lambda both: -both.passages):
            if Matching((quoted(both.stands),)).rows(database, 1):
                return both
        return None

    if len(word) < _SHORTEST:
        return None
    return vocabulary.remembered((f"split {word}", False), work)


def joined(vocabulary: Vocabulary, words: Sequence[str]) -> list[Compound]:
    """The neighbouring words of a query that the corpus knows as one."""
    return [
        Compound(before + after, f"{before} {after}", passages)
        for before, after in pairwise(words)
        if (passages := vocabulary.passages(before + after))
    ]


def _both(vocabulary: Vocabulary, word: str, at: int) -> Compound | None:
    before, after = word[:at], word[at:]
    shortest = _PART_OF_KNOWN if vocabulary.passages(word) else _PART
    if before not in _LOOSE and min(len(before), len(after)) < shortest:
        return None
    passages = min(vocabulary.passages(before), vocabulary.passages(after))
    if not passages or passages > _TOO_COMMON:
        return None
    return Compound(f"{before} {after}", word, passages)
