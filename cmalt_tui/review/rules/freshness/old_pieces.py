"""FRE-6: reflections written long ago, and links that were noted long ago."""

from collections.abc import Iterator

from cmalt_tui.model.dates import month_and_year, months_between
from cmalt_tui.model.finding import Finding, Level
from cmalt_tui.model.outline import Entry
from cmalt_tui.model.portfolio import EVIDENCE, REFLECTION
from cmalt_tui.review.reviewed import Reviewed
from cmalt_tui.review.rule import Rule
from cmalt_tui.review.rules.freshness.stale import Stale, age, findings_of, the_day


def stale(reviewed: Reviewed) -> Iterator[Stale]:
    """Find them; a link once, where it is used first."""
    seen: set[str] = set()
    for entry in reviewed.entries:
        yield from _reflections(reviewed, entry)
        yield from _links(reviewed, entry, seen)


def _reflections(reviewed: Reviewed, entry: Entry) -> Iterator[Stale]:
    for piece in entry.written.reflections:
        if piece.written is None or not piece.text.strip():
            continue
        months = months_between(piece.written, reviewed.submit_on)
        if months <= reviewed.bounds.stale_months:
            continue
        finding = Finding(
            "FRE-6",
            Level.HINT,
            entry.id,
            REFLECTION,
            piece.id,
            f"This reflection was written in {month_and_year(piece.written)}, {age(months)} before"
            f" {the_day(reviewed)}.",
            "What have you learnt about it since?",
            piece.title or piece.text.split("\n", 1)[0][:120],
            0,
        )
        yield Stale(finding, months)


def _links(reviewed: Reviewed, entry: Entry, seen: set[str]) -> Iterator[Stale]:
    for use in entry.written.evidence:
        item = reviewed.portfolio.evidence.get(use.item)
        if item is None or not item.url or item.file or item.date is None or item.id in seen:
            continue
        seen.add(item.id)
        months = months_between(item.date, reviewed.submit_on)
        # What is older still is asked about as evidence.
        if not reviewed.bounds.stale_months < months <= reviewed.bounds.evidence_months:
            continue
        finding = Finding(
            "FRE-6",
            Level.HINT,
            entry.id,
            EVIDENCE,
            item.id,
            f"“{item.title}” is a link from {month_and_year(item.date)}, {age(months)} before"
            f" {the_day(reviewed)}.",
            "Does the page still show what you say it shows?",
        )
        yield Stale(finding, months)


RULE = Rule(
    "FRE-6",
    "a reflection or a link of long ago",
    "Insight grows after the event: a reflection from two years back has a sequel that only you"
    " know. And pages behind links change without telling you.",
    "“Looking at this again in 2026, I would …”",
    "ALT asks for recent evidence; the ages are ours and can be set.",
    findings_of(stale),
)
