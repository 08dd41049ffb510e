"""The words of a sentence without their endings, in which weak signs are looked for."""

import re
from functools import cache, lru_cache

START = "^"  # Stands before the first word, so that "^ but" is a sentence that begins with "but".
_ENDINGS = ("ingly", "edly", "ing", "ed", "ly", "es", "s", "e")
_SHORTEST = 3


def stems(plain: str) -> list[str]:
    """List the words of a sentence without their endings, behind a `START`.

    A number is ``0``; ``?`` and ``!`` are words.

    Args:
        plain: The sentence in lower case with ``’`` as its apostrophe.
    """
    return [START, *(stem(word) for word in _words().findall(plain))]


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """A word without its ending, so that "enjoy", "enjoyed" and "enjoying" are one."""
    if word.isdigit():
        return "0"
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word.removesuffix(ending)
    return word


@cache
def _words() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]+(?:’[^\W\d_]+)*|\d+|[?!^]")
