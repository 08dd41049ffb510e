"""VOI-1: more "we" than "I", so that the author's own part is hard to see."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from cmalt_tui.model.finding import Finding, Level
from cmalt_tui.plain_text import amount
from cmalt_tui.review.own_part import Place, own_part
from cmalt_tui.review.reviewed import Reviewed
from cmalt_tui.review.rule import Rule

_LEAST = 4
_SHOWN = 14


def _find(reviewed: Reviewed) -> Iterator[Finding]:
    for entry in reviewed.entries:
        part = own_part(entry.written)
        if part.team < _LEAST or part.team <= part.own or not part.team_places:
            continue
        place = _strongest(part.team_places)
        alone = amount(len(part.team_places), "sentence")
        speak = "speaks" if len(part.team_places) == 1 else "speak"
        yield Finding(
            "VOI-1",
            Level.HINT,
            entry.id,
            place.part,
            place.item,
            f"“We”, “our” or “the team” comes {amount(part.team, 'time')} here, “I” or “my”"
            f" {amount(part.own, 'time')}; {alone} {speak} of the team alone.",
            f"“{_beginning(place.quote)}” Which part of that was yours?",
            place.quote,
            place.start,
        )


def _strongest(places: Sequence[Place]) -> Place:
    """The first sentence in which the team decides or makes something, or else the first."""
    return next((place for place in places if _deed().search(place.quote)), places[0])


def _beginning(quote: str) -> str:
    words = quote.split()
    return quote if len(words) <= _SHOWN else f"{' '.join(words[:_SHOWN])} …"


@cache
def _deed() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:we|team)\s+(?:then\s+|also\s+|\w+ly\s+)?(?!(?:had|were|felt|needed|wanted)\b)"
        r"(?:\w{2,}ed|chose|built|made|wrote|ran|led|set|took|gave|began|held|taught|put|found)\b",
        re.I,
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
