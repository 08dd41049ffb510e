"""SUC-2: sentences of more than 35 words, one finding a section."""

from collections.abc import Iterator
from typing import NamedTuple

from cmalt_tui.model.finding import Finding, Level
from cmalt_tui.model.portfolio import EVIDENCE
from cmalt_tui.review.own_sentences import own_sentences
from cmalt_tui.review.prose import ProseSentence
from cmalt_tui.review.reviewed import Reviewed
from cmalt_tui.review.reviewed_text import ReviewedText
from cmalt_tui.review.rule import Rule

_LONG = 35
_VERY_LONG = 45
_SEVERAL = 3


class _Long(NamedTuple):
    """A long sentence, with its words and where it stands."""

    words: int
    text: ReviewedText
    sentence: ProseSentence


def _find(reviewed: Reviewed) -> Iterator[Finding]:
    for entry in reviewed.entries:
        texts = [one for one in reviewed.texts if one.section == entry.id and one.part != EVIDENCE]
        found = [one for text in texts for one in _long_ones(text)]
        longest = max(found, key=lambda one: one.words, default=None)
        if longest is None or (len(found) < _SEVERAL and longest.words <= _VERY_LONG):
            continue
        if len(found) == 1:
            told = f"A sentence has {longest.words} words."
        else:
            others = [_beginning(one.sentence.text) for one in found if one is not longest]
            told = (
                f"{len(found)} sentences have more than {_LONG} words, the longest"
                f" {longest.words}. The others begin: {'; '.join(others)}."
            )
        text, sentence = longest.text, longest.sentence
        yield Finding(
            "SUC-2",
            Level.HINT,
            text.section,
            text.part,
            text.item,
            told,
            "Where could a full stop stand? What is the sentence's one point?",
            sentence.text,
            sentence.start,
        )


def _long_ones(text: ReviewedText) -> Iterator[_Long]:
    for sentence in own_sentences(text.text):
        if sentence.text.count(" ") < _LONG:
            continue
        length = sum(any(letter.isalnum() for letter in word) for word in sentence.text.split())
        if length > _LONG and "; " not in sentence.text:
            yield _Long(length, text, sentence)


def _beginning(sentence: str) -> str:
    return f"“{' '.join(sentence.split()[:4])} …”"


RULE = Rule(
    "SUC-2",
    "long sentences",
    "A reader has to keep the beginning of a sentence in mind until its end. Past some 35 words"
    " many can't, and those with dyslexia least of all.",
    "One thought, one sentence. What follows “which”, “and” or a dash can often stand alone.",
    "The limit of 35 words is that of the AcaWriter feedback tool; sentences parted by semicolons"
    " are left alone.",
    _find,
)
