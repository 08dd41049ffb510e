"""Ranks passages by how well, how closely and where they hold the words that were typed."""

import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from cmalt_tui.corpus.search.understanding import SURE, Sought

# bm25's usual constants: how soon more of a word stops to count, how much length does.
_SATURATION, _LENGTH = 1.2, 0.75
_USUAL_WORDS = 110
# Beside bm25, in shares of what the words are worth. tests/relevance/run.py shows what they do.
_RUN, _CLOSENESS, _TITLE = 0.4, 0.25, 0.4
# What a rare completion of an unfinished word is worth: a mark, hardly a place.
_BARELY = 0.1
# A passage with all words as they were typed stands before one with a word that was only taken
# for another; then come the very words side by side, a heading that is nothing else, the words
# side by side in other forms, and all of them in the heading.
_EXACT_STEP, _AS_TYPED_STEP, _WHOLE_TITLE_STEP, _RUN_STEP, _TITLE_STEP = 8.0, 3.0, 2.0, 1.2, 1.0
_STEPS = _EXACT_STEP + _AS_TYPED_STEP + _WHOLE_TITLE_STEP + _TITLE_STEP
_TAKEN = 0.45


class Rank(NamedTuple):
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

    def __init__(
        self,
        sought: Sequence[Sought],
        weights: Sequence[float],
        typed: Sequence[str] = (),
        *,
        partial: bool = False,
    ) -> None:
        """Prepare for some words, each with how much it says.

        Args:
            sought: The words.
            weights: How much each says; see `weight`.
            typed: All words in the order in which they were typed, repeated ones too; none
                where order says nothing.
            partial: Whether passages needn't hold all words. Weight alone then decides between
                those that do and others.
        """
        self._partial = partial
        self._weights = list(weights)
        self._all = sum(weights) or 1.0
        self._typed = f" {' '.join(typed)} " if typed else ""
        self._needed = frozenset(
            number for number, one in enumerate(sought) if not one.is_common
        ) or frozenset(range(len(sought)))
        self._rewritten = [pair for one in sought for pair in one.rewritten]
        self._answers: dict[str, Answers] = {}
        for number, one in enumerate(sought):
            for form, quality in one.forms.items():
                self._answers.setdefault(form, []).append((number, quality))
        self._worth = {
            form: max(self._weights[number] * quality for number, quality in found)
            for form, found in self._answers.items()
        }
        for stands, instead in self._rewritten:
            worth = max((self._worth.get(word, 0.0) for word in instead.split()), default=0.0)
            for word in stands.split():
                self._worth.setdefault(word, worth)
        self._beginnings = tuple(one.beginning for one in sought if one.beginning)

    def worth(self, word: str) -> float:
        """How much a folded word of a text is worth for the query; 0 for one not sought."""
        known = self._worth.get(word)
        if known is not None:
            return known
        return _BARELY if self._beginnings and word.startswith(self._beginnings) else 0.0

    def rank(self, title: str, text: str) -> Rank:
        """Score one passage by the folded words of its title and its text."""
        is_whole_title = bool(self._typed) and f" {title} " == self._typed
        stands_as_typed = bool(self._typed) and (
            self._typed in f" {text} " or self._typed in f" {title} "
        )
        title, text = self._rewrite(title), self._rewrite(text)
        answers, wanted = self._answers, len(self._weights)
        words, title_words = text.split(), title.split()
        places = [(place, answers[word]) for place, word in enumerate(words) if word in answers]
        in_title = [(at, answers[word]) for at, word in enumerate(title_words) if word in answers]
        often, best = [0.0] * wanted, [0.0] * wanted
        for _, found in places:
            for number, quality in found:
                often[number] += quality
                best[number] = max(best[number], quality)
        in_text = frozenset(number for number, quality in enumerate(best) if quality)
        titled: dict[int, float] = {}
        for _, found in in_title:
            for number, quality in found:
                often[number] += quality
                titled[number] = max(quality, titled.get(number, 0.0))
        length = _SATURATION * (1 - _LENGTH + _LENGTH * len(words) / _USUAL_WORDS)
        score = 0.0
        for number, quality in titled.items():
            score += _TITLE * self._weights[number] * quality
            best[number] = max(best[number], quality)
        for number, count in enumerate(often):
            if count:
                counted = count * (1 + _SATURATION) / (count + length)
                score += self._weights[number] * best[number] * counted
        run: Sequence[int] = ()
        if len(in_text) > 1 or len(titled) > 1:
            run = max(_longest_run(places), _longest_run(in_title), key=len)
            if len(run) > 1:
                score += _RUN * self._worth_of(run)
        # Where any of the words will do, how near they stand says more of the length than of the
        # meaning.
        if len(in_text) > 1 and not self._partial:
            near = len(in_text) / _narrowest(places, len(in_text))
            score += _CLOSENESS * self._worth_of(in_text) * near
        held = in_text | titled.keys()
        together = 0.0
        if wanted > 1:
            is_run = len(run) >= wanted
            together = _AS_TYPED_STEP if stands_as_typed else _RUN_STEP if is_run else 0.0
        total = (
            self._exactness(best, held)
            + _WHOLE_TITLE_STEP * is_whole_title
            + together
            + _TITLE_STEP * (len(titled) == wanted)
            + score / (score + 3 * self._all)
        )
        return Rank(total / (_STEPS + 1), held)

    def _rewrite(self, text: str) -> str:
        """The text with compounds as they were typed: in one word, or in two."""
        if self._rewritten:
            text = f" {text} "
            for stands, instead in self._rewritten:
                text = text.replace(f" {stands} ", f" {instead} ")
        return text

    def _worth_of(self, numbers: Iterable[int]) -> float:
        return sum(self._weights[number] for number in numbers)

    def _exactness(self, best: Sequence[float], held: frozenset[int]) -> float:
        """The step for passages with all telling words, by how many of these are as typed."""
        if self._partial or not self._needed <= held:
            return 0.0
        exact = sum(best[number] >= SURE for number in self._needed)
        return _EXACT_STEP * (
            1 if exact == len(self._needed) else _TAKEN * exact / len(self._needed)
        )


def weight(passages: int, searched: int) -> float:
    """How much a word says that is in so many of all passages: bm25's inverse frequency."""
    return math.log(1 + (searched - min(passages, searched) + 0.5) / (passages + 0.5))


def _longest_run(places: list[tuple[int, Answers]]) -> Sequence[int]:
    """The longest row of words that stand side by side in the order in which they were typed."""
    longest, ending = 0, -1
    before: dict[int, int] = {}
    last = -2
    for place, found in places:
        if place != last + 1:
            before = {}
        runs = {number: before.get(number - 1, 0) + 1 for number, _ in found}
        for number, length in runs.items():
            if length > longest:
                longest, ending = length, number
        before, last = runs, place
    return range(ending - longest + 1, ending + 1)


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
