"""Cuts a text into its paragraphs, as they are compared with passages and remembered."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from cmalt_tui.corpus.passages.placed_words import placed_words
from cmalt_tui.corpus.passages.plain_passage import plain
from cmalt_tui.corpus.passages.tokens import tokens
from cmalt_tui.corpus.search.overlap.quotations import Quotation, quotations

_BLANK_LINE = re.compile(r"\n[ \t>]*\n")
_ROW = 4


class Block(NamedTuple):
    """One paragraph of a text, with everything in it counted from its beginning.

    Attributes:
        words: Folded; empty where a quotation with its source stands, which isn't compared.
        places: First character of each word and the one after its last.
        allowed: For each word whether anybody may write it with those beside it.
        quoted: Quotations with no reference; whoever is named beside them may still be quoted.
    """

    text: str
    words: tuple[str, ...]
    places: tuple[tuple[int, int], ...]
    allowed: tuple[bool, ...]
    quoted: tuple[Quotation, ...]


def blocks_of(text: str, allowed: tuple[str, ...]) -> Iterator[tuple[int, Block]]:
    """Cut a text at its blank lines.

    Args:
        text: Markdown, cleaned.
        allowed: Texts that anybody may repeat, four words or more in a row of them.

    Yields:
        Where each paragraph begins in the text, and the paragraph; those without words are left
        out.
    """
    words = placed_words(text)
    quoted = quotations(text)
    excused = _in_rows([placed.word for placed in words], _rows_of(allowed))
    number = 0
    for start, end in _paragraphs(text):
        first = number
        while number < len(words) and words[number].start < end:
            number += 1
        if number == first:
            continue
        here = [quote for quote in quoted if quote.start < end and quote.end > start]
        sourced = [quote for quote in here if quote.has_source]
        yield (
            start,
            Block(
                text[start:end],
                tuple(
                    "" if any(q.start <= placed.start < q.end for q in sourced) else placed.word
                    for placed in words[first:number]
                ),
                tuple((placed.start - start, placed.end - start) for placed in words[first:number]),
                tuple(excused[first:number]),
                tuple(
                    quote._replace(start=quote.start - start, end=quote.end - start)
                    for quote in here
                    if not quote.has_source
                ),
            ),
        )


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for found in _BLANK_LINE.finditer(text):
        yield start, found.end()
        start = found.end()
    yield start, len(text)


@lru_cache(maxsize=4)
def _rows_of(allowed: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    """Every four words in a row of some texts."""
    rows: set[tuple[str, ...]] = set()
    for text in allowed:
        words = tokens(plain(text))
        rows.update(tuple(words[at : at + _ROW]) for at in range(len(words) - _ROW + 1))
    return frozenset(rows)


def _in_rows(words: Sequence[str], rows: frozenset[tuple[str, ...]]) -> list[bool]:
    excused = [False] * len(words)
    for at in range(len(words) - _ROW + 1):
        if tuple(words[at : at + _ROW]) in rows:
            excused[at : at + _ROW] = [True] * _ROW
    return excused
