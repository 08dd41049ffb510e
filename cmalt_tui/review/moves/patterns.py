"""Makes a rule's patterns: shorthands filled in, compiled when first needed, stopped when slow."""

import re
import time
from collections.abc import Callable, Mapping
from functools import cache

from cmalt_tui.review.moves.move_rule import Search, Span

LONGEST = 2_000
_ONE_SEARCH = 0.05
_ALL_SEARCHES = 0.5


def filled_in(pattern: str, shorthands: Mapping[str, str], words: tuple[str, ...]) -> str:
    """Put what ``{names}`` stand for in their places.

    Args:
        pattern: A pattern as a rule file has it; ``{2,3}`` is a count and stays.
        shorthands: What each name stands for.
        words: What ``{words}`` stands for.

    Raises:
        KeyError: A name is not known; the argument is the name.
    """
    known = {**shorthands, "words": rf"\b(?:{'|'.join(map(re.escape, words))})\b"}
    for _ in range(3):  # A shorthand may use others.
        pattern = _named().sub(lambda found: known[found[1]], pattern)
    return pattern.replace("'", "’")


def shipped_search(pattern: str) -> Search:
    """Search for a pattern of the program's own rules, which are known to be quick."""

    @cache
    def compiled() -> re.Pattern[str]:
        return re.compile(pattern)

    def search(text: str) -> Span | None:
        found = compiled().search(text)
        return Span(*found.span()) if found else None

    return search


def own_search(pattern: str, tell: Callable[[], None]) -> Search:
    """Search for a pattern of a person's own, which may be one that never comes to an end.

    Args:
        pattern: The pattern.
        tell: Called once, when the pattern was given up for being too slow.

    Raises:
        ValueError: It is no pattern; says why.
    """
    import regex

    try:
        compiled = regex.compile(pattern)
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

    return search


@cache
def _named() -> re.Pattern[str]:
    return re.compile(r"\{([a-z]+)\}")
