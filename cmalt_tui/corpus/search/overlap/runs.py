"""Finds the runs of words that a text has in common with passages, without reading them all."""

from collections.abc import Iterable, Sequence
from math import sqrt
from typing import NamedTuple

from cmalt_tui.corpus.index.database import Database
from cmalt_tui.corpus.passages.telling_words import is_telling
from cmalt_tui.corpus.search.overlap.words import KnownWords

SHORTEST_RUN = 6
LEAST_TELLING = 2
# A run of six words holds four rows of three.
_ASKED = 3
_PLACES = SHORTEST_RUN - _ASKED + 1
_MOST_PASSAGES = 64
_AT_A_TIME = 500
# Between the words of a passage's title and those of its text; equal to no word.
BORDER = "|"
# Milliseconds that one question takes, whatever it asks for, and what the words add: about as the
# root of the passages of the rarest times those of all (measured at 100,000 and 1,000,000).
_EACH_QUESTION, _OF_THE_WORDS = 0.1, 0.0001


class Run(NamedTuple):
    """So many words in a row that stand in a text, from ``start`` on, and in a passage."""

    start: int
    words: int
    row: int
    theirs: int

    @property
    def end(self) -> int:
        """The number of the word after its last one in the text."""
        return self.start + self.words


Places = dict[int, list[int]]


class RunFinder:
    """Looks for runs in one state of the index."""

    def __init__(self, database: Database, known: KnownWords) -> None:
        """Ask a database; its words are looked up through ``known``."""
        self._database = database
        self._known = known

    def runs(self, words: Sequence[str], own: frozenset[int], allowed: Sequence[bool]) -> list[Run]:
        """Find every longest run of six or more words that also stands in a passage.

        Each six words in a row hold four rows of three. For a set of such threes that leaves out
        none of the sixes, and is the cheapest to look up, the index is asked for the passages
        with these three words side by side; in those the run is followed to both sides. Sixes
        with a word that the corpus doesn't know, or with nothing that tells what they are about,
        can be no finding and are not looked for. Where three words stand side by side in more
        than 64 passages, all six are looked for, so that no run is missed; of one that stands in
        more than 64 passages, some 64 of them are looked at.

        Args:
            words: Folded; an empty one is a border that no run goes over.
            own: Numbers of the origins whose passages don't count.
            allowed: For each word whether it stands where anybody may write the same.

        Returns:
            The runs with at least two telling words of different stems that are not in allowed
            places, in the order of the text; several where several passages have the same words.
        """
        self._known.learn(word for word in words if word)
        telling = [
            bool(word) and not excused and is_telling(word)
            for word, excused in zip(words, allowed, strict=True)
        ]
        found = self._places(words, self._needed(words, telling))
        runs: set[Run] = set()
        theirs = self._words_of(found, own)
        for row, places in found.items():
            if row in theirs:
                runs.update(_followed(words, places, row, theirs[row]))
        return sorted(run for run in runs if self._tells(run, words, telling))

    def _needed(self, words: Sequence[str], telling: Sequence[bool]) -> list[int]:
        """Where six words begin that may stand in a passage and would say something."""
        can = [bool(word) and self._known[word].passages > 0 for word in words]
        return [
            start
            for start in range(len(words) - SHORTEST_RUN + 1)
            if all(can[start : start + SHORTEST_RUN]) and any(telling[start : start + SHORTEST_RUN])
        ]

    def _places(self, words: Sequence[str], needed: Sequence[int]) -> Places:
        """Passages that may share a run, to the places in the text where it would be."""
        found: Places = {}
        wanted = set(needed)
        for place in self._cheapest(words, needed):
            rows = self._rows(words[place : place + _ASKED])
            if len(rows) < _MOST_PASSAGES:
                for row in rows:
                    found.setdefault(row, []).append(place)
                continue
            for start in range(place - _PLACES + 1, place + 1):
                if start in wanted:
                    for row in self._rows(words[start : start + SHORTEST_RUN]):
                        found.setdefault(row, []).append(start)
        return found

    def _cheapest(self, words: Sequence[str], needed: Sequence[int]) -> list[int]:
        """The cheapest threes such that every six that is needed holds one of them."""
        chosen: list[int] = []
        for first, last in _unbroken(needed):
            end = last + _PLACES
            costs = [self._cost(words[place : place + _ASKED]) for place in range(first, end)]
            best: list[tuple[float, int]] = []
            for number, cost in enumerate(costs):
                before = [(best[earlier][0], earlier) for earlier in _up_to_four(number)]
                cheapest = min(before) if number >= _PLACES else (0.0, -1)
                best.append((cost + cheapest[0], cheapest[1]))
            number = min(_up_to_four(len(best)), key=lambda number: best[number][0])
            while number >= 0:
                chosen.append(first + number)
                number = best[number][1]
        return sorted(chosen)

    def _cost(self, words: Iterable[str]) -> float:
        passages = [self._known[word].passages for word in words]
        return _EACH_QUESTION + _OF_THE_WORDS * sqrt(min(passages) * sum(passages))

    def _rows(self, phrase: Sequence[str]) -> list[int]:
        sql = "SELECT rowid FROM words WHERE words MATCH ? LIMIT ?"
        asked = f'"{" ".join(phrase)}"'
        return [row for (row,) in self._database.rows(sql, (asked, _MOST_PASSAGES))]

    def _words_of(self, rows: Iterable[int], own: frozenset[int]) -> dict[int, list[str]]:
        """The words of title and text of passages that aren't one's own."""
        listed = list(rows)
        words: dict[int, list[str]] = {}
        for start in range(0, len(listed), _AT_A_TIME):
            some = listed[start : start + _AT_A_TIME]
            for row, origin, title, text in self._database.rows(
                "SELECT p.id, f.origin, p.title_words, p.text_words"
                " FROM passage p JOIN filed f ON f.id = p.id"
                f" WHERE p.id IN ({', '.join('?' * len(some))})",
                some,
            ):
                if origin not in own:
                    words[row] = [*title.split(), BORDER, *text.split()]
        return words

    def _tells(self, run: Run, words: Sequence[str], telling: Sequence[bool]) -> bool:
        stems = {
            self._known[words[place]].stem for place in range(run.start, run.end) if telling[place]
        }
        return run.words >= SHORTEST_RUN and len(stems) >= LEAST_TELLING


def _unbroken(numbers: Sequence[int]) -> Iterable[tuple[int, int]]:
    """The stretches in which numbers follow each other, first and last of each."""
    first = last = -2
    for number in numbers:
        if number != last + 1:
            if first >= 0:
                yield first, last
            first = number
        last = number
    if first >= 0:
        yield first, last


def _up_to_four(number: int) -> range:
    return range(max(0, number - _PLACES), number)


def _followed(
    words: Sequence[str], places: Sequence[int], row: int, theirs: Sequence[str]
) -> Iterable[Run]:
    """The runs through some places of a text that a passage shares, as long as they go on."""
    stands: dict[str, list[int]] = {}
    for number, word in enumerate(theirs):
        stands.setdefault(word, []).append(number)
    for place in places:
        for there in stands.get(words[place], ()):
            before, after = 0, 1
            while (
                before < min(place, there)
                and words[place - before - 1] == theirs[there - before - 1]
            ):
                before += 1
            most = min(len(words) - place, len(theirs) - there)
            while after < most and words[place + after] == theirs[there + after]:
                after += 1
            if before + after >= SHORTEST_RUN:
                yield Run(place - before, before + after, row, there - before)
