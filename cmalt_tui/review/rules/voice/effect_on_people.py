"""EFF-1: a section in which nobody is affected, or nobody noticed."""

from collections.abc import Iterator

from cmalt_tui.model.finding import Finding, Level
from cmalt_tui.model.portfolio import REFLECTION
from cmalt_tui.review.own_part import own_part
from cmalt_tui.review.reviewed import Reviewed
from cmalt_tui.review.rule import Rule
from cmalt_tui.review.written_words import section_words

_WORDS = 150
_PEOPLE_NAMED = 2  # sentences; with fewer, nobody is affected as far as one can read


def _find(reviewed: Reviewed) -> Iterator[Finding]:
    for entry in reviewed.entries:
        written = entry.written
        if REFLECTION not in entry.asked.parts or section_words(entry) < _WORDS:
            continue
        part = own_part(written)
        if part.measured or part.quoted or part.heard:
            continue
        if len(part.named) < _PEOPLE_NAMED:
            yield Finding(
                "EFF-1",
                Level.HINT,
                entry.id,
                message="Learners and colleagues hardly come up here, so nobody seems to be"
                " affected.",
                question="Who could do something afterwards that they could not do before, and who"
                " noticed?",
            )
        elif part.affected:
            place = next((one for one in part.affected if one.part == REFLECTION), part.affected[0])
            yield Finding(
                "EFF-1",
                Level.HINT,
                entry.id,
                place.part,
                place.item,
                "This section tells of an effect on people, with no figure and no words of theirs.",
                "How do you know? Who said it, how many were there, what did you see?",
                place.quote,
                place.start,
            )


RULE = Rule(
    "EFF-1",
    "an effect that nobody felt, counted or told",
    "What changed for learners and colleagues, and how you know, is what assessors name when a"
    " section convinces them.",
    "“Complaints about captions fell from 22 to three”, or the words of one learner who noticed.",
    "ALT's assessment form of May 2026: remarks on impact. The rule looks for people and a"
    " change, then for a figure, a quotation or what they said.",
    _find,
)
