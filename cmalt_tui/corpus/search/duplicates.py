"""Folds passages with nearly the same text into one, so that each is listed once."""

from collections.abc import Sequence
from typing import NamedTuple

from cmalt_tui.corpus.index import stored
from cmalt_tui.corpus.index.database import Database

# Shared words of all words; shared words of the shorter one's, if it is not that much shorter.
_SAME, _CONTAINED, _SHORTER = 0.85, 0.95, 0.7
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
    kept: list[tuple[int, frozenset[str]]] = []
    also: dict[int, list[int]] = {}
    lot = limit + _SPARE
    for start in range(0, min(len(rows), _LOTS * lot), lot):
        some = rows[start : start + lot]
        texts = {row: text for row, _, text in stored.words_of(database, some)}
        for row in some:
            words = frozenset(texts[row].split())
            best = next((one for one, seen in kept[-_LOOK_BACK:] if _alike(words, seen)), None)
            if best is not None:
                also[best].append(row)
            elif len(kept) < limit:
                kept.append((row, words))
                also[row] = []
        if len(kept) == limit:
            break
    return [Kept(row, tuple(also[row])) for row, _ in kept]


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    least, most = sorted((len(one), len(other)))
    if not least or least < _SHORTER * most:
        return False
    shared = len(one & other)
    return shared >= _SAME * (least + most - shared) or shared >= _CONTAINED * least
