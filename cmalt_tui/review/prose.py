"""The sentences of a text as they are read: no marks, no targets of links, nothing private."""

import re
from bisect import bisect_right
from functools import cache, lru_cache
from typing import NamedTuple

from cmalt_tui.model.markdown_units import Unit, UnitKind, units
from cmalt_tui.model.sentences import sentences

_REMEMBERED = 4_000


class ProseSentence(NamedTuple):
    """A sentence of a text.

    Attributes:
        text: As it is read, on one line.
        start, end: Where it stands in the text as it is written, in characters.
        paragraph: The number of its paragraph, heading, list item or row, counted from 0.
        kind: What it stands in.
        is_quoted: Whether it stands in a block quotation.
    """

    text: str
    start: int
    end: int
    paragraph: int
    kind: UnitKind
    is_quoted: bool = False

    @property
    def is_running(self) -> bool:
        """Whether it is running text: in a paragraph or a list item."""
        return self.kind in (UnitKind.TEXT, UnitKind.ITEM)


@lru_cache(maxsize=_REMEMBERED)
def prose_sentences(text: str) -> tuple[ProseSentence, ...]:
    """List the sentences of a Markdown text; asked again for the same text, it costs nothing.

    Code, pictures, comments and private stretches (``[[private: …]]``) are left out.
    """
    shown = without_unread(text)
    if "![" in shown:
        shown = _picture().sub(_blanks, shown)
    lines = shown.split("\n")
    listed: list[Unit] = list(units(lines))
    starts, offset = [], 0
    for line in lines:
        starts.append(offset)
        offset += len(line) + 1
    firsts = [starts[unit.first] for unit in listed]
    found = []
    for start, end in sentences(shown):
        place = bisect_right(firsts, start) - 1
        unit = listed[place]
        read = as_read(shown[start:end])
        if read:
            quoted = lines[unit.first].lstrip().startswith(">")
            found.append(ProseSentence(read, start, end, place, unit.kind, quoted))
    return tuple(found)


def without_unread(text: str) -> str:
    """Put blanks in the place of comments and private stretches, so that every offset stays."""
    if "<!--" not in text and "[[" not in text:
        return text
    return _unread().sub(_blanks, text)


def _blanks(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", found[0])


def as_read(text: str) -> str:
    """A piece of Markdown as it is read, on one line."""
    if not text.isalnum():
        text = _picture().sub(" ", text)
        text = _link().sub(r"\1", text)
        text = _reference().sub("", text)
        text = _marks().sub("", text)
        text = _line_mark().sub(" ", text)
    return " ".join(text.split())


@cache
def _unread() -> re.Pattern[str]:
    return re.compile(
        r"<!--.*?(?:-->|\Z)|\[\[\s*private\b(?:[^\[\]]|\[(?!\[)|\](?!\])|\[\[[^\[\]]*\]\])*\]\]",
        re.S | re.I,
    )


@cache
def _picture() -> re.Pattern[str]:
    return re.compile(r"!\[[^\]\n]*\]\((?:[^()\n]|\([^()\n]*\))*\)(?:\{[^{}\n]*\})?")


@cache
def _link() -> re.Pattern[str]:
    return re.compile(
        r"\[([^\[\]]*)\](?:\((?:[^()\n]|\([^()\n]*\))*\)|\[[^\]\n]*\])(?:\{[^{}\n]*\})?"
    )


@cache
def _reference() -> re.Pattern[str]:
    one = r"\[\[ev:[^\[\]\s]+\]\]"
    return re.compile(
        rf"\s?\(\s*{one}(?:[,;]?\s*{one})*\s*\)|{one}|\[\^[^\]\s]{{1,40}}\]|<?https?://[^\s>)]+>?"
    )


@cache
def _marks() -> re.Pattern[str]:
    return re.compile(r"[*`~]+|(?<!\w)_+|_+(?!\w)|\\(?=[^\w\s])")


@cache
def _line_mark() -> re.Pattern[str]:
    return re.compile(r"\n[ \t]*(?:>[ \t]?)+")
