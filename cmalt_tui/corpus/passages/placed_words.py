"""The words of a Markdown text, each with the place where it stands in the text as it was typed."""

import re
from typing import NamedTuple

from cmalt_tui.corpus.passages.plain_passage import STEPS, has_marks
from cmalt_tui.corpus.passages.tokens import WORD, fold


class PlacedWord(NamedTuple):
    """A folded word, and its first character and the one after its last in the text."""

    word: str
    start: int
    end: int


def placed_words(text: str) -> list[PlacedWord]:
    """List the words that `tokens` finds in the `plain` text, with their places in the marked one.

    Args:
        text: Markdown, cleaned.
    """
    places: list[int] | range = range(len(text))
    if has_marks(text):
        text, places = _unmarked(text)
    return [
        PlacedWord(found[0], places[found.start()], places[found.end() - 1] + 1)
        for found in WORD.finditer(fold(text))
    ]


def _unmarked(text: str) -> tuple[str, list[int]]:
    places = list(range(len(text)))
    for pattern, kept in STEPS:
        text, places = _after(text, places, pattern, kept)
    return text, places


def _after(
    text: str, places: list[int], pattern: re.Pattern[str], kept: str
) -> tuple[str, list[int]]:
    """What one step leaves of a text, and where each character of it came from."""
    pieces, origins, end = list[str](), list[int](), 0
    for found in pattern.finditer(text):
        start = found.start()
        pieces.append(text[end:start])
        origins += places[end:start]
        if kept == r"\1":
            pieces.append(found[1])
            origins += places[found.start(1) : found.end(1)]
        elif kept:
            pieces.append(kept)
            origins += [places[start]] * len(kept)
        end = found.end()
    pieces.append(text[end:])
    return "".join(pieces), origins + places[end:]
