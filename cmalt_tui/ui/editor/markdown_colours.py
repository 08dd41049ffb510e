"""Which parts of a line of Markdown are drawn in a colour of their own, by a look at it alone.

A parser of whole texts (tree-sitter, as Textual uses it) takes 25 ms for each key in a text of
20,000 words. What a person sees of Markdown while writing stands in single lines, but for blocks
of code.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from cmalt_tui.language.prose_words import fenced_rows

_START = re.compile(
    r"""
    (?P<heading>[ ]{0,3}\#{1,6})(?=[ \t]|$)
    | [ ]{0,3}(?P<rule>(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$
    | (?P<quote>[ ]{0,3}>[> ]*)?\s*(?P<item>(?:[-*+]|\d{1,9}[.)])(?=\s|$))?
    """,
    re.VERBOSE,
)
# Bounded, so that a line full of asterisks costs no more than a long one.
_INLINE = re.compile(
    r"""
    \\(?P<escape>[!-/:-@\[-`{-~])
    | (?P<code>(?P<ticks>`{1,4})[^`].{0,400}?(?<!`)(?P=ticks)(?!`)|`[^`]`)
    | \[(?P<label>[^\[\]]{1,300})\](?P<uri>\([^()\s]{0,500}\))?
    | (?P<address><https?://[^<>\s]{1,500}>)
    | (?P<strong>(?P<two>\*\*|(?<!\w)__)(?=\S).{1,400}?(?<=\S)(?P=two))
    | (?P<emphasis>(?P<one>\*|(?<!\w)_)(?=[^\s*_]).{0,400}?(?<=[^\s*_])(?P=one)(?!\w))
    """,
    re.VERBOSE,
)


class Coloured(NamedTuple):
    """A part of a line, and the name that a theme has for it."""

    start: int
    end: int
    name: str


class MarkdownColours:
    """Colours a text line by line, and knows where its blocks of code are."""

    def __init__(self, lines: Sequence[str]) -> None:
        """Take the lines of a text."""
        self.text_changed(lines)

    def text_changed(self, lines: Sequence[str]) -> None:
        """Learn that the text is another one than before."""
        self._fenced = fenced_rows(lines)

    def parts(self, piece: str, row: int, *, is_start: bool) -> Sequence[Coloured]:
        """Find what is drawn in a colour of its own.

        Args:
            piece: A line, or a piece out of a long one.
            row: The line's number.
            is_start: Whether it is the start of the line.
        """
        return coloured_parts(piece, is_start=is_start, is_code=row in self._fenced)


@lru_cache(maxsize=1024)
def coloured_parts(text: str, *, is_start: bool, is_code: bool) -> tuple[Coloured, ...]:
    """Find what is drawn in a colour of its own.

    Args:
        text: A line, or a piece out of a long one.
        is_start: Whether it is the start of a line.
        is_code: Whether it belongs to a block of code.
    """
    if is_code:
        return (Coloured(0, len(text), "text.literal"),)
    return tuple(_parts(text, is_start=is_start))


def _parts(text: str, *, is_start: bool) -> Iterator[Coloured]:
    begin = 0
    start = _START.match(text) if is_start else None
    if start is not None:
        if start["heading"]:
            yield Coloured(0, start.end(), "heading.marker")
            yield Coloured(start.end(), len(text), "heading")
            return
        for group, name in (
            ("rule", "list.marker"),
            ("quote", "punctuation.special"),
            ("item", "list.marker"),
        ):
            if start[group]:
                yield Coloured(*start.span(group), name)
        begin = start.end()
    yield from _inline(text, begin)


def _inline(text: str, begin: int) -> Iterator[Coloured]:
    for found in _INLINE.finditer(text, begin):
        if found["escape"]:
            yield Coloured(found.start(), found.start() + 1, "string.escape")
        elif found["label"]:
            # Brackets alone are mostly brackets: a year, a reference, a box to tick.
            if found["uri"]:
                yield Coloured(*found.span("label"), "link.label")
                yield Coloured(*found.span("uri"), "link.uri")
        else:
            for group, name in (
                ("code", "text.literal"),
                ("address", "link.uri"),
                ("strong", "strong"),
                ("emphasis", "emphasis"),
            ):
                if found[group]:
                    yield Coloured(*found.span(group), name)
