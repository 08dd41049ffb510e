"""How well a heading fits the sections of a framework, by the words that it is made of."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cmalt_tui.model.framework import Framework, FrameworkSection

_EMPTY_WORDS = frozenset({
    "a", "an", "and", "the", "of", "in", "on", "for", "to", "or", "with", "your", "my", "our",
    "their", "own", "i", "me", "is", "this", "that", "its", "by", "as", "at", "from", "s",
    "understanding", "understand", "engaging", "ability", "section", "core", "area", "areas",
    "cmalt", "portfolio",
})  # fmt: skip
# Words inside a heading count by how few sections share them; a word that no section has counts
# in full against it. The weights below say how much "all its words are the section's" matters
# against "all the section's words are in it": people shorten titles far more than they extend them.
_PRECISION = 0.72
_RECALL = 0.28
_SAME_WORD = 88.0
_LEAST_WEIGHT = 0.6
_MOST_WORDS = 16


@dataclass(frozen=True)
class Fit:
    """How well a heading fits a section.

    Attributes:
        score: 0 to 1; 1 is the title itself.
        by_title: Whether it is the section's title that fits, not just another name for it.
        words: How many words that matter the heading has.
    """

    section: str
    score: float
    by_title: bool
    words: int


class Names:
    """The names of a framework's sections, prepared for scoring."""

    def __init__(self, framework: Framework) -> None:
        """Prepare all titles, short titles and aliases."""
        self._names: list[tuple[FrameworkSection, bool, tuple[str, ...]]] = []
        for asked in framework.sections:
            names = {asked.title: True, asked.short_title: True}
            names |= {alias: False for alias in asked.aliases if alias not in names}
            for name, by_title in names.items():
                matters = content_words(_without_code(name))
                if any(len(word) > 2 for word in matters):
                    self._names.append((asked, by_title, matters))
        homes: dict[str, set[str]] = {}
        for asked, _, matters in self._names:
            for word in matters:
                homes.setdefault(word, set()).add(asked.id)
        self._known: dict[str, frozenset[str]] = {}
        self._weight = {word: 1.0 / len(sections) for word, sections in homes.items()}

    def fits(self, heading: str) -> list[Fit]:
        """Score a heading, its code taken off, against all sections: best first, one a section."""
        matters = content_words(heading)
        meant = [self._meant(word) for word in matters[: _MOST_WORDS + 1]]
        if not any(meant) or len(matters) > _MOST_WORDS:
            return []
        best: dict[str, Fit] = {}
        for asked, by_title, name in self._names:
            score = 1.0 if sorted(matters) == sorted(name) else self._score(meant, name)
            known = best.get(asked.id)
            if known is None or (score, by_title) > (known.score, known.by_title):
                best[asked.id] = Fit(asked.id, score, by_title, len(matters))
        return sorted(best.values(), key=lambda fit: -fit.score)

    def _score(self, meant: Sequence[frozenset[str]], name: tuple[str, ...]) -> float:
        weights = [max((self._weight[one] for one in words), default=1.0) for words in meant]
        shared = [
            weight
            for words, weight in zip(meant, weights, strict=True)
            if not words.isdisjoint(name)
        ]
        if sum(shared) < _LEAST_WEIGHT:
            return 0.0
        covered = frozenset[str]().union(*meant)
        reached = sum(self._weight[word] for word in name if word in covered)
        precision = sum(shared) / sum(weights)
        recall = reached / sum(self._weight[word] for word in name)
        return min(0.99, _PRECISION * precision + _RECALL * recall)

    def _meant(self, word: str) -> frozenset[str]:
        """The words of the framework's names that a word of a heading may stand for."""
        known = self._known.get(word)
        if known is None:
            known = frozenset(one for one in self._weight if same_word(word, one))
            self._known[word] = known
        return known


def content_words(text: str) -> tuple[str, ...]:
    """The words of a heading that tell one section from another, in lower case, in order."""
    found = re.findall(r"[^\W_]+", text.casefold().replace("’", "'").replace("'s", ""))
    return tuple(word for word in found if word not in _EMPTY_WORDS)


def same_word(one: str, other: str) -> bool:
    """Whether two words are the same but for an ending or a slip of the finger."""
    if one == other:
        return True
    if min(len(one), len(other)) < 4 or one[0] != other[0]:
        return False
    from rapidfuzz.fuzz import ratio

    return ratio(_stem(one), _stem(other)) >= _SAME_WORD


def best_fit(fits: Iterable[Fit], least: float) -> Fit | None:
    """The best fit if it reaches the least score."""
    return next((fit for fit in fits if fit.score >= least), None)


def _stem(word: str) -> str:
    for ending, instead in (("ies", "y"), ("ings", ""), ("ing", ""), ("es", "e"), ("s", "")):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word.removesuffix(ending) + instead
    return word


def _without_code(name: str) -> str:
    return re.sub(r"^(?:core area|section|area)\s+\d\s*[:.–-]?\s*", "", name, flags=re.I)
