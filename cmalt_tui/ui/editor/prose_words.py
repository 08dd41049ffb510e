"""Words as one writes them, for moving by them: don’t and well-known are one word each."""

from collections.abc import Callable
from functools import cache

# Between two letters: apostrophes (UAX #29, MidNumLet), hyphens, and in numbers point and comma.
_WORD = r"\w+(?:['’\-‐‑]\w+|(?<=\d)[.,](?=\d)\w+)*"


def word_before(line: str, column: int) -> int:
    """The column at which the word before a column begins; 0 if there is none."""
    starts = [start for start, _ in words_of(line) if start < column]
    return starts[-1] if starts else 0


def word_after(line: str, column: int) -> int:
    """The column at which the word at or behind a column ends; the line's end if there is none."""
    return next((end for _, end in words_of(line) if end > column), len(line))


def next_word(line: str, column: int) -> int | None:
    """The column at which the next word begins; None if there is none in the line."""
    return next((start for start, _ in words_of(line) if start > column), None)


def word_at(line: str, column: int) -> tuple[int, int] | None:
    """Where the word at a column begins and ends; one that ends just there counts as well."""
    return next((word for word in words_of(line) if word[0] <= column <= word[1]), None)


def words_of(line: str) -> list[tuple[int, int]]:
    """Where the words of a line begin and end."""
    return _spans(line.isascii())(line)


@cache
def _spans(is_ascii: bool) -> Callable[[str], list[tuple[int, int]]]:
    if is_ascii:
        import re

        ascii_word = re.compile(_WORD)
        return lambda line: [found.span() for found in ascii_word.finditer(line)]
    import regex

    # The letters of regex take their marks with them, those of re do not.
    word = regex.compile(_WORD)
    return lambda line: [found.span() for found in word.finditer(line)]
