"""Reflections that no heading names: quotations that speak of what the author has learnt."""

import re
from collections.abc import Sequence
from dataclasses import replace

from cmalt_tui.intake.mapping.piece import Piece
from cmalt_tui.model.portfolio import DESCRIPTION, REFLECTION
from cmalt_tui.pandoc.tree import Node, plain_text

_SAYS_SO = re.compile(
    r"^\W*(?:in|on|upon) reflection\b|^\W*reflect(?:ion|ing)\b|^\W*looking back\b", re.I
)
_FIRST_PERSON = re.compile(r"\b(?:I|my|me|I've|I'd)\b")
_ATTRIBUTED = re.compile(r"(?:^|\n)\s*[–—-]{1,2}\s*\S.{0,80}$|\(\d{4}[^)]*\)\W*$")
_SAID_SO = 0.85
_SEEMS_SO = 0.65
_LEAST_WORDS = 12


def with_quoted_reflections(pieces: Sequence[Piece]) -> list[Piece]:
    """Make reflections of quotations in sections that have no part for them.

    Some authors set their reflection apart as a quotation. It counts as one if it says so
    ("On reflection …"), or if it ends the section, speaks in the first person and names no source.

    Returns:
        The pieces, some of them split.
    """
    reflected = {piece.section for piece in pieces if piece.part == REFLECTION}
    done: list[Piece] = []
    for piece in pieces:
        if piece.part != DESCRIPTION or not piece.section or piece.section in reflected:
            done.append(piece)
        else:
            done += _split(piece)
    return done


def _split(piece: Piece) -> list[Piece]:
    parts: list[Piece] = []
    current = replace(piece, blocks=[])
    for number, block in enumerate(piece.blocks):
        sure = _sureness(block, last=number == len(piece.blocks) - 1)
        if not sure:
            current.blocks.append(block)
            continue
        if current.blocks or current.silent:
            parts.append(current)
        confidence = round(piece.confidence * sure, 2)
        parts.append(
            replace(
                piece,
                part=REFLECTION,
                confidence=confidence,
                reflection="",
                silent=[],
                blocks=block["c"],
            )
        )
        current = replace(piece, blocks=[], silent=[])
    if current.blocks or (current.silent and not parts):
        parts.append(current)
    return parts


def _sureness(block: Node, last: bool) -> float:
    if block["t"] != "BlockQuote":
        return 0.0
    text = plain_text(block)
    if len(text.split()) < _LEAST_WORDS or _ATTRIBUTED.search(text):
        return 0.0
    if _SAYS_SO.search(text):
        return _SAID_SO
    return _SEEMS_SO if last and _FIRST_PERSON.search(text) else 0.0
