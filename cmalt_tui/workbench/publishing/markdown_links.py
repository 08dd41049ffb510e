"""Finds links and pictures in Markdown, whatever brackets stand in them (CommonMark, "Links")."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_PAIRS = {"[": "]", "(": ")"}
_ATTRIBUTES = re.compile(r"\{[^{}\n]*\}")
_BLANK_LINE = re.compile(r"\n[ \t]*\n")


class MarkdownLink(NamedTuple):
    """A link or a picture as it stands in a text.

    Attributes:
        start, end: Where it stands, with the attributes after it.
        words: What stands between its square brackets.
        behind: What follows them: ``(target "title")``, ``[name]`` or nothing.
        target: Where it leads; empty where it says so by name.
    """

    start: int
    end: int
    words: str
    behind: str
    target: str


def links_in(text: str, mark: str) -> Iterator[MarkdownLink]:
    """Go through the outermost links of a text.

    Args:
        text: Markdown.
        mark: What one begins with: ``[`` for a link, ``![`` for a picture.
    """
    end = 0
    for begun in re.finditer(rf"(?<!\\){re.escape(mark)}", text):
        if begun.start() < end:
            continue
        closed = _closing(text, begun.end() - 1)
        if not closed:
            continue
        words, behind = text[begun.end() : closed - 1], ""
        if text[closed : closed + 1] in _PAIRS and (last := _closing(text, closed)):
            behind = text[closed:last]
        end = closed + len(behind)
        if attributes := _ATTRIBUTES.match(text, end):
            end = attributes.end()
        target = _target(behind[1:-1]) if behind.startswith("(") else ""
        yield MarkdownLink(begun.start(), end, words, behind, target)


def _target(inside: str) -> str:
    inside = inside.strip()
    if inside.startswith("<"):
        return inside[1:].split(">", 1)[0]
    return inside.split(maxsplit=1)[0] if inside else ""


def _closing(text: str, start: int) -> int:
    """Where the bracket that opens here is closed, in the same paragraph; 0 if nowhere."""
    opening = text[start]
    closing = _PAIRS[opening]
    blank = _BLANK_LINE.search(text, start)
    last = blank.start() if blank else len(text)
    depth, at = 0, start
    while at < last:
        sign = text[at]
        if sign == "\\":
            at += 1
        elif sign == "`":
            at = _behind_code(text, at, last) - 1
        elif opening == "(" and sign in "\"'" and text[at - 1].isspace():
            quoted = text.find(sign, at + 1, last)
            at = quoted if quoted > 0 else at
        elif sign == opening:
            depth += 1
        elif sign == closing:
            depth -= 1
            if not depth:
                return at + 1
        at += 1
    return 0


def _behind_code(text: str, start: int, last: int) -> int:
    """Behind a stretch of code, in which brackets are letters; or behind its mark alone."""
    mark = re.compile("`+").match(text, start)
    end = mark.end() if mark else start + 1
    closed = re.compile(rf"(?<!`){text[start:end]}(?!`)").search(text, end, last)
    return closed.end() if closed else end
