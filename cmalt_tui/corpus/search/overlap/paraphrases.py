"""Finds sentences of passages that say the same as a sentence of one's own in nearly its words.

A sentence counts as a close paraphrase from a likeness of 0.6. The likeness is the harmonic mean
of two shares: how much of the own sentence's telling stems the other one holds, and the reverse,
with each stem weighted by how rare it is in the corpus; four have to be in both. Word order
doesn't count.

Measured with ``tests/overlap/thresholds.py`` on the corpus in ``samples``, 226 passages: 60 close
paraphrases (other words here and there, another order, person, tense or spelling), 14 loose ones
that keep half of the words, 6 in wholly other words, and 1,620 sentences that are none: those of
all sample portfolios beside those of the other authors, and 35 with the same nouns, written to be
mistaken. At 0.6 the precision is 0.98, and 0.92 of the close and 0.43 of the loose ones are found;
of those in other words, none. With 100,000 made-up passages beside them it is 0.98, 0.92 and 0.36.
Of two real portfolios, 15,000 words, no sentence was taken for one of the other's or of a
sample's.
"""

import re
from array import array
from collections.abc import Iterable, Iterator, Sequence
from heapq import nsmallest
from itertools import pairwise
from typing import NamedTuple

from cmalt_tui.corpus.index.database import Database
from cmalt_tui.corpus.passages.placed_words import placed_words
from cmalt_tui.corpus.passages.telling_words import is_telling
from cmalt_tui.corpus.search.overlap.words import KnownWords
from cmalt_tui.corpus.search.ranking import weight
from cmalt_tui.model.overlap import CLOSE

LEAST_TELLING = 5
_LEAST_SHARED = 4
_MOST_ROWS = 10_000
_MOST_COMPARED = 20
_MOST_REMEMBERED = 1_000_000
_MOST_PASSAGES = 4_000
_SENTENCE_END = re.compile(
    r"[.!?…][\"'”’)\]*_]*\s+(?=[^\sa-z])|\n[ \t>]*(?=\n|[-+*#>|]|\d{1,3}[.)][ \t])"
)


class Sentence(NamedTuple):
    """A stretch of a passage's Markdown, in characters, and its telling stems in order."""

    start: int
    end: int
    stems: tuple[str, ...]


class Paraphrase(NamedTuple):
    """What of a passage is near to a sentence.

    Attributes:
        start, end: The stretch of the passage's Markdown.
        shared: How many telling stems both have.
    """

    row: int
    start: int
    end: int
    likeness: float
    shared: int


