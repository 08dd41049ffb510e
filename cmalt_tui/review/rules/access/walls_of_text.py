"""ACC-2: very long paragraphs, long texts that nothing parts, and much text in italics."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cmalt_tui.model.finding import Finding, Level
from cmalt_tui.model.inline_marks import inline_marks
from cmalt_tui.model.markdown_units import Unit, UnitKind, units
from cmalt_tui.model.portfolio import EVIDENCE
from cmalt_tui.review.prose import as_read, without_unread
from cmalt_tui.review.reviewed import Reviewed
from cmalt_tui.review.reviewed_text import ReviewedText
from cmalt_tui.review.rule import Rule

_LONG_PARAGRAPH = 200  # words
_LONG_TEXT = 600  # words
_LONG_RUN = 40  # words in italics
_MUCH = 0.2  # of the letters
_LEAST_LETTERS = 400
_PARTING = (UnitKind.HEADING, UnitKind.ITEM, UnitKind.TABLE_ROW, UnitKind.RULE, UnitKind.CODE)


class _Piece(NamedTuple):
    """A paragraph or item: as it is written, as it is read, and where it begins."""

    kind: UnitKind
    source: str
    read: str
    start: int

    @property
    def words(self) -> int:
        """How many words it has, about."""
        return len(self.read.split())


def _find(reviewed: Reviewed) -> Iterator[Finding]:
    for text in reviewed.texts:
        if text.part == EVIDENCE:
            continue
        pieces = _pieces(text.text)
        yield from _walls(text, pieces)
        yield from _italics(text, pieces)


def _pieces(text: str) -> list[_Piece]:
    shown = without_unread(text)
    lines = shown.split("\n")
    starts, offset = [], 0
    for line in lines:
        starts.append(offset)
        offset += len(line) + 1
    return [_piece(unit, lines, starts) for unit in units(lines)]


def _piece(unit: Unit, lines: Sequence[str], starts: Sequence[int]) -> _Piece:
    source = "\n".join(lines[unit.first : unit.last + 1])[unit.start :]
    read = as_read(source) if unit.kind in (UnitKind.TEXT, UnitKind.ITEM) else ""
    return _Piece(unit.kind, source, read, starts[unit.first] + unit.start)


def _walls(text: ReviewedText, pieces: Sequence[_Piece]) -> Iterator[Finding]:
    long = [one for one in pieces if one.words > _LONG_PARAGRAPH]
    if long:
        longest = max(long, key=lambda one: one.words)
        others = f", and {len(long) - 1} more are long" if len(long) > 1 else ""
        told = f"A paragraph has {longest.words} words{others}."
        yield _finding(text, longest, told, "Where does its second thought begin?")
        return
    words = sum(one.words for one in pieces)
    is_parted = any(one.kind in _PARTING or "![" in one.source for one in pieces)
    if words > _LONG_TEXT and not is_parted:
        told = f"{words:,} words follow one another with no heading, list or picture."
        yield _finding(text, pieces[0], told, "Which two or three headings would guide a reader?")


def _italics(text: ReviewedText, pieces: Sequence[_Piece]) -> Iterator[Finding]:
    letters = italic = 0
    longest, where = "", None
    for piece in pieces:
        letters += len(piece.read)
        for run in _runs(piece):
            italic += len(run)
            if len(run) > len(longest):
                longest, where = run, piece
    if where is None:
        return
    if letters >= _LEAST_LETTERS and italic > _MUCH * letters:
        told = f"{100 * italic // letters} in 100 letters here are in italics."
    elif len(longest.split()) > _LONG_RUN:
        told = f"{len(longest.split())} words in a row are in italics."
    else:
        return
    question = "Would a block quotation, or bold for a word or two, do the same?"
    yield _finding(text, where, told, question)


def _runs(piece: _Piece) -> Iterator[str]:
    """The stretches in italics; the caption below a picture is none, it is set apart."""
    if not re.search(r"[*_]", piece.source):
        return
    for one in inline_marks(piece.source).emphases:
        if one.width == 1:
            start, end = one.inner
            run = as_read(piece.source[start:end])
            if run != piece.read or "\n" in piece.source or len(run.split()) > _LONG_RUN:
                yield run


def _finding(text: ReviewedText, piece: _Piece, told: str, question: str) -> Finding:
    words = piece.read.split()
    quote = " ".join(words[:30]) + (" …" if len(words) > 30 else "")
    return Finding(
        "ACC-2",
        Level.HINT,
        text.section,
        text.part,
        text.item,
        told,
        question,
        quote,
        piece.start,
    )


RULE = Rule(
    "ACC-2",
    "walls of text, and much in italics",
    "Assessors have asked for pictures and breaks, and one of them for less in italics, which is"
    " hard to read with dyslexia.",
    "A paragraph for each step of the story; italics for a title, not for a paragraph.",
    "Remarks on ALT's assessment form of May 2026; the limits of 200 and 600 words are ours.",
    _find,
)
