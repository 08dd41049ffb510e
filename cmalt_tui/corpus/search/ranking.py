"""Ranks passages by how well, how closely and where they hold the words that were typed."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from cmalt_tui.corpus.search.understanding import SURE, Sought

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
        self._worth = {
            form: max(self._weights[number] * quality for number, quality in found)
            for form, found in self._answers.items()
        }
        self._beginnings = tuple(one.beginning for one in sought if one.beginning)

    def worth(self, word: str) -> float:
        """How much a folded word of a text is worth for the query; 0 for one not sought."""
        known = self._worth.get(word)
        if known is not None:
            return known
        return _BARELY if self._beginnings and word.startswith(self._beginnings) else 0.0

    def rank(self, title: str, text: str) -> Rank:
        """Score one passage by the folded words of its title and its text."""
        answers = self._answers
        words = text.split()
        places = [(place, answers[word]) for place, word in enumerate(words) if word in answers]
        wanted = len(self._weights)
        often = [0.0] * wanted
        best = [0.0] * wanted
        for _, found in places:
            for number, quality in found:
                often[number] += quality
                best[number] = max(best[number], quality)
        length = _SATURATION * (1 - _LENGTH + _LENGTH * len(words) / _USUAL_WORDS)
        score = 0.0
        for number, count in enumerate(often):
            if count:
                counted = count * (1 + _SATURATION) / (count + length)
                score += self._weights[number] * best[number] * counted
        run = 0
        in_text = wanted - best.count(0.0)
        if in_text > 1:
            run = _longest_run(places)
            if run > 1:
                score += self._all * _RUN * run / wanted
            score += self._all * _CLOSENESS * in_text / _narrowest(places, in_text)
        in_title = self._best([word for word in title.split() if word in answers])
        for number, quality in in_title.items():
            score += _TITLE * self._weights[number] * quality
            best[number] = max(best[number], quality)
        held = frozenset(number for number, quality in enumerate(best) if quality)
        share = sum(self._weights[number] for number in held) / self._all
        exact = sum(quality >= SURE for quality in best) / wanted
        total = (
            _EXACT_STEP * (1.0 if exact == 1 else 0.45 * exact)
            + _RUN_STEP * (wanted > 1 and run >= wanted)
            + _TITLE_STEP * (len(in_title) == wanted)
            + share * share * score / (score + 3 * self._all)
        )
        return Rank(total / (_EXACT_STEP + _RUN_STEP + _TITLE_STEP + 1), held)

    def _best(self, words: list[str]) -> dict[int, float]:
        best: dict[int, float] = {}
        for word in words:
            for number, quality in self._answers[word]:
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
