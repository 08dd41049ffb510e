"""SUC-3: acronyms that are spelt out nowhere, told where they come first."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from cmalt_tui.checked_toml import read_table
from cmalt_tui.model.finding import Finding, Level
from cmalt_tui.model.portfolio import EVIDENCE
from cmalt_tui.review.own_sentences import own_sentences
from cmalt_tui.review.prose import ProseSentence, as_read, without_unread
from cmalt_tui.review.reviewed import Reviewed
from cmalt_tui.review.reviewed_text import ReviewedText
from cmalt_tui.review.rule import Rule

_FILE = Path(__file__).with_name("known_acronyms.toml")
_CHANCE = 3
_LISTS = ("field", "computing", "everyday")


def _find(reviewed: Reviewed) -> Iterator[Finding]:
    first: dict[str, tuple[ReviewedText, ProseSentence]] = {}
    for text in reviewed.texts:
        if text.part != EVIDENCE:
            for sentence in own_sentences(text.text):
                for acronym in _acronyms(sentence.text):
                    first.setdefault(acronym, (text, sentence))
    everything = "\n".join(as_read(without_unread(text.text)) for text in reviewed.texts)
    by_section: dict[str, list[str]] = {}
    for acronym, (text, _) in first.items():
        if not _is_spelt_out(acronym, everything):
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
    if sum(map(str.isupper, sentence)) * 2 > len(sentence):
        return  # All of it is in capitals.
    for found in _acronym().finditer(sentence):
        if found[1] not in _known():
            yield found[1]


def _is_spelt_out(acronym: str, text: str) -> bool:
    """Whether it stands in brackets, has brackets behind it, or its words stand somewhere."""
    if re.search(rf"\({acronym}s?\b|\b{acronym}s?\s*\(", text):
        return True
    # Three words with the right initials in small letters are often chance.
    initials = [one if len(acronym) <= _CHANCE else f"[{one}{one.lower()}]" for one in acronym]
    small = r"(?:(?:of|and|the|for|in|on|to|with)\s+)?"
    words = r"[\s-]+".join(f"{small}{one}[a-z]+" for one in initials)
    return re.search(rf"\b{words}\b", text) is not None


@cache
def _known() -> frozenset[str]:
    table = read_table(_FILE)
    return frozenset(acronym for name in _LISTS for acronym in table.lines(name))


@cache
def _acronym() -> re.Pattern[str]:
    # No part of a name such as "EN-301", "GraphQL" or "A/B"; the plural counts as the same.
    return re.compile(r"(?<![\w@#./&-])([A-Z]{2,6})s?(?![\w&]|[-/.]\w)")


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
