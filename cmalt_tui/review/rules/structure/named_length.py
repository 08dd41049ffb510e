"""LEN-1: a section that is shorter or longer than the accreditor names."""

from collections.abc import Iterator

from cmalt_tui.model.finding import Finding, Level
from cmalt_tui.plain_text import amount
from cmalt_tui.review.purpose import OWN_EYES
from cmalt_tui.review.reviewed import Reviewed
from cmalt_tui.review.rule import Rule
from cmalt_tui.review.written_words import section_words


def _find(reviewed: Reviewed) -> Iterator[Finding]:
    for entry in reviewed.entries:
        least, most = entry.asked.least_words, entry.asked.most_words
        words = section_words(entry)
        if not words or (least is None and most is None):
            continue
        if least is not None and words < least:
            off = f"{least - words:,} fewer than the {least:,} asked for"
        elif most is not None and words > most:
            off = f"{words - most:,} more than the {most:,} asked for"
        else:
            continue
        yield Finding(
            "LEN-1",
            Level.WARNING,
            entry.id,
            message=f"{entry.name} has {amount(words, 'word')}, {off}.",
        )


RULE = Rule(
    "LEN-1",
    "a length other than the accreditor names",
    "It is one of the few lengths that the guidelines name, so it is easily checked.",
    "Future plans of 200 to 500 words.",
    "CMALT guidelines, future plans.",
    _find,
    purposes=OWN_EYES,
)
