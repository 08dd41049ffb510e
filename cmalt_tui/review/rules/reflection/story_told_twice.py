"""DUP-1: the same words, or nearly the same, in two sections."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from cmalt_tui.model.finding import Finding, Level
from cmalt_tui.model.markdown_units import UnitKind
from cmalt_tui.model.portfolio import EVIDENCE
from cmalt_tui.model.terms import stem
from cmalt_tui.review.prose import prose_sentences
from cmalt_tui.review.reviewed import Reviewed
from cmalt_tui.review.reviewed_text import ReviewedText
from cmalt_tui.review.rule import Rule

_RUN = 4
_LEAST_RUNS = 8
_SHARE = 0.35
_MOST_PLACES = 6
_REMEMBERED = 20_000


class _Paragraph(NamedTuple):
    """A paragraph, with its runs of word stems, and where it stands."""

    text: ReviewedText
    start: int
    read: str
    runs: frozenset[tuple[str, ...]]


def _find(reviewed: Reviewed) -> Iterator[Finding]:
    paragraphs = [one for text in reviewed.texts for one in _paragraphs(text)]
    names = {entry.id: entry.name for entry in reviewed.entries}
    for later, earlier in _pairs(paragraphs):
        yield Finding(
            "DUP-1",
            Level.HINT,
            later.text.section,
            later.text.part,
            later.text.item,
            f"This is told in {names[earlier.text.section]} as well, in nearly the same words:"
            f" “{_beginning(earlier.read)}”",
            "Could one of the two sections tell it, and the other one point there or take another"
            " example?",
            later.read,
            later.start,
        )


def _paragraphs(text: ReviewedText) -> Iterator[_Paragraph]:
    if text.part == EVIDENCE:
        return
    parted: dict[int, list[str]] = defaultdict(list)
    starts: dict[int, int] = {}
    for sentence in prose_sentences(text.text):
        if sentence.kind is UnitKind.TEXT:
            parted[sentence.paragraph].append(sentence.text)
            starts.setdefault(sentence.paragraph, sentence.start)
    for number, read in parted.items():
        stems = [_stem(word) for one in read for word in _word().findall(one.lower())]
        runs = frozenset(zip(*(stems[at:] for at in range(_RUN)), strict=False))
        if len(runs) >= _LEAST_RUNS:
            yield _Paragraph(text, starts[number], " ".join(read), runs)


def _pairs(paragraphs: Sequence[_Paragraph]) -> Iterator[tuple[_Paragraph, _Paragraph]]:
    """Each paragraph with the earlier one of another section that it is most like, if any is."""
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, paragraph in enumerate(paragraphs):
        shared: Counter[int] = Counter()
        for run in paragraph.runs:
            known = places[run]
            if len(known) <= _MOST_PLACES:
                shared.update(known)
            known.append(number)
        for other, count in shared.most_common():
            earlier = paragraphs[other]
            shorter = min(len(paragraph.runs), len(earlier.runs))
            if earlier.text.section != paragraph.text.section and count >= _SHARE * shorter:
                yield paragraph, earlier
                break


@lru_cache(maxsize=_REMEMBERED)
def _stem(word: str) -> str:
    return stem(word)


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\W_]+")


def _beginning(read: str) -> str:
    first = read.split()
    return " ".join(first[:14]) + ("…" if len(first) > 14 else "")


RULE = Rule(
    "DUP-1",
    "the same story in two sections",
    "An example that comes twice takes the place of another one. Assessors have sent portfolios"
    " back for it, most often where a core area and the specialist option tell the same story.",
    "“How the pilot was chosen is told in 1a; here I look at what it did to the timetable.”",
    "Candidates' accounts of referrals; Senior guidelines 2019: a specialist section has to stand"
    " by itself. Likeness: shared runs of four word stems, a third of the shorter paragraph.",
    _find,
    is_local=False,
)
