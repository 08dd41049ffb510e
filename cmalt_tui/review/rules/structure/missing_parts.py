"""STR-2: a section that has been begun and lacks its description, evidence or reflection."""

from collections.abc import Iterator

from cmalt_tui.model.finding import Finding, Level
from cmalt_tui.model.outline import Entry
from cmalt_tui.model.portfolio import DESCRIPTION, EVIDENCE, REFLECTION
from cmalt_tui.review.purpose import OWN_EYES
from cmalt_tui.review.reviewed import Reviewed
from cmalt_tui.review.rule import Rule
from cmalt_tui.review.written_words import has_content, reflection_words, shown_words

_QUESTIONS = {
    DESCRIPTION: "What did you do, when, and what was your own part in it?",
    EVIDENCE: "What could somebody see of it?",
    REFLECTION: "What did you learn from it, and what do you do differently now?",
}


def _find(reviewed: Reviewed) -> Iterator[Finding]:
    for entry in reviewed.entries:
        if entry.is_statement or entry.is_declaration or not has_content(entry):
            continue
        for part in _gaps(entry):
            yield Finding(
                "STR-2",
                Level.ERROR,
                entry.id,
                part,
                message=f"{entry.name} has no {part} yet.",
                question=_QUESTIONS[part],
            )


def _gaps(entry: Entry) -> Iterator[str]:
    asked = entry.asked.parts
    if DESCRIPTION in asked and not shown_words(entry.written.description):
        yield DESCRIPTION
    if EVIDENCE in asked and not entry.written.evidence:
        yield EVIDENCE
    if REFLECTION in asked and not reflection_words(entry):
        yield REFLECTION


RULE = Rule(
    "STR-2",
    "a section without description, evidence or reflection",
    "Each graded section is judged on all three: what you did, what shows it, and what you made of"
    " it. A missing reflection is the classic reason for a referral.",
    "A description of your own part, one or two pieces of evidence, and what you learnt from it.",
    "CMALT assessment form: description, evidence and reflection of each section.",
    _find,
    purposes=OWN_EYES,
)
