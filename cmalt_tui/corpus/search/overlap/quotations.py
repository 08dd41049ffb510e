"""Finds what a text quotes and names the source of, which is no copying."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

# Within a paragraph, which may have line ends but no blank line.
_MARKS = tuple(
    f"{opening}(?:{inside}|\\n(?![ \\t]*\\n)){{1,3000}}?{closing}"
    for opening, inside, closing in (
        ("“", "[^“”\\n]", "”"),
        ('"', '[^"\\n]', '"'),
        ("‘", "[^‘\\n]", "’"),
        (r"(?<!\w)'", r"[^\n]", "'"),
    )
)
_NEAR = 160


class Quotation(NamedTuple):
    """A stretch of a text that is marked as somebody else's words.

    Attributes:
        has_source: Whether a reference stands with it.
        around: What stands beside it, where its author may be named in the sentence.
    """

    start: int
    end: int
    has_source: bool
    around: str

    def names(self, author: str, title: str) -> bool:
        """Whether the sentence around it names this author, by surname at least, or this title."""
        around = self.around.lower()
        surname = author.split()[-1].lower() if author.strip() else ""
        named = surname and re.search(rf"(?<!\w){re.escape(surname)}(?!\w)", around)
        return bool(named) or (bool(title) and title.lower() in around)


def quotations(text: str) -> list[Quotation]:
    """List the quotations of a text: block quotes, and what stands in quotation marks.

    A source is a footnote, a link, an author with a year in brackets, a number in square
    brackets, or a dash with a name, right behind the quotation or at its end; for words in
    quotation marks also an author with a year before them in the same sentence.

    Args:
        text: Markdown, cleaned.
    """
    return [*_blocks(text), *_in_marks(text)]


def _blocks(text: str) -> Iterator[Quotation]:
    for found in _pattern(r"(?:^[ \t]*>.*(?:\n|\Z))+", re.M).finditer(text):
        quoted = found[0].rstrip("> \t\n")
        last = quoted.rsplit("\n", 1)[-1]
        after = text[found.end() :].lstrip("\n").split("\n", 1)[0]
        before = text[: found.start()].rstrip().rsplit("\n", 1)[-1]
        names_it = (
            _pattern(rf"^[ \t>]*{_DASH}\S").match(last)
            or _pattern(rf"(?:{_REFERENCE})[.\s]*$").search(last)
            or _pattern(rf"^[ \t]*(?:{_DASH}\S|(?:{_REFERENCE})[.\s]*$)").match(after)
            or _pattern(rf"(?:{_REFERENCE})[^.!?]*:$").search(before)
        )
        around = f"{before[-_NEAR:]} {after[:_NEAR]} {last}"
        yield Quotation(found.start(), found.end(), names_it is not None, around)


def _in_marks(text: str) -> Iterator[Quotation]:
    for marks in _MARKS:
        for found in _pattern(f"{marks}(?!\\w)").finditer(text):
            start, end = found.span()
            after = text[end : end + _NEAR].split("\n\n", 1)[0]
            before = text[max(0, start - _NEAR) : start].rsplit("\n\n", 1)[-1]
            names_it = (
                _pattern(rf"^[\].,;)]*\s?(?:{_REFERENCE}|{_DASH}[A-Z])").match(after)
                or _pattern(rf"(?:{_REFERENCE})[^.!?]*$").search(before)
                or (before.endswith("[") and after.startswith("]("))
            )
            yield Quotation(start, end, bool(names_it), f"{before} {after}")


@lru_cache(maxsize=32)
def _pattern(pattern: str, flags: int = 0) -> re.Pattern[str]:
    return re.compile(pattern, flags)


_DASH = r"(?:—|–|--|-)[ \t]?"
_REFERENCE = (
    r"\[\^[^\]\n]{1,80}\]|\[[^\]\n]{1,200}\]\([^)\n]{1,500}\)|\[@[^\]\n]{1,80}\]|\[\d{1,3}\]"
    r"|\([^()\n]{0,120}\b(?:1[89]|20)\d\d[a-z]?\b[^()\n]{0,60}\)|<https?://[^>\s]+>"
)
