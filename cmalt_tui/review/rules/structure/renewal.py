"""REN-1: a review by which an award is renewed: how soon it is due, and its CPD."""

from collections.abc import Iterator

from cmalt_tui.model.dates import long_date, months_between
from cmalt_tui.model.finding import Finding, Level
from cmalt_tui.model.framework import Kind
from cmalt_tui.model.log_entry import LogKind
from cmalt_tui.plain_text import amount
from cmalt_tui.review.purpose import OWN_EYES
from cmalt_tui.review.reviewed import Reviewed
from cmalt_tui.review.rule import Rule
from cmalt_tui.review.written_words import reflection_words

_SOON = 6  # months


def _find(reviewed: Reviewed) -> Iterator[Finding]:
    sections = reviewed.framework.pathway(reviewed.portfolio.pathway).sections
    if not any(section.kind is Kind.LOG for section in sections):
        return
    due = reviewed.portfolio.submit_by
    if due is not None and months_between(reviewed.today, due) < _SOON:
        when = "was planned for" if due < reviewed.today else "is planned for"
        yield Finding("REN-1", Level.HINT, message=f"The review {when} {long_date(due)}.")
    for asked in sections:
        if asked.kind is not Kind.REPEAT:
            continue
        row = [entry for entry in reviewed.entries if entry.asked.id == asked.id]
        reflected = sum(bool(reflection_words(entry)) for entry in row)
        if reflected < asked.least:
            logged = sum(e.kind is LogKind.CPD for e in reviewed.portfolio.log.values())
            yield Finding(
                "REN-1",
                Level.HINT,
                message=f"The review asks for {asked.least} CPD activities with a reflection;"
                f" {reflected} {'has' if reflected == 1 else 'have'} one. The log holds"
                f" {amount(logged, 'line')} on CPD.",
                question="Which of them changed something in your work?",
            )


RULE = Rule(
    "REN-1",
    "a review that is due, or short of CPD",
    "An award is renewed every three years with a review that describes and reflects upon at least"
    " three activities of CPD.",
    "A line in the log after each event; three of them written up with what they changed.",
    "Questions and answers on the CMALT review; published reviews.",
    _find,
    is_local=False,
    purposes=OWN_EYES,
)
