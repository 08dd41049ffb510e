"""LEN-2: a section that is far from the length that its author aims at."""

from collections.abc import Iterator

from cmalt_tui.model.finding import Finding, Level
from cmalt_tui.plain_text import amount
from cmalt_tui.review.purpose import OWN_EYES
from cmalt_tui.review.reviewed import Reviewed
from cmalt_tui.review.rule import Rule
from cmalt_tui.review.written_words import section_words

_TOLERANCE = 5  # a fifth to either side is near enough


def _find(reviewed: Reviewed) -> Iterator[Finding]:
    for entry in reviewed.entries:
        aim, words = entry.written.aim, section_words(entry)
        if aim <= 0 or not words or abs(words - aim) * _TOLERANCE <= aim:
            continue
        side = "below" if words < aim else "above"
        yield Finding(
            "LEN-2",
            Level.HINT,
            entry.id,
            message=f"{entry.name} has {amount(words, 'word')}, {abs(words - aim):,} {side} your"
            f" aim of {aim:,}.",
        )


RULE = Rule(
    "LEN-2",
    "a length far from your own aim",
    "There is no limit for most sections, so the aim is yours; assessors do thank people who"
    " keep to the point.",
    "An aim of 600 words, and a text between 480 and 720.",
    "Own rule, after the advice that succinctness helps both sides.",
    _find,
    purposes=OWN_EYES,
)
