"""Turns a clean search into what fingers make of it: slips, words cut off, another order."""

import random
from collections.abc import Callable

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_SHORTEST_MISTYPED = 5
_AMERICAN = (
    ("isation", "ization"),
    ("ised", "ized"),
    ("ising", "izing"),
    ("ise", "ize"),
    ("yse", "yze"),
    ("our", "or"),
    ("amme", "am"),
    ("ogue", "og"),
    ("tre", "ter"),
    ("elled", "eled"),
    ("elling", "eling"),
    ("licence", "license"),
    ("judgement", "judgment"),
)
_SAME_THERE = ("your", "four", "hour", "our", "wise", "raise", "otherwise", "exercise", "advise")

Change = Callable[[str, random.Random], str]


def slip(word: str, chance: random.Random) -> str:
    """A letter left out, doubled, changed or swapped with the next, never the first one alone."""
    place = chance.randrange(1, len(word) - 1)
    kind = chance.choice(("drop", "double", "change", "swap"))
    if kind == "drop":
        return word[:place] + word[place + 1 :]
    if kind == "double":
        return word[:place] + word[place] + word[place:]
    if kind == "swap" and word[place] != word[place + 1]:
        return word[:place] + word[place + 1] + word[place] + word[place + 2 :]
    other = chance.choice(_LETTERS.replace(word[place].lower(), ""))
    return word[:place] + other + word[place + 1 :]


def one_slip(words: str, chance: random.Random) -> str:
    """One slip, in one of the longer words."""
    return _slips(words, chance, 1)


def two_slips(words: str, chance: random.Random) -> str:
    """A slip in each of two longer words, or in the only one."""
    return _slips(words, chance, 2)


def slip_everywhere(words: str, chance: random.Random) -> str:
    """A slip in each longer word."""
    return _slips(words, chance, len(words))


def last_cut(words: str, chance: random.Random) -> str:
    """The last word still being typed: about half of it is there."""
    *before, last = words.split()
    return " ".join([*before, last[: max(3, (len(last) + 1) // 2)]])


def all_cut(words: str, chance: random.Random) -> str:
    """Every longer word cut by a third, as if for a file name."""
    return " ".join(
        word[: -(len(word) // 3)] if len(word) > _SHORTEST_MISTYPED else word
        for word in words.split()
    )


def shorter(words: str, chance: random.Random) -> str:
    """One word fewer, where more than two remain."""
    kept = words.split()
    if len(kept) > 2:
        kept.pop(chance.randrange(len(kept)))
    return " ".join(kept)


def reordered(words: str, chance: random.Random) -> str:
    """The same words in another order; finished, as none of them is the last by meaning."""
    mixed = words.split()
    chance.shuffle(mixed)
    return " ".join(mixed) + " "


def american(words: str, chance: random.Random) -> str:
    """Spelt as in America; the same where nothing in it is spelt otherwise there."""
    return " ".join(map(_american, words.split()))


CHANGES: dict[str, Change] = {
    "clean": lambda words, chance: words,
    "one slip": one_slip,
    "two slips": two_slips,
    "last word cut": last_cut,
    "every word cut": all_cut,
    "a word fewer": shorter,
    "reordered": reordered,
    "American": american,
}


def _slips(words: str, chance: random.Random, most: int) -> str:
    typed = words.split()
    long = [number for number, word in enumerate(typed) if len(word) >= _SHORTEST_MISTYPED]
    for number in chance.sample(long, min(most, len(long))):
        typed[number] = slip(typed[number], chance)
    return " ".join(typed)


def _american(word: str) -> str:
    if word.lower() not in _SAME_THERE:
        for british, spelt in _AMERICAN:
            for ending in ("", "s"):
                if word.endswith(british + ending):
                    return word.removesuffix(british + ending) + spelt + ending
    return word
