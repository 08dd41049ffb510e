"""Suggests what a doubtful word could be: near words, the nearest and most common ones first."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping

from cmalt_tui.language.likeness import slips_between
from cmalt_tui.language.word_set import BRITISH, NO_POSSESSIVE, WordSet

MOST = 5
_LONGEST = 40
# The most letters that may differ: of words up to 3 letters, up to 7, and longer ones.
_FAR_SHORT, _FAR_MIDDLE, _FAR_LONG = 1, 2, 3
_LOOKED_AT = 60
# What a word counts for being rare, in slips.
_RARITY: Mapping[int, float] = {10: 0.0, 20: 0.17, 35: 0.33, 60: 0.7, 70: 1.0}
_OWN_RARITY = 0.17
_NAME = 0.2
# "infront" is two words more often than "reduceable" is.
_SPLIT, _SPLIT_USUAL, _SPLIT_A = 2.0, 1.2, 0.6
_USUAL_LAST = frozenset({"and", "as", "is", "it", "of", "that", "the", "this", "to"})
_USUAL_FIRST = _USUAL_LAST | frozenset(
    {
        *("all", "at", "be", "by", "each", "every", "for", "from"),
        *("in", "more", "no", "on", "so", "with"),
    }
)
_COMMON_ENOUGH = 20
_IZE = re.compile(r"iz(?=[aei])")
_SHORT_WORDS = frozenset({"a", "i"})


def suggestions(
    word: str, words: WordSet, own: Iterable[str] = (), limit: int = MOST
) -> tuple[str, ...]:
    """List what a word could be, best first, written as the word is: Capitalised, with ’.

    Args:
        word: The doubtful word.
        words: The right ones.
        own: Words that the person added.
        limit: The most that are wanted.
    """
    typed = unicodedata.normalize("NFC", word.replace("’", "'"))
    if not 2 <= len(typed) <= _LONGEST:
        return ()
    found = _ranked(typed.lower(), words, own)
    stem = typed.removesuffix("'s")
    if stem not in (typed, ""):
        # "colleage's" is "colleague" with an ending, but "thats's" may be a word of its own.
        nouns = (near for near in _ranked(stem.lower(), words, own) if near not in NO_POSSESSIVE)
        possessive = [f"{near}'s" for near in nouns if not near.endswith(("'s", "s"))]
        found = possessive[:2] + found + possessive[2:]
    dressed = dict.fromkeys(_dressed(near, word) for near in found)
    return tuple(near for near in dressed if near != word)[:limit]


def is_near_common(word: str, words: WordSet, *, letters: int, slips: float) -> bool:
    """Whether a common word with the same first letter is near.

    Args:
        word: A word in small letters.
        words: The right ones.
        letters: The most letters that may differ.
        slips: The most that `slips_between` may be.
    """
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    for length in range(len(word) - letters, len(word) + letters + 1):
        same = words.common_by_start.get((word[0], length), ())
        near = process.extract(
            word, same, scorer=OSA.distance, score_cutoff=letters, limit=_LOOKED_AT
        )
        if any(slips_between(word, common) <= slips for common, _, _ in near):
            return True
    return False


def _ranked(typed: str, words: WordSet, own: Iterable[str]) -> list[str]:
    rated = list(_rated(typed, words, own))
    rated.sort()
    best: dict[str, str] = {}
    for _, near in rated:
        best.setdefault(near.lower(), near)
    return list(best.values())


def _rated(typed: str, words: WordSet, own: Iterable[str]) -> Iterator[tuple[float, str]]:
    # Whoever writes "organizd" is one who writes -ize.
    keeps_z = words.spelling != BRITISH or "z" in typed
    for near in _near(typed, words):
        low = near.lower()
        cost = slips_between(typed, low) + _RARITY[words.commonness[near]]
        if low != near and low not in words.words:
            cost += _NAME
        yield cost, near if keeps_z else _preferred(near, words)
    for near in own:
        if abs(len(near) - len(typed)) <= _FAR_SHORT:
            cost = slips_between(typed, near.lower())
            if cost < _FAR_MIDDLE:
                yield cost + _OWN_RARITY, near
    for at in range(1, len(typed)):
        first, second = typed[:at], typed[at:]
        if _stands_alone(first, words) and _stands_alone(second, words):
            rarity = _RARITY[words.commonness[first]] + _RARITY[words.commonness[second]]
            yield _cost_of_splitting(first, second) + rarity, f"{first} {second}"


def _near(typed: str, words: WordSet) -> list[str]:
    """The words within a few letters, the nearest and most common ones; for rapidfuzz to find."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    length = len(typed)
    far = _FAR_SHORT if length <= 3 else _FAR_MIDDLE if length <= 7 else _FAR_LONG
    near: list[tuple[float, int, str]] = []
    for letters in range(max(1, length - far), length + far + 1):
        same = words.by_length.get(letters)
        if same is not None:
            for _, distance, at in process.extract(
                typed, same.small, scorer=OSA.distance, score_cutoff=far, limit=None
            ):
                word = same.written[at]
                near.append((distance, words.commonness[word], word))
    near.sort()
    return [word for _, _, word in near[:_LOOKED_AT]]


def _preferred(near: str, words: WordSet) -> str:
    """The spelling with -ise, where -ize is right as well."""
    other = _IZE.sub("is", near)
    return other if other in words.words else near


def _cost_of_splitting(first: str, second: str) -> float:
    if first == "a":
        return _SPLIT_A
    usual = first in _USUAL_FIRST or second in _USUAL_LAST
    return _SPLIT_USUAL if usual else _SPLIT


def _stands_alone(word: str, words: WordSet) -> bool:
    if len(word) < 2:
        return word in _SHORT_WORDS and word in words.commonness
    return words.commonness.get(word, 100) <= _COMMON_ENOUGH


def _dressed(near: str, typed: str) -> str:
    """Write a suggestion as the word was written."""
    if typed[:1].isupper() and near[:1].islower():
        near = near[:1].upper() + near[1:]
    return near.replace("'", "’") if "’" in typed else near
