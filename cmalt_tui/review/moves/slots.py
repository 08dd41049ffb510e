"""Finds what a question can be about: what the author did or learnt, and who is named."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple, Protocol

from cmalt_tui.model.portfolio import REFLECTION
from cmalt_tui.review.moves.marking import MovedSentence
from cmalt_tui.review.moves.move import EXPERIENCE, MOVES

DID, PEOPLE = "did", "people"
SLOTS = (DID, PEOPLE, *(move.id for move in MOVES))
_FEWEST, _MOST = 4, 16
_LONGEST_QUOTE = 18


class Slot(NamedTuple):
    """What a question can be about.

    Attributes:
        words: As they go into the question: ``you ran the pilot with six volunteers``.
        quote: The sentence that they were made of.
        part, item, start: Where it stands.
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


def slot_in(question: str) -> str:
    """The name of the slot that a question has, ``did``; empty if it has none."""
    found = re.search(r"\{([a-z-]+)\}", question)
    return found[1] if found else ""


def slots_of(texts: Sequence[SentencesOfPart]) -> dict[str, tuple[Slot, ...]]:
    """Find the slots of a section by name, those in its reflections first.

    The names are ``did``, ``people``, and the ids of the moves, for a sentence that makes one.
    """
    found: dict[str, list[Slot]] = {}
    for text in sorted(texts, key=lambda text: text.part != REFLECTION):
        for sentence in text.sentences:
            for name, words in _in_sentence(sentence):
                slot = Slot(words, sentence.text, text.part, text.item, sentence.start)
                found.setdefault(name, []).append(slot)
    found.get(DID, []).sort(key=_concrete, reverse=True)
    return {name: tuple(slots) for name, slots in found.items()}


def _in_sentence(sentence: MovedSentence) -> Iterator[tuple[str, str]]:
    if EXPERIENCE in sentence.moves:
        for deed in _deeds(sentence.text):
            yield DID, deed
    people = _people().search(sentence.text)
    if people:
        yield PEOPLE, people[0].lower()
    for move in sentence.moves:
        if move != EXPERIENCE:
            yield move, f"“{shortened(sentence.text)}”"


def _deeds(sentence: str) -> Iterator[str]:
    """What the author did, as it is told to them."""
    for found in _deed().finditer(sentence):
        own = found[0].strip()
        count = len(own.split())
        if count > _MOST or count < _FEWEST or _not_told().search(own):
            continue
        yield _to_you().sub(lambda word: _YOU[word[0].lower()], own)


def _concrete(slot: Slot) -> int:
    """How well a deed can be asked about: in a reflection, with names and numbers, not too long."""
    named = len(re.findall(r"\b(?:[A-Z]\w+|\d+)", slot.words))
    return 3 * (slot.part == REFLECTION) + min(named, 2) + (len(slot.words.split()) <= 11)


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
    # A comma may only part two adjectives, so it ends a clause only before words that begin one.
    clause_end = (
        r"(?=\s*(?:\.(?!\w)|[;:!?…()\[\]]|\s[–—-]\s|$|,?\s(?:because|which|who|so|but|when|while|whereas|"
        r"although|since|as|before|after|until|in\sorder|and\s(?:I|we|then|so|by))\b))"
    )
    return re.compile(
        rf"(?:^|(?<=[,;:—–]\s)|(?<=\band\s)|(?<=\bbut\s)|(?<=\bso\s))I(?:['’]ve|\shave)?\s(?:\w+ly\s)?"
        rf"(?:(?!need|use[dr]?\sto|want|seem|assum|believ|expect|learn|realis|realiz|enjoy|felt|feel|"
        rf"thought|hop|lik|lack|struggl|fail|miss|mov|transition)\w{{2,}}[^\Wei]ed|{verbs})"
        rf"\s(?:[^.;:,!?…()\[\]“”\"]|\.(?=\w))+?{clause_end}"
    )


@cache
def _not_told() -> re.Pattern[str]:
    """Words after which a clause no longer reads well when it is told to its author."""
    return re.compile(
        r"\b(?:we|us|our|ours|that|it|this|these|those|them|they|one|ones|I)\b(?<!^I)|\bsuch$", re.I
    )


@cache
def _people() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:learners|students|pupils|apprentices|trainees|participants|lecturers|teachers|tutors|"
        r"trainers|colleagues|academics|developers|nurses|clients|users|stakeholders|volunteers|"
        r"managers|librarians|parents|technicians|researchers|staff)\b",
        re.I,
    )
