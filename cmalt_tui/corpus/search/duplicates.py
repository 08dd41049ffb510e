"""Folds passages with nearly the same text into one, so that each is listed once."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from cmalt_tui.corpus.index import stored
from cmalt_tui.corpus.index.database import Database

# Shared words of all words; shared words of the shorter one's, if it is not that much shorter.
_SAME, _CONTAINED, _SHORTER = 0.85, 0.95, 0.7
# Words that say little on their own; how many of the longer ones a like text has at least.
_SHORT, _SOME = 8, 0.5
# The same text gets nearly the same score, so that a look back over this many is enough.
_LOOK_BACK = 50
_SPARE = 10
_LOTS = 4


class Kept(NamedTuple):
    """A passage that is listed.

    Attributes:
        row: Its number.
        also: The numbers of those that it stands for.
    """

    row: int
    also: tuple[int, ...] = ()


def fold_duplicates(database: Database, rows: Sequence[int], limit: int) -> list[Kept]:
    """Take the first passages that differ from each other, each with those that are like it.

    Args:
        database: The index.
        rows: The numbers of the passages, the best first. Beyond four times the limit they are
            not looked at.
        limit: How many are kept at most.
    """
    seen = _Seen()
    lot = limit + _SPARE
    for start in range(0, min(len(rows), _LOTS * lot), lot):
        some = rows[start : start + lot]
        texts = {row: text for row, _, text in stored.words_of(database, some)}
        for row in some:
            words = frozenset(texts[row].split())
            like = seen.like(words)
            if like is not None:
                seen.also[like].append(row)
            elif len(seen.rows) < limit:
                seen.keep(row, words)
        if len(seen.rows) == limit:
            break
    return [Kept(row, tuple(also)) for row, also in zip(seen.rows, seen.also, strict=True)]


class _Seen:
    """The passages that were kept, by their longer words: few others share many of those."""

    def __init__(self) -> None:
        self.rows: list[int] = []
        self.also: list[list[int]] = []
        self._words: list[frozenset[str]] = []
        self._with: dict[str, list[int]] = {}

    def keep(self, row: int, words: frozenset[str]) -> None:
        for word in _longer(words):
            self._with.setdefault(word, []).append(len(self.rows))
        self.rows.append(row)
        self.also.append([])
        self._words.append(words)

    def like(self, words: frozenset[str]) -> int | None:
        """Which of them is like a text with these words."""
        longer = _longer(words)
        shared: dict[int, int] = {}
        for word in longer:
            for number in self._with.get(word, ())[-_LOOK_BACK:]:
                shared[number] = shared.get(number, 0) + 1
        for number, count in shared.items():
            if count >= _SOME * len(longer) and _alike(words, self._words[number]):
                return number
        return None


def _longer(words: frozenset[str]) -> Collection[str]:
    return [word for word in words if len(word) > _SHORT] or words


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    least, most = sorted((len(one), len(other)))
    if least < _SHORTER * most:
        return False
    shared = len(one & other)
    return shared >= _SAME * (least + most - shared) or shared >= _CONTAINED * least
