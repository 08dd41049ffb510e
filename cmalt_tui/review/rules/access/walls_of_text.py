"""ACC-2: very long paragraphs, long texts that nothing parts, and much text in italics."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from cmalt_tui.model.finding import Finding, Level
from cmalt_tui.model.inline_marks import inline_marks
from cmalt_tui.model.markdown_units import UnitKind
from cmalt_tui.model.portfolio import EVIDENCE
from cmalt_tui.review.prose import ProseSentence, as_read, prose_sentences
from cmalt_tui.review.reviewed import Reviewed
from cmalt_tui.review.reviewed_text import ReviewedText
from cmalt_tui.review.rule import Rule

_LONG_PARAGRAPH = 200  # words
_LONG_TEXT = 600  # words
_LONG_RUN = 40  # words in italics
_MUCH = 0.2  # of the letters
_LEAST_LETTERS = 400


class _Paragraph(NamedTuple):
    """A paragraph or item: as it is read, where it begins, and where its last sentence ends."""

    read: str
    start: int
    end: int

    @property
    def words(self) -> int:
        """How many words it has, about."""
        return len(self.read.split())


def _find(reviewed: Reviewed) -> Iterator[Finding]:
    for text in reviewed.texts:
        if text.part == EVIDENCE:
            continue
        sentences = prose_sentences(text.text)
        paragraphs = list(_paragraphs(sentences))
        is_parted = "![" in text.text or any(one.kind is not UnitKind.TEXT for one in sentences)
        yield from _walls(text, paragraphs, is_parted=is_parted)
        if "*" in text.text or "_" in text.text:
            yield from _italics(text, paragraphs)


def _paragraphs(sentences: Iterable[ProseSentence]) -> Iterator[_Paragraph]:
    running = (one for one in sentences if one.is_running)
    for _, grouped in groupby(running, key=lambda one: one.paragraph):
        group = list(grouped)
        yield _Paragraph(" ".join(one.text for one in group), group[0].start, group[-1].end)


def _walls(
    text: ReviewedText, paragraphs: Sequence[_Paragraph], *, is_parted: bool
) -> Iterator[Finding]:
    long = [one for one in paragraphs if one.words > _LONG_PARAGRAPH]
    if long:
        longest = max(long, key=lambda one: one.words)
        others = f", and {len(long) - 1} more are long" if len(long) > 1 else ""
        told = f"A paragraph has {longest.words} words{others}."
        yield _finding(text, longest, told, "Where does its second thought begin?")
        return
    words = sum(one.words for one in paragraphs)
    if words > _LONG_TEXT and not is_parted:
        told = f"{words:,} words follow one another with no heading, list or picture."
        question = "Which two or three headings would guide a reader?"
        yield _finding(text, paragraphs[0], told, question)


def _italics(text: ReviewedText, paragraphs: Sequence[_Paragraph]) -> Iterator[Finding]:
    letters = italic = 0
    longest, where = "", None
    for paragraph in paragraphs:
        letters += len(paragraph.read)
        for run in _runs(text.text[paragraph.start : paragraph.end]):
            italic += len(run)
            if len(run) > len(longest):
                longest, where = run, paragraph
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


def _runs(source: str) -> Iterator[str]:
    """The stretches in italics; a short line that is all in italics is the caption of a picture."""
    if "*" not in source and "_" not in source:
        return
    for one in inline_marks(source).emphases:
        if one.width == 1:
            start, end = one.inner
            run = as_read(source[start:end])
            is_whole = one.start == 0 and one.end >= len(source.rstrip()) - 1
            if not is_whole or len(run.split()) > _LONG_RUN:
                yield run


def _finding(text: ReviewedText, piece: _Paragraph, told: str, question: str) -> Finding:
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
