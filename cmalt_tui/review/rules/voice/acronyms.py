"""SUC-3: acronyms that are spelt out nowhere, told where they come first."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from cmalt_tui.checked_toml import read_table
from cmalt_tui.model.finding import Finding, Level
from cmalt_tui.model.portfolio import EVIDENCE
from cmalt_tui.review.own_sentences import own_sentences
from cmalt_tui.review.prose import ProseSentence, prose_sentences
from cmalt_tui.review.reviewed import Reviewed
from cmalt_tui.review.reviewed_text import ReviewedText
from cmalt_tui.review.rule import Rule

_FILE = Path(__file__).with_name("known_acronyms.toml")
_CHANCE = 4
_SMALL = frozenset(("of", "and", "the", "for", "in", "on", "to", "with", "a", "an"))
_LISTS = ("field", "computing", "everyday")


def _find(reviewed: Reviewed) -> Iterator[Finding]:
    first: dict[str, tuple[ReviewedText, ProseSentence]] = {}
    for text in reviewed.texts:
        if text.part != EVIDENCE:
            for sentence in own_sentences(text.text):
                for acronym in _acronyms(sentence.text):
                    first.setdefault(acronym, (text, sentence))
    read = [one.text for text in reviewed.texts for one in prose_sentences(text.text)]
    everything = "\n".join(read)
    initials = _initials(read)
    by_section: dict[str, list[str]] = {}
    for acronym, (text, _) in first.items():
        if not _is_spelt_out(acronym, everything, initials):
            by_section.setdefault(text.section, []).append(acronym)
    for section, acronyms in by_section.items():
        text, sentence = first[acronyms[0]]
        listed = ", ".join(f"“{one}”" for one in acronyms)
        are = "is" if len(acronyms) == 1 else "are"
        yield Finding(
            "SUC-3",
            Level.HINT,
            section,
            text.part,
            text.item,
            f"{listed} {are} not spelt out anywhere.",
            "Would an assessor from another sector know?",
            sentence.text,
            sentence.start,
        )


def _acronyms(sentence: str) -> Iterator[str]:
    found = [acronym for acronym in _acronym().findall(sentence) if acronym not in _known()]
    if found and sum(map(str.isupper, sentence)) * 2 < len(sentence):  # Not all in capitals.
        yield from found


def _is_spelt_out(acronym: str, text: str, initials: str) -> bool:
    """Whether it stands in brackets, has brackets behind it, or its words stand somewhere."""
    if re.search(rf"\({acronym}s?\b|\b{acronym}s?\s*\(", text):
        return True
    # A few words with the right initials in small letters are often chance.
    return acronym in (initials if len(acronym) <= _CHANCE else initials.upper())


def _initials(sentences: Iterable[str]) -> str:
    """The first letters of all words but "of", "and" and the like, with sentences set apart."""
    return " ".join(
        "".join(word[0] for word in _word().findall(sentence) if word not in _SMALL)
        for sentence in sentences
    )


@cache
def _known() -> frozenset[str]:
    table = read_table(_FILE)
    return frozenset(acronym for name in _LISTS for acronym in table.lines(name))


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[A-Za-z]+")


@cache
def _acronym() -> re.Pattern[str]:
    # No part of a name such as "EN-301", "GraphQL" or "A/B"; the plural counts as the same.
    return re.compile(r"(?<![\w@#./&-])([A-Z]{2,5})s?(?![\w&]|[-/.]\w)")


RULE = Rule(
    "SUC-3",
    "acronyms that are not spelt out",
    "Assessors come from other institutions and sectors. A name that everybody knows at your place"
    " stops them at theirs.",
    "“The Digital Learning Board (DLB) met in May; the DLB then …”",
    "Own rule; the list of what needs no spelling out is ours.",
    _find,
    is_local=False,
)
