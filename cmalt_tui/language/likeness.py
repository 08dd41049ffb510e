"""How far a typed word is from a right one, counted in slips of fingers, ears and memory."""

from collections.abc import Mapping

_VOWELS = frozenset("aeiouy")
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
# Letters that are written for each other because they sound alike.
_ALIKE = frozenset(
    {*("sc", "cs", "ck", "kc", "zs", "sz", "fv", "vf", "gj", "jg", "td", "dt", "mn", "nm")}
)

# What each slip counts. Set by hand, then by hundredths against one sample of a public list of
# misspellings; what they reach is measured on another one, by tests/spelling/run.py.
_LEFT_OUT, _LEFT_OUT_DOUBLE, _LEFT_OUT_MARK = 0.6, 0.6, 0.3
_ADDED, _ADDED_DOUBLE, _ADDED_FIRST = 0.95, 0.3, 0.3
_SWAPPED = 0.5
_VOWEL, _SOUND, _NEIGHBOUR, _OTHER = 0.75, 0.8, 1.05, 1.15
_FIRST_DIFFERS, _LAST_DIFFERS = 0.35, 0.25


def _neighbours() -> Mapping[str, frozenset[str]]:
    """The keys beside each key of a QWERTY keyboard."""
    near: dict[str, set[str]] = {}
    for row, keys in enumerate(_ROWS):
        for column, key in enumerate(keys):
            for other, shift in ((row, -1), (row, 1), (row + 1, -1), (row + 1, 0)):
                if other < len(_ROWS) and 0 <= column + shift < len(_ROWS[other]):
                    beside = _ROWS[other][column + shift]
                    near.setdefault(key, set()).add(beside)
                    near.setdefault(beside, set()).add(key)
    return {key: frozenset(beside) for key, beside in near.items()}


_NEAR = _neighbours()


def slips_between(typed: str, meant: str) -> float:
    """Count the slips that make one word of another, in lower case.

    Optimal string alignment with weights: a swap of neighbouring letters and a doubled letter are
    cheap, a vowel for a vowel or a key for its neighbour is cheaper than any other letter, and
    people seldom err in the first letter.

    Args:
        typed: The word as it was typed, not empty.
        meant: The word that could be meant, not empty.
    """
    left_out = [_cost_of_leaving_out(meant, at) for at in range(len(meant))]
    earlier: list[float] = []
    before = [0.0]
    for cost in left_out:
        before.append(before[-1] + cost)
    for row, letter in enumerate(typed):
        added = _cost_of_adding(typed, row)
        now = [before[0] + added]
        for column, wanted in enumerate(meant):
            cost = before[column] + (0.0 if letter == wanted else _cost_of_other(letter, wanted))
            cost = min(cost, before[column + 1] + added, now[column] + left_out[column])
            if row and column and letter == meant[column - 1] and typed[row - 1] == wanted:
                cost = min(cost, earlier[column - 1] + (_SWAPPED if letter != wanted else 0.0))
            now.append(cost)
        earlier, before = before, now
    first = _FIRST_DIFFERS if typed[0] != meant[0] else 0.0
    last = _LAST_DIFFERS if typed[-1] != meant[-1] else 0.0
    return before[-1] + first + last


def _cost_of_leaving_out(meant: str, at: int) -> float:
    if at and meant[at] == meant[at - 1]:
        return _LEFT_OUT_DOUBLE
    return _LEFT_OUT_MARK if meant[at] in "'-" else _LEFT_OUT


def _cost_of_adding(typed: str, at: int) -> float:
    if at == 0:
        return _ADDED + _ADDED_FIRST
    return _ADDED_DOUBLE if typed[at] == typed[at - 1] else _ADDED


def _cost_of_other(letter: str, wanted: str) -> float:
    if letter in _VOWELS and wanted in _VOWELS:
        return _VOWEL
    if letter + wanted in _ALIKE:
        return _SOUND
    return _NEIGHBOUR if wanted in _NEAR.get(letter, "") else _OTHER
