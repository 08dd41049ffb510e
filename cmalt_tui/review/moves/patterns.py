"""Makes a rule's patterns: names filled in, compiled when first needed, stopped when slow."""

import re
import time
from collections.abc import Callable, Mapping
from functools import cache

from cmalt_tui.review.moves.move_rule import Pattern, Span
from cmalt_tui.review.moves.searched_sentence import WORDS_LETTER

LONGEST = 2_000
_ONE_SEARCH = 0.05
_ALL_SEARCHES = 0.5
_WORDS = "words"


def shipped_pattern(pattern: str, named: Mapping[str, str], lists: Mapping[str, str]) -> Pattern:
    """Make a pattern of the program's own rules, which are known to be quick.

    Args:
        pattern: A pattern as a rule file has it; ``{2,3}`` is a count and stays.
        named: What ``{names}`` stand for.
        lists: The letters that stand for the lists which can be named, too.

    Raises:
        KeyError: A name is not known; the argument is the name.
    """
    whole = _filled_in(pattern, named, lists)

    def search(text: str) -> Span | None:
        found = _compiled(whole).search(text)
        return Span(*found.span()) if found else None

    return Pattern(search, *_uses(whole, lists))


def own_pattern(
    pattern: str, named: Mapping[str, str], lists: Mapping[str, str], tell: Callable[[], None]
) -> Pattern:
    """Make a pattern of a person's own, which may be one that never comes to an end.

    Args:
        pattern, named, lists: See `shipped_pattern`.
        tell: Called once, when the pattern was given up for being too slow.

    Raises:
        KeyError: A name is not known; the argument is the name.
        ValueError: It is no pattern; says why.
    """
    import regex

    whole = _filled_in(pattern, named, lists)
    try:
        compiled = regex.compile(whole)
    except regex.error as error:
        raise ValueError(str(error)) from None
    left = _ALL_SEARCHES

    def search(text: str) -> Span | None:
        nonlocal left
        if left <= 0:
            return None
        begun = time.perf_counter()
        try:
            found = compiled.search(text, timeout=_ONE_SEARCH)
        except TimeoutError:
            left = 0.0
            tell()
            return None
        took = time.perf_counter() - begun
        if took > _ONE_SEARCH / 50:  # What is quick may be done as often as there are sentences.
            left -= took
            if left <= 0:
                tell()
        return Span(*found.span()) if found else None

    return Pattern(search, *_uses(whole, lists))


def _filled_in(pattern: str, named: Mapping[str, str], lists: Mapping[str, str]) -> str:
    marks = {name: rf"\b{letter}+" for name, letter in lists.items()}
    known = {**marks, **named, _WORDS: rf"\b{WORDS_LETTER}+"}
    for _ in range(3):  # What a name stands for may name others.
        pattern = _name().sub(lambda found: known[found[1]], pattern)
    return pattern.replace("'", "’")


def _uses(whole: str, lists: Mapping[str, str]) -> tuple[bool, bool]:
    return WORDS_LETTER in whole, any(letter in whole for letter in lists.values())


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


@cache
def _name() -> re.Pattern[str]:
    return re.compile(r"\{([a-z]+)\}")
