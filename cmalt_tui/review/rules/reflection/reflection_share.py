"""REF-1: a reflection that is short beside what it reflects on."""

from collections.abc import Iterator

from cmalt_tui.model.finding import Finding, Level
from cmalt_tui.model.portfolio import DESCRIPTION, REFLECTION
from cmalt_tui.plain_text import amount
from cmalt_tui.review.reviewed import Reviewed
from cmalt_tui.review.rule import Rule

_ID = "REF-1"
# Sections that assessors called strong go down to three words in ten, so below two is asked about.
_SOFT_SHARE = 0.2
_FEWEST_WORDS = 80


def _find(reviewed: Reviewed) -> Iterator[Finding]:
    for entry in reviewed.entries:
        words = entry.written.words
        reflected, described = words.get(REFLECTION, 0), words.get(DESCRIPTION, 0)
        total = reflected + described
        # A section without any reflection is told of by the rule for missing parts.
        if not reflected or total < _FEWEST_WORDS or reflected >= _SOFT_SHARE * total:
            continue
        yield Finding(
            _ID,
            Level.WARNING,
            entry.id,
            REFLECTION,
            entry.written.reflections[0].id,
            f"The reflection has {amount(reflected, 'word')} beside {described:,} of description."
            " It may say all that is needed; readers often look here first.",
            "Which moment in the description would you tell differently by now?",
        )


RULE = Rule(
    _ID,
    "a reflection that is short beside its description",
    "Missing or thin reflection is the reason that assessors give most often when they ask for"
    " more. The line is soft: a short reflection can be a good one.",
    "Half a page on one decision: what you weighed up, what came of it, what you would change.",
    "ALT's guidance and assessment form; sections called strong have reflections of three to seven"
    " words in ten. The line at two in ten is this program's own.",
    _find,
)
