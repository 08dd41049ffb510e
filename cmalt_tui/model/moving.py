"""Moves words from one text of a portfolio to another, and reflections to other sections."""

import re
import unicodedata
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from cmalt_tui.model.editing import remove_reflection, with_text
from cmalt_tui.model.portfolio import Portfolio, Status
from cmalt_tui.model.text_address import TextAddress, text_at
from cmalt_tui.plain_text import free_id

_INSIDE_WORDS = "'’-‐‑_"
_LABEL = re.compile(r"\[(\^?[^\[\]\n]{1,80})\]")
_DEFINITION = re.compile(r"^ {0,3}\[(\^?[^\[\]\n]{1,80})\]:", re.MULTILINE)


class CutOut(NamedTuple):
    """What was cut out of a text, and what is left."""

    rest: str
    words: str


def cut_out(text: str, start: int, end: int) -> CutOut:
    """Cut a stretch out of a text, in whole words, and close the gap.

    Args:
        text: The text.
        start, end: From which character to which; words that are cut into come whole.
    """
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start == end:
        return CutOut(text, "")
    while start > 0 and _in_word(text[start - 1]) and _in_word(text[start]):
        start -= 1
    while end < len(text) and _in_word(text[end - 1]) and _in_word(text[end]):
        end += 1
    before, after = text[:start].rstrip(), text[end:].lstrip()
    gaps = text[len(before) : start], text[end : len(text) - len(after)]
    indent = gaps[0].rpartition("\n")[2] if "\n" in gaps[0] or not before else ""
    return CutOut(_closed(before, gaps, after), indent + text[start:end])


def labels_left(rest: str, words: str) -> tuple[str, ...]:
    """The notes and links that words refer to and that are defined in what they were cut out of."""
    defined = set(_DEFINITION.findall(rest))
    return tuple(label for label in dict.fromkeys(_LABEL.findall(words)) if label in defined)


def appended(text: str, words: str) -> str:
    """A text with a further paragraph at its end."""
    return f"{text.rstrip()}\n\n{words}" if text.strip() else words


def move_text(
    portfolio: Portfolio,
    source: TextAddress,
    stretch: tuple[int, int],
    target: TextAddress,
    today: date | None = None,
) -> Portfolio:
    """Move a stretch of one text to the end of another, as a paragraph of its own.

    Args:
        portfolio: The version before.
        source: Where the words stand.
        stretch: From which character to which; words that are cut into come whole.
        target: Where they go; a reflection that does not exist yet begins with them.
        today: The date that a new reflection gets.

    Raises:
        ValueError: Nothing but spaces is to be moved, or both are one text.
    """
    rest, words = cut_out(text_at(portfolio, source), *stretch)
    if not words or source == target:
        raise ValueError("there is nothing to move")
    there = appended(text_at(portfolio, target), words)
    return with_text(with_text(portfolio, source, rest), target, there, today)


def move_reflection(
    portfolio: Portfolio, source: TextAddress, section_id: str
) -> tuple[Portfolio, TextAddress]:
    """Move a reflection with all that belongs to it to the end of another section.

    It keeps its id unless another one there has it.

    Returns:
        The version after, and where the reflection stands now.

    Raises:
        KeyError: There is no such reflection.
    """
    home, target = portfolio.section(source.section), portfolio.section(section_id)
    piece = home.reflection(source.item)
    fresh = free_id(piece.id, {other.id for other in target.reflections})
    status = target.status
    if status is Status.EMPTY and piece.text.strip():
        status = Status.DRAFT
    portfolio = portfolio.with_section(remove_reflection(home, piece.id))
    target = replace(target.with_reflection(replace(piece, id=fresh)), status=status)
    return portfolio.with_section(target), TextAddress(section_id, source.part, fresh)


def _in_word(sign: str) -> bool:
    return sign.isalnum() or sign in _INSIDE_WORDS or unicodedata.category(sign)[0] == "M"


def _closed(before: str, gaps: tuple[str, str], after: str) -> str:
    """Join what stood around a gap, as far apart as the further of its two sides was."""
    if not before or not after:
        return before or gaps[1].rpartition("\n")[2] + after
    lines = max(gap.count("\n") for gap in gaps)
    if lines:
        indent = gaps[1].rpartition("\n")[2] if "\n" in gaps[1] else ""
        return before + "\n" * min(lines, 2) + indent + after
    parted = all(gaps) or (_in_word(before[-1]) and _in_word(after[0]))
    return before + (" " if parted else "") + after
