"""EVI-4: evidence that will be old on the planned day of submission."""

from collections.abc import Iterator

from cmalt_tui.model.dates import long_date, month_and_year, months_between
from cmalt_tui.model.finding import Finding, Level
from cmalt_tui.model.portfolio import EvidenceItem
from cmalt_tui.review.purpose import OWN_EYES
from cmalt_tui.review.reviewed import Reviewed
from cmalt_tui.review.rule import Rule
from cmalt_tui.review.rules.evidence.grouping import findings_by_section, named


def _find(reviewed: Reviewed) -> Iterator[Finding]:
    most = reviewed.bounds.evidence_months

    def is_old(item: EvidenceItem) -> bool:
        return item.date is not None and months_between(item.date, reviewed.submit_on) > most

    def told(items: tuple[EvidenceItem, ...]) -> str:
        dates = [item.date for item in items if item.date]
        when = month_and_year(min(dates))
        are = f"is from {when}" if len(items) == 1 else f"are old, the oldest from {when}"
        return (
            f"{named(items)} {are}: more than {most} months before"
            f" {long_date(reviewed.submit_on)}. ALT asks for recent evidence; the figure is our"
            " default."
        )

    question = "Is there something newer, or does the text say why this still counts?"
    yield from findings_by_section(reviewed, "EVI-4", Level.WARNING, is_old, told, question)


RULE = Rule(
    "EVI-4",
    "evidence that will be old when it is submitted",
    "Evidence should be recent. What is old can still count where the text says why, or what has"
    " grown out of it since.",
    "“The handbook is from 2021; I still teach with it, and chapter 4 was written anew in May.”",
    "ALT asks for recent evidence and names no limit for a first submission; 36 months are our"
    " default, which the settings change.",
    _find,
    purposes=OWN_EYES,
)
