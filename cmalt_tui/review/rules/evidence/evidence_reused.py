"""EVI-3: the same evidence in several sections, where other evidence may say more."""

from collections.abc import Iterator

from cmalt_tui.model.coverage import OVERUSED
from cmalt_tui.model.finding import Finding, Level
from cmalt_tui.review.purpose import OWN_EYES
from cmalt_tui.review.reviewed import Reviewed
from cmalt_tui.review.rule import Rule
from cmalt_tui.review.rules.evidence.grouping import named, only


def _find(reviewed: Reviewed) -> Iterator[Finding]:
    places: dict[str, list[str]] = {}
    for entry in reviewed.entries:
        for item_id in dict.fromkeys(use.item for use in entry.written.evidence):
            if item_id in reviewed.portfolio.evidence:
                places.setdefault(item_id, []).append(entry.code or entry.id)
    bank = reviewed.portfolio.evidence
    for item_id, sections in places.items():
        if len(sections) >= OVERUSED:
            yield Finding(
                "EVI-3",
                Level.WARNING,
                item=item_id,
                message=f"{named([bank[item_id]])} is used in {len(sections)} sections:"
                f" {', '.join(sections)}.",
                question="In which of them would something else show more?",
            )
    twice = tuple(bank[item_id] for item_id, sections in places.items() if len(sections) == 2)
    if twice:
        used = "is used in two sections" if len(twice) == 1 else "are used in two sections each"
        where = f": {', '.join(places[twice[0].id])}" if len(twice) == 1 else ""
        yield Finding(
            "EVI-3",
            Level.HINT,
            item=only(twice),
            message=f"{named(twice)} {used}{where}.",
            question="Does each place say what it shows there, and not elsewhere?",
        )


RULE = Rule(
    "EVI-3",
    "the same evidence in several sections",
    "Assessors remark when the same item comes back again and again where other evidence would be"
    " stronger.",
    "Two uses can be right if each says what the item shows there; from the third on, look for"
    " something else.",
    "Remarks of assessors on the same evidence used for several criteria; the numbers are ours.",
    _find,
    is_local=False,
    purposes=OWN_EYES,
)
