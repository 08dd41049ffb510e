"""Finds emphasis, code and links in one paragraph of Markdown, by CommonMark's rules.

The algorithm for emphasis is that of the specification, "Appendix: A parsing strategy",
https://spec.commonmark.org/0.31.2/#phase-2-inline-structure.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

_ESCAPABLE = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")


class Emphasis(NamedTuple):
    """A stretch that is emphasised.

    Attributes:
        width: 1 for emphasis, 2 for strong emphasis: the characters of a mark.
        start: Where the opening mark begins.
        end: Where the closing mark ends.
    """

    width: int
    start: int
    end: int

    @property
    def inner(self) -> tuple[int, int]:
        """The stretch between the marks."""
        return self.start + self.width, self.end - self.width


class Link(NamedTuple):
    """A link: ``[label](address)`` from ``start`` to ``end``, the label up to ``label_end``."""

    start: int
    label_end: int
    end: int


@dataclass
class InlineMarks:
    """What was found; ``whole`` are stretches that no mark may be put into, such as code."""

    emphases: list[Emphasis] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    whole: list[tuple[int, int]] = field(default_factory=list)


@dataclass
class _Run:
    """A run of stars or underscores; what is used of it is cut off from the side that is used."""

    mark: str
    start: int
    end: int
    opens: bool
    closes: bool
    length: int


def inline_marks(text: str) -> InlineMarks:
    """Find the marks of a paragraph.

    Args:
        text: The paragraph; it may have line ends in it.
    """
    return _Reader(text).read()


class _Reader:
    """Reads a paragraph once from its start to its end."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._found = InlineMarks()
        self._runs: list[_Run] = []
        # Where each open bracket is, and how many runs were there before it.
        self._brackets: list[tuple[int, int]] = []
        self._ticks = {found.start(): found.end() for found in re.finditer("`+", text)}
        self._by_length: dict[int, list[int]] = {}
        for start, end in self._ticks.items():
            self._by_length.setdefault(end - start, []).append(start)

    def read(self) -> InlineMarks:
        """Find everything."""
        place = 0
        for found in _telling().finditer(self._text):
            if found.start() >= place:
                place = self._read_at(found.start())
        self._pair(0)
        self._found.emphases.sort(key=lambda one: (one.start, -one.end))
        return self._found

    def _read_at(self, place: int) -> int:
        """Read what stands at a telling character; give where to read on."""
        letter = self._text[place]
        if letter == "\\":
            return place + 2 if self._text[place + 1 : place + 2] in _ESCAPABLE else place + 1
        if letter in "*_":
            return self._read_run(place)
        if letter == "[":
            self._brackets.append((place, len(self._runs)))
            return place + 1
        if letter == "]":
            return self._read_link(place)
        end = self._code_end(place) if letter == "`" else self._tag_end(place)
        if end > place:
            self._found.whole.append((place, end))
            return end
        return self._ticks.get(place, place + 1)

    def _code_end(self, place: int) -> int:
        """Where code ends that begins with backticks: at the next run of as many; or 0."""
        if place not in self._ticks:
            # The rest of a run whose first one is escaped.
            return 0
        length = self._ticks[place] - place
        starts = self._by_length[length]
        later = bisect_right(starts, place)
        return starts[later] + length if later < len(starts) else 0

    def _tag_end(self, place: int) -> int:
        found = _angle().match(self._text, place)
        return found.end() if found else 0

    def _read_run(self, place: int) -> int:
        text, mark, end = self._text, self._text[place], place
        while end < len(text) and text[end] == mark:
            end += 1
        before, behind = text[place - 1 : place] or " ", text[end : end + 1] or " "
        left = _flanks(before, behind)
        right = _flanks(behind, before)
        if mark == "_":
            opens = left and (not right or _is_punctuation(before))
            closes = right and (not left or _is_punctuation(behind))
        else:
            opens, closes = left, right
        self._runs.append(_Run(mark, place, end, opens, closes, end - place))
        return end

    def _read_link(self, place: int) -> int:
        if not self._brackets:
            return place + 1
        start, runs_before = self._brackets.pop()
        if self._text[start : start + 2] == "[^":
            self._found.whole.append((start, place + 1))
            return place + 1
        address = _address().match(self._text, place + 1)
        if address is None:
            return place + 1
        self._pair(runs_before)
        del self._runs[runs_before:]
        self._found.links.append(Link(start, place, address.end()))
        return address.end()

    def _pair(self, bottom: int) -> None:
        """Pair the runs from one on: each that closes with the nearest that opens."""
        runs = self._runs[bottom:]
        # Behind which no run that fits a kind of closing run can be; without it, time is squared.
        bounds: dict[tuple[str, bool, int], int] = {}
        place = 0
        while place < len(runs):
            closing = runs[place]
            if not closing.closes or closing.start == closing.end:
                place += 1
                continue
            kind = (closing.mark, closing.opens, closing.length % 3)
            opener = _opener(runs, place, bounds.get(kind, -1))
            if opener is None:
                bounds[kind] = closing.start
                place += 1
                continue
            opening = runs[opener]
            width = min(2, opening.end - opening.start, closing.end - closing.start)
            self._found.emphases.append(Emphasis(width, opening.end - width, closing.start + width))
            opening.end -= width
            closing.start += width
            del runs[opener + 1 : place]
            place = opener + 1
        self._runs[bottom:] = runs


def _opener(runs: Sequence[_Run], place: int, bound: int) -> int | None:
    for number in range(place - 1, -1, -1):
        if runs[number].start < bound:
            return None
        if _fits(runs[number], runs[place]):
            return number
    return None


def _fits(opening: _Run, closing: _Run) -> bool:
    if opening.mark != closing.mark or not opening.opens or opening.start == opening.end:
        return False
    both = opening.closes or closing.opens
    by_three = (opening.length + closing.length) % 3 == 0
    return not (both and by_three and (opening.length % 3 or closing.length % 3))


def _flanks(before: str, behind: str) -> bool:
    """Whether a run with these characters on its sides may open (mirrored: close)."""
    if behind.isspace():
        return False
    return not _is_punctuation(behind) or before.isspace() or _is_punctuation(before)


def _is_punctuation(letter: str) -> bool:
    return not letter.isalnum() and not letter.isspace()


@cache
def _telling() -> re.Pattern[str]:
    return re.compile(r"[\\*_\[\]`<]")


@cache
def _angle() -> re.Pattern[str]:
    return re.compile(r"</?[A-Za-z][^<>]{0,2000}>|<!--.{0,2000}?-->", re.S)


@cache
def _address() -> re.Pattern[str]:
    return re.compile(
        r"\((?:<[^<>\n]*>|(?:[^()\\\s]|\\.|\((?:[^()\\\s]|\\.)*\))*)"
        r"(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)|\[[^\[\]]{0,200}\]"
    )
