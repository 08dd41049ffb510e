"""The paragraphs of a portfolio, with what they can be told to be alike by."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from cmalt_tui.model.markdown_units import UnitKind
from cmalt_tui.model.portfolio import EVIDENCE
from cmalt_tui.model.terms import Term, stem, terms_of
from cmalt_tui.review.own_sentences import own_sentences
from cmalt_tui.review.reviewed import Reviewed
from cmalt_tui.review.reviewed_text import ReviewedText

_RUN = 4
_LEAST_RUNS = 8
_REMEMBERED = 20_000
_TEXTS = 500


class Paragraph(NamedTuple):
    """A paragraph that is long enough to tell something.

    Attributes:
        text: The text that it is part of.
        start: Where it begins there.
        read: As it is read.
        runs: Its runs of four word stems.
        terms: Its telling words.
    """

    text: ReviewedText
    start: int
    read: str
    runs: frozenset[tuple[str, ...]]
    terms: Mapping[str, Term]

    @property
    def section(self) -> str:
        """The section that it stands in."""
        return self.text.section


def told_paragraphs(reviewed: Reviewed) -> list[Paragraph]:
    """List the paragraphs of all texts; lists, notes on evidence and quotations are left out."""
    return [one for text in reviewed.texts if text.part != EVIDENCE for one in _paragraphs(text)]


@lru_cache(maxsize=_TEXTS)
def _paragraphs(text: ReviewedText) -> tuple[Paragraph, ...]:
    return tuple(_parted(text))


def _parted(text: ReviewedText) -> Iterator[Paragraph]:
    parted: dict[int, list[str]] = defaultdict(list)
    starts: dict[int, int] = {}
    for sentence in own_sentences(text.text):
        if sentence.kind is UnitKind.TEXT:
            parted[sentence.paragraph].append(sentence.text)
            starts.setdefault(sentence.paragraph, sentence.start)
    for number, sentences in parted.items():
        read = " ".join(sentences)
        stems = [_stem(word) for word in _word().findall(read.lower())]
        runs = frozenset(zip(*(stems[at:] for at in range(_RUN)), strict=False))
        if len(runs) >= _LEAST_RUNS:
            yield Paragraph(text, starts[number], read, runs, terms_of(read))


@lru_cache(maxsize=_REMEMBERED)
def _stem(word: str) -> str:
    return stem(word)


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\W_]+")
