"""Where the sentences of a Markdown text begin and end, in English as it is written."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from cmalt_tui.model.markdown_units import UnitKind, units

# No sentence ends with these: a name, a number or the thing itself comes next.
_NEVER_LAST = frozenset(
    {
        *("dr", "mr", "mrs", "ms", "mx", "prof", "rev", "hon", "st", "mt", "messrs", "assoc"),
        *("e.g", "i.e", "eg", "ie", "cf", "viz", "vs", "approx", "ca", "incl", "esp", "resp"),
    }
)
# Abbreviations before a number: "no. 5" and "p. 12", while "no." may well end a sentence.
_BEFORE_NUMBER = frozenset(
    {
        *("no", "nos", "p", "pp", "vol", "vols", "ch", "sec", "art", "fig", "figs", "tab", "eq"),
        *("para", "paras", "ed", "eds", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep"),
        *("sept", "oct", "nov", "dec", "c", "v", "ver"),
    }
)
_LONGEST_WORD = 40


class Sentence(NamedTuple):
    """A stretch of a text: the offset of its first character, and the one behind its last."""

    start: int
    end: int


def sentences(text: str) -> Iterator[Sentence]:
    r"""Find the sentences of a text; headings, items of lists and cells of tables end one.

    Code is no sentence. Marks at the start of a line (``#``, ``-``, ``1.``, ``>``) belong to none.

    Args:
        text: A Markdown text with ``\n`` line ends.
    """
    lines = text.split("\n")
    offsets = _offsets(lines)
    for unit in units(lines):
        if unit.kind in (UnitKind.CODE, UnitKind.RULE):
            continue
        start = offsets[unit.first] + unit.start
        end = offsets[unit.last] + len(lines[unit.last].rstrip())
        if unit.kind is UnitKind.TABLE_ROW:
            for cell in _cell().finditer(text, start, end):
                yield from _in_unit(text, *cell.span())
        else:
            yield from _in_unit(text, start, end)


def _offsets(lines: Sequence[str]) -> list[int]:
    offsets, offset = [], 0
    for line in lines:
        offsets.append(offset)
        offset += len(line) + 1
    return offsets


def _in_unit(text: str, start: int, end: int) -> Iterator[Sentence]:
    for found in _end().finditer(text, start, end):
        if found.start() >= start and _is_last(text, start, found, end):
            yield Sentence(start, found.end("end"))
            start = found.end()
    if start < end:
        yield Sentence(start, end)


def _is_last(text: str, start: int, found: re.Match[str], end: int) -> bool:
    """Whether a sentence ends at what looks like its end."""
    behind = text[found.end() : min(end, found.end() + _LONGEST_WORD)].lstrip("\"'‘“«([*_>")
    if not behind or found.end() >= end:
        return True
    mark = found["mark"]
    if mark[0] in "。！？":
        return True
    if behind[0].islower():
        return False
    if mark != ".":
        return True
    words = text[max(start, found.start() - _LONGEST_WORD) : found.start()].split()
    word = words[-1].lstrip("\"'‘“«([*_").lower() if words else ""
    if word in _NEVER_LAST or (word in _BEFORE_NUMBER and behind[0].isdigit()):
        return False
    if word == "al" and text[found.end()] in "([":
        return False
    return not _is_initial(words)


def _is_initial(words: Sequence[str]) -> bool:
    """Whether the last word is an initial: a capital by itself, and no "I" behind a small word."""
    last = words[-1].strip("\"'‘“«([*_") if words else ""
    if not (len(last) == 1 and last.isupper()):
        return bool(_initials().fullmatch(last)) and len(last) == 3
    before = words[-2] if len(words) > 1 else ""
    return not (before and before[:1].islower())


@cache
def _end() -> re.Pattern[str]:
    return re.compile(
        r"(?P<end>(?P<mark>[.!?…]+|[。！？]+)(?:[\"'’”»)\]*_]|\[\^[^\]\s]{1,40}\])*)(?:\s[\s>]*|(?<=[。！？])|$)"
    )


@cache
def _cell() -> re.Pattern[str]:
    return re.compile(r"[^\s|:-](?:[^|\n]*[^\s|])?")


@cache
def _initials() -> re.Pattern[str]:
    return re.compile(r"[A-Z]\.[A-Z]")
