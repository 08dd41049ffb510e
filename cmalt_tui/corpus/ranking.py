"""Ranks passages by how well, how closely and where they hold the words that were typed."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from cmalt_tui.corpus.tokens import WORD, fold
from cmalt_tui.corpus.understanding import SURE, Sought

# bm25's usual constants: how soon more of a word stops to count, how much length does.
_SATURATION, _LENGTH = 1.2, 0.75
_USUAL_WORDS = 110
_RUN, _CLOSENESS, _TITLE = 0.8, 0.25, 0.8
# What a rare completion of an unfinished word is worth: a mark, hardly a place.
_BARELY = 0.1
_EXACT_STEP, _RUN_STEP, _TITLE_STEP = 8.0, 2.0, 1.0


@dataclass(frozen=True)
class Rank:
    """How good a passage is for a query.

    Attributes:
        score: 0 to 1.
        held: Which of the sought words it holds, by number.
    """

    score: float
    held: frozenset[int]


Answers = list[tuple[int, float]]


class Ranker:
    """Scores passages for one query; made once for it, since it holds the forms of all words."""

    def __init__(self, sought: Sequence[Sought], weights: Sequence[float]) -> None:
        """Prepare for some words, each with how much it says."""
        self._weights = list(weights)
        self._all = sum(weights) or 1.0
        self._answers: dict[str, Answers] = {}
        for number, one in enumerate(sought):
            for form, quality in one.forms.items():
                self._answers.setdefault(form, []).append((number, quality))
        self._beginnings = tuple(one.beginning for one in sought if one.beginning)

    def worth(self, word: str) -> float:
        """How much a folded word of a text is worth for the query; 0 for one not sought."""
        found = self._answers.get(word)
        if found:
            return max(self._weights[number] * quality for number, quality in found)
        return _BARELY if self._beginnings and word.startswith(self._beginnings) else 0.0

    def rank(self, title: str, text: str) -> Rank:
        """Score one passage by its title and its plain text."""
        in_title = self._best(WORD.findall(fold(title)))
        words = WORD.findall(fold(text))
        answers = self._answers.get
        places = [(place, found) for place, word in enumerate(words) if (found := answers(word))]
        often = [0.0] * len(self._weights)
        best: dict[int, float] = {}
        for _, found in places:
            for number, quality in found:
                often[number] += quality
                if quality > best.get(number, 0.0):
                    best[number] = quality
        length = _SATURATION * (1 - _LENGTH + _LENGTH * len(words) / _USUAL_WORDS)
        score = sum(
            weight * best.get(number, 0.0) * count * (1 + _SATURATION) / (count + length)
            for number, (weight, count) in enumerate(zip(self._weights, often, strict=True))
        )
        score += _TITLE * sum(self._weights[n] * quality for n, quality in in_title.items())
        wanted = len(self._weights)
        run = 0
        if wanted > 1 and len(best) > 1:
            run = _longest_run(places)
            if run > 1:
                score += self._all * _RUN * run / wanted
            score += self._all * _CLOSENESS * len(best) / _narrowest(places, len(best))
        for number, quality in in_title.items():
            best[number] = max(quality, best.get(number, 0.0))
        held = sum(self._weights[number] for number in best) / self._all
        exact = sum(quality >= SURE for quality in best.values()) / wanted
        total = (
            _EXACT_STEP * (1.0 if exact == 1 else 0.45 * exact)
            + _RUN_STEP * (wanted > 1 and run >= wanted)
            + _TITLE_STEP * (len(in_title) == wanted)
            + held * held * score / (score + 3 * self._all)
        )
        most = _EXACT_STEP + _RUN_STEP + _TITLE_STEP + 1
        return Rank(total / most, frozenset(best))

    def _best(self, words: list[str]) -> dict[int, float]:
        best: dict[int, float] = {}
        for word in words:
            for number, quality in self._answers.get(word, ()):
                best[number] = max(quality, best.get(number, 0.0))
        return best


def weight(passages: int, searched: int) -> float:
    """How much a word says that is in so many of all passages: bm25's inverse frequency."""
    return math.log(1 + (searched - min(passages, searched) + 0.5) / (passages + 0.5))


def _longest_run(places: list[tuple[int, Answers]]) -> int:
    """How many of the words stand side by side in the order in which they were typed."""
    longest = 0
    before: dict[int, int] = {}
    last = -2
    for place, found in places:
        if place != last + 1:
            before = {}
        runs = {number: before.get(number - 1, 0) + 1 for number, _ in found}
        longest = max(longest, *runs.values())
        before, last = runs, place
    return longest


def _narrowest(places: list[tuple[int, Answers]], wanted: int) -> int:
    """How many words the shortest stretch has that holds all that the text holds."""
    seen: dict[int, int] = {}
    narrowest = places[-1][0] - places[0][0] + 1
    for place, found in places:
        for number, _ in found:
            seen[number] = place
        if len(seen) == wanted:
            narrowest = min(narrowest, place - min(seen.values()) + 1)
    return max(narrowest, 1)
