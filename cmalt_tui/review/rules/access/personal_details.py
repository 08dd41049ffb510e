"""PII-1: personal details that a portfolio may show without meaning to."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from cmalt_tui.model.finding import Finding, Level
from cmalt_tui.model.personal_details import EMAIL, PERSON, details_in
from cmalt_tui.model.portfolio import EVIDENCE, Portfolio
from cmalt_tui.review.prose import without_unread
from cmalt_tui.review.purpose import Purpose
from cmalt_tui.review.reviewed import Reviewed
from cmalt_tui.review.rule import Rule
from cmalt_tui.review.rules.evidence.grouping import findings_by_section, named, used_items

_SETTLED = ("own", "granted", "anonymised")
_MOST_IN_A_TEXT = 12
_QUESTIONS = {
    PERSON: "Has this person agreed to being named?",
    EMAIL: "Is it meant to be read by everybody who gets the portfolio?",
}
_QUESTION = "Does it belong to a person, and is it meant to be shown?"


class _Detail(NamedTuple):
    """A detail and its place; `start` is -1 where it stands in the facts of evidence."""

    kind: str
    section: str
    part: str
    item: str
    quote: str
    start: int

    def finding(self, level: Level, told: str, question: str) -> Finding:
        """The finding about it."""
        place = (self.section, self.part, self.item)
        return Finding("PII-1", level, *place, told, question, self.quote, self.start)


def _find(reviewed: Reviewed) -> Iterator[Finding]:
    is_public = reviewed.purpose is Purpose.PUBLIC
    named_people: dict[str, list[_Detail]] = {}
    for detail in _details(reviewed):
        if detail.kind == PERSON:
            named_people.setdefault(detail.quote.lower(), []).append(detail)
        else:
            level = Level.ERROR if is_public and detail.kind == EMAIL else Level.WARNING
            yield detail.finding(level, _told(detail), _QUESTIONS.get(detail.kind, _QUESTION))
    for places in named_people.values():
        sections = ", ".join(dict.fromkeys(place.section for place in places))
        told = f"{places[0].quote} is named ({sections}), and no permission is noted."
        yield places[0].finding(
            Level.ERROR if is_public else Level.WARNING, told, _QUESTIONS[PERSON]
        )
    located = {one for one, facts in reviewed.artefacts.items() if facts.has_location}
    yield from findings_by_section(
        reviewed,
        "PII-1",
        Level.ERROR if is_public else Level.WARNING,
        lambda item: item.id in located,
        lambda items: f"The file of {named(items)} tells where the picture was taken.",
        "Could it be saved without its place? Documents leave it out, the file itself does not.",
    )


def _details(reviewed: Reviewed) -> Iterator[_Detail]:
    """Each detail once a text, in the order of sections."""
    people = _people(reviewed.portfolio, reviewed.purpose)
    for section, part, item, text, is_written in _texts(reviewed):
        # Numbers in addresses of the web belong to pages, not to people.
        shown = _address().sub(lambda found: " " * len(found[0]), without_unread(text))
        seen: set[str] = set()
        for kind, start, end in details_in(shown, people):
            quote = text[start:end]
            if quote.lower() not in seen and len(seen) < _MOST_IN_A_TEXT:
                seen.add(quote.lower())
                yield _Detail(kind, section, part, item, quote, start if is_written else -1)


def _texts(reviewed: Reviewed) -> Iterator[tuple[str, str, str, str, bool]]:
    """What is shown: section, part, item, text, and whether it is a text that can be gone to."""
    for text in reviewed.texts:
        yield *text, text.part != EVIDENCE
    for entry, item in used_items(reviewed):
        told = "\n".join((item.title, item.role, item.caption, item.alt, item.physical))
        yield entry.id, EVIDENCE, item.id, told, False


def _people(portfolio: Portfolio, purpose: Purpose) -> tuple[str, ...]:
    """Names that evidence gives whose owners have not agreed, as far as that is noted.

    Colleagues are credited by name to an assessor; with evidence of one's own that is no leak yet.
    """
    settled = ("granted", "anonymised") if purpose is Purpose.PUBLIC else _SETTLED
    return tuple(
        person
        for item in portfolio.evidence.values()
        if item.permission not in settled
        for person in item.people
        if re.search(r"[A-Z]", person)
    )


def _told(detail: _Detail) -> str:
    article = "An" if detail.kind[0] in "aeiou" else "A"
    where = "this text" if detail.start >= 0 else "the facts of this evidence"
    stands = "stands" if detail.kind == EMAIL else "may stand"
    return f"{article} {detail.kind} {stands} in {where}: {detail.quote}."


@cache
def _address() -> re.Pattern[str]:
    return re.compile(r"https?://[^\s<>)\]]+|\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)")


RULE = Rule(
    "PII-1",
    "personal details that may not be meant to be shown",
    "Learners and colleagues have not asked to be in a portfolio, and one that is on the web stays"
    " there. The candidate signs that people are anonymous or have agreed.",
    "“A learner in the second year” in the place of a name or a number.",
    "CMALT guidelines, core area 4: anonymity and permission; data protection law.",
    _find,
)
