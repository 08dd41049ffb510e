"""VOI-1: more "we" than "I", so that the author's own part is hard to see."""

from collections.abc import Iterator

from cmalt_tui.model.finding import Finding, Level
from cmalt_tui.review.own_part import own_part
from cmalt_tui.review.reviewed import Reviewed
from cmalt_tui.review.rule import Rule

_LEAST = 4


def _find(reviewed: Reviewed) -> Iterator[Finding]:
    for entry in reviewed.entries:
        part = own_part(entry.written)
        if part.team < _LEAST or part.team <= part.own or not part.team_places:
            continue
        first = part.team_places[0]
        count = len(part.team_places)
        where = "1 sentence speaks" if count == 1 else f"{count} sentences speak"
        yield Finding(
            "VOI-1",
            Level.HINT,
            entry.id,
            first.part,
            first.item,
            f"“We”, “our” or “the team” comes {part.team} times here, “I” or “my” {part.own} times;"
            f" {where} of the team alone.",
            "Which part of this was yours, and what was it that you decided or did?",
            first.quote,
            first.start,
        )


RULE = Rule(
    "VOI-1",
    "more “we” than “I”",
    "Work is done in teams, and assessors know it. But they assess one person, and “we rolled it"
    " out” hides whether you chose, built, taught or watched.",
    "“The team chose the platform; I wrote the comparison and ran the two trials in my faculty.”",
    "ALT's assessment form of May 2026; assessors' accounts of unclear contribution.",
    _find,
)
