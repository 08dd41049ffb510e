"""STR-1: a section that the pathway asks for and that is missing or empty."""

from collections.abc import Iterator

from cmalt_tui.model.finding import Finding, Level
from cmalt_tui.model.framework import Kind
from cmalt_tui.model.outline import Entry, section_ids
from cmalt_tui.review.purpose import OWN_EYES
from cmalt_tui.review.reviewed import Reviewed
from cmalt_tui.review.rule import Rule
from cmalt_tui.review.written_words import has_content


def _find(reviewed: Reviewed) -> Iterator[Finding]:
    for entry in reviewed.entries:
        if not entry.is_declaration and _is_required(entry, reviewed) and not has_content(entry):
            yield Finding(
                "STR-1",
                Level.ERROR,
                entry.id,
                message=f"{entry.name} is empty, and this pathway asks for it.",
                question="What could stand here as a first sentence?",
            )


def _is_required(entry: Entry, reviewed: Reviewed) -> bool:
    """Whether it has to be there; of a row of several, the counting rule tells of all but one."""
    if entry.asked.kind is not Kind.REPEAT:
        return entry.asked.least > 0
    is_first = entry.id == section_ids(entry.asked, reviewed.portfolio)[0]
    return is_first and entry.asked.least > 0 and not _has_any(entry, reviewed)


def _has_any(entry: Entry, reviewed: Reviewed) -> bool:
    row = [other for other in reviewed.entries if other.asked.id == entry.asked.id]
    return any(has_content(other) for other in row)


RULE = Rule(
    "STR-1",
    "a required section that is empty",
    "The accreditor looks first whether all sections of the pathway are there, and turns a"
    " portfolio back where one is not.",
    "Each section of the pathway holds its own text, however short it is at first.",
    "The accreditor's advice before submission: check that all sections are there.",
    _find,
    is_local=False,
    purposes=OWN_EYES,
)
