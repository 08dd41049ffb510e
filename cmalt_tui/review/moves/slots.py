"""Finds what a question can be about: what the author did or learnt, and who is named."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple, Protocol

from cmalt_tui.model.portfolio import REFLECTION
from cmalt_tui.review.moves.marking import MovedSentence
from cmalt_tui.review.moves.move import EXPERIENCE

DID, PEOPLE, SAID = "did", "people", "said"
_FEWEST, _MOST = 4, 16
_LONGEST_QUOTE = 18


class Slot(NamedTuple):
    """What a question can be about.

    Attributes:
        words: As they go into the question: ``you ran the pilot with six volunteers``.
        quote: The author's own words.
        part, item, start: Where those stand.
    """

    words: str
    quote: str
    part: str
    item: str
    start: int


class SentencesOfPart(Protocol):
    """A text of a section with its sentences."""

    @property
    def part(self) -> str:
        """Description, statement or reflection."""

    @property
    def item(self) -> str:
        """The id of the reflection."""

    @property
    def sentences(self) -> tuple[MovedSentence, ...]:
        """The sentences."""


def slots_of(texts: Sequence[SentencesOfPart]) -> dict[str, tuple[Slot, ...]]:
    """Find the slots of a section by name, those in its reflections first.

    The names are ``did``, ``people``, and the ids of the moves, for a sentence that makes one.
    """
    found: dict[str, list[Slot]] = {}
    for text in sorted(texts, key=lambda text: text.part != REFLECTION):
        for sentence in text.sentences:
            for name, words, quote in _in_sentence(sentence):
                start = sentence.start
                slot = Slot(words, quote, text.part, text.item, start)
                found.setdefault(name, []).append(slot)
    for name, slots in found.items():
        if name == DID:
            slots.sort(key=lambda slot: -_concrete(slot))
    return {name: tuple(slots) for name, slots in found.items()}


def _in_sentence(sentence: MovedSentence) -> Iterator[tuple[str, str, str]]:
    if EXPERIENCE in sentence.moves:
        for own, told in _deeds(sentence.text):
            yield DID, told, own
    people = _people().search(sentence.text)
    if people:
        yield PEOPLE, people[0].lower(), people[0]
    for move in sentence.moves:
        if move != EXPERIENCE:
            quote = shortened(sentence.text)
            yield move, f"“{quote}”", quote


def _deeds(sentence: str) -> Iterator[tuple[str, str]]:
    """What the author did, in their own words and as it is told to them."""
    for found in _deed().finditer(sentence):
        own = found[0].strip()
        count = len(own.split())
        if count > _MOST or count < _FEWEST or _not_told().search(own):
            continue
        yield own, _to_you().sub(lambda word: _YOU[word[0].lower()], own)


def _concrete(slot: Slot) -> int:
    """How well a deed can be asked about: in a reflection, with names and numbers, not too long."""
    named = len(re.findall(r"(?<!^)\b(?:[A-Z]\w+|\d+)", slot.quote))
    return 3 * (slot.part == REFLECTION) + min(named, 2) + (len(slot.quote.split()) <= 11)


def shortened(sentence: str) -> str:
    """A sentence as it is quoted in a question: without its full stop, and not too long."""
    words = sentence.replace("“", "‘").replace("”", "’").replace('"', "'").rstrip(" .").split()
    if len(words) <= _LONGEST_QUOTE:
        return " ".join(words)
    return " ".join(words[: _LONGEST_QUOTE - 4]).rstrip(",;:–—-(") + " …"


_YOU = {
    "i": "you", "me": "you", "my": "your", "mine": "yours", "myself": "yourself", "i’ve": "you’ve",
    "i've": "you’ve", "am": "are",
}  # fmt: skip


@cache
def _to_you() -> re.Pattern[str]:
    return re.compile(r"\b(?:I['’]ve|I|me|my|mine|myself)\b", re.I)


@cache
def _deed() -> re.Pattern[str]:
    verbs = (
        "ran|wrote|rewrote|built|rebuilt|led|made|gave|took|chose|taught|sat|drew|held|set|stood|"
        "put|spoke|brought|began|kept|bought|sent|met|tried|spent|found|sought"
    )
    clause_end = (
        r"(?=\s*(?:[.;:!?…()\[\]]|,|\s[–—-]\s|\s(?:because|which|who|so|but|when|while|whereas|"
        r"although|since|as|before|after|until|in\sorder)\b|$))"
    )
    return re.compile(
        rf"(?:^|(?<=[,;:—–]\s)|(?<=\band\s)|(?<=\bbut\s)|(?<=\bso\s))I(?:['’]ve|\shave)?\s"
        rf"(?:\w+ly\s)?(?:(?!need|use[dr]?\sto|want|seem|assum|believ|expect|learn|"
        rf"realis|realiz|enjoy|felt|feel|thought|hop|lik|lack|struggl|fail|miss|mov|transition)"
        rf"\w{{2,}}[^\Wei]ed|{verbs})\s[^.;:,!?…()\[\]“”\"]+?{clause_end}"
    )


@cache
def _not_told() -> re.Pattern[str]:
    """Words after which a clause no longer reads well when it is told to its author."""
    return re.compile(
        r"\b(?:we|us|our|ours|that|it|this|these|those|them|they|one|ones|I)\b(?<!^I)", re.I
    )


@cache
def _people() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:learners|students|pupils|apprentices|trainees|participants|lecturers|teachers|tutors|"
        r"trainers|colleagues|academics|developers|nurses|clients|users|stakeholders|volunteers|"
        r"managers|librarians|parents|technicians|researchers|staff)\b",
        re.I,
    )