class ParaphraseFinder:
    """Looks for paraphrases in one state of the index."""

    def __init__(
        self, database: Database, known: KnownWords, searched: int, least: float = CLOSE
    ) -> None:
        """Ask a database of so many passages for what is near by ``least`` or more.

        Its words are looked up through ``known``.
        """
        self._least = least
        # Whatever is so near shares at least this part of the own sentence's weight, since the
        # harmonic mean of a share and 1 is 2s / (1 + s).
        self._least_share = least / (2 - least)
        self._database = database
        self._known = known
        self._searched = searched
        self._rows: dict[str, array[int]] = {}
        self._remembered = 0
        self._stretches: dict[int, list[Sentence]] = {}

    def stems(self, words: Iterable[str]) -> tuple[str, ...]:
        """The telling stems of some folded words, in order."""
        told = [word for word in words if is_telling(word)]
        self._known.learn(told)
        return tuple(self._known[word].stem for word in told)

    def nearest(self, stems: Sequence[str], own: frozenset[int]) -> Paraphrase | None:
        """The closest paraphrase of a sentence; None where there is none that is close enough.

        Passages are compared that share the rarest of its words: of each word that stands in at
        most 10,000 passages all of them are looked at until that many were, then the 20 that
        share most. One sentence of a passage, or two that follow each other, are compared.

        Args:
            stems: The sentence's telling stems. With fewer than five different ones it says too
                little to be told from others.
            own: Numbers of the origins whose passages don't count.
        """
        mine = frozenset(stems)
        if len(mine) < LEAST_TELLING:
            return None
        worth = {stem: self._weight(stem) for stem in mine}
        rows = self._with_enough(self._candidates(worth), worth, own)
        best: Paraphrase | None = None
        for row in rows:
            for start, end, theirs in self._stretches_of(row):
                likeness, shared = self._likeness(worth, theirs)
                if likeness >= self._least and (best is None or likeness > best.likeness):
                    best = Paraphrase(row, start, end, likeness, shared)
        return best

    def _likeness(self, mine: dict[str, float], stems: Sequence[str]) -> tuple[float, int]:
        theirs = frozenset(stems)
        shared = mine.keys() & theirs
        if len(shared) < _LEAST_SHARED:
            return 0.0, len(shared)
        both = sum(mine[stem] for stem in shared)
        all_theirs = sum(self._weight(stem) for stem in theirs)
        return 2 * both / (sum(mine.values()) + all_theirs), len(shared)

    def _weight(self, stem: str) -> float:
        return weight(self._known.passages_with(stem), self._searched)

    def _candidates(self, worth: dict[str, float]) -> list[int]:
        """Passages that share enough of a sentence's rare stems, those with most of them first."""
        passages = {stem: self._known.passages_with(stem) for stem in worth}
        least = self._least_share * sum(worth.values())
        unread = sum(worth[stem] for stem, count in passages.items() if count)
        sums: dict[int, float] = {}
        read = 0
        for stem in sorted(worth, key=lambda stem: (passages[stem], stem)):
            if not passages[stem]:
                continue
            read += passages[stem]
            if read > _MOST_ROWS or unread < least:
                break
            gained = worth[stem]
            unread -= gained
            for row in self._rows_with(stem):
                sums[row] = sums.get(row, 0.0) + gained
        enough = [row for row, gained in sums.items() if gained + unread >= least]
        return nsmallest(_MOST_COMPARED, enough, key=lambda row: (-sums[row], row))

    def _with_enough(
        self, rows: Sequence[int], worth: dict[str, float], own: frozenset[int]
    ) -> list[int]:
        """Those of the passages, not one's own, that share enough with a sentence altogether."""
        stems = {form: stem for stem in worth for form in self._known.forms_of(stem)}
        least = self._least_share * sum(worth.values())
        enough = []
        for row, origin, text in self._database.rows(
            "SELECT p.id, f.origin, p.text_words FROM passage p JOIN filed f ON f.id = p.id"
            f" WHERE p.id IN ({', '.join('?' * len(rows))})",
            rows,
        ):
            shared = {stems[word] for word in stems.keys() & set(text.split())}
            if origin not in own and sum(worth[stem] for stem in shared) >= least:
                enough.append(row)
        return enough

    def _rows_with(self, stem: str) -> "array[int]":
        if stem not in self._rows:
            if self._remembered > _MOST_REMEMBERED:
                self._rows.clear()
                self._remembered = 0
            found = self._database.rows(
                "SELECT rowid FROM words WHERE words MATCH ? LIMIT ?",
                (f'"{self._known.forms_of(stem)[0]}"', _MOST_ROWS),
            )
            self._rows[stem] = array("q", [row for (row,) in found])
            self._remembered += len(found)
        return self._rows[stem]

    def _stretches_of(self, row: int) -> list[Sentence]:
        """The sentences of a passage, and each two that follow each other."""
        if row not in self._stretches:
            if len(self._stretches) > _MOST_PASSAGES:
                self._stretches.clear()
            (text,) = self._database.first("SELECT text FROM passage WHERE id = ?", (row,))
            single = list(self._sentences_of(text))
            pairs = [
                Sentence(one.start, two.end, one.stems + two.stems) for one, two in pairwise(single)
            ]
            self._stretches[row] = single + pairs
        return self._stretches[row]

    def _sentences_of(self, text: str) -> Iterator[Sentence]:
        words = placed_words(text)
        self._known.learn(placed.word for placed in words)
        number = 0
        for start, end in sentences(text):
            first = number
            while number < len(words) and words[number].start < end:
                number += 1
            yield Sentence(start, end, self.stems(placed.word for placed in words[first:number]))


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Where the sentences of a Markdown text begin and end; a list item or heading is one too."""
    start = 0
    for found in _SENTENCE_END.finditer(text):
        yield start, found.end()
        start = found.end()
    if text[start:].strip():
        yield start, len(text)
