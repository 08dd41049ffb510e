"""FRE-3: laws, policies and strategies that have been replaced or have run out."""

import re
from collections.abc import Iterator
from functools import cache

from cmalt_tui.model.dates import long_date, months_between
from cmalt_tui.review.dates_said import SaidDate, dates_said
from cmalt_tui.review.reviewed import Reviewed
from cmalt_tui.review.rule import Rule
from cmalt_tui.review.rules.freshness.replaced_names import stale_names
from cmalt_tui.review.rules.freshness.stale import (
    Stale,
    age,
    findings_of,
    said,
    stale_sentence,
    the_day,
)
from cmalt_tui.review.said_words import said_words
from cmalt_tui.review.tense import tells_the_past

_POLICIES = frozenset(
    ("strategy", "policy", "plan", "framework", "roadmap", "guideline", "guidelines", "code")
)
_QUESTION = "What holds now, and did the change alter anything in your work?"


def stale(reviewed: Reviewed) -> Iterator[Stale]:
    """Find them: names from the list, spans of years that end too early, and old editions."""
    yield from stale_names(reviewed, "FRE-3", _QUESTION, laws=True)
    for text, sentence in said(reviewed):
        dated = _of_a_policy(sentence.text)
        if dated is None or tells_the_past(sentence.text):
            continue
        words, day, is_span = dated
        months = months_between(day.last, reviewed.submit_on)
        if months < 0 or (not is_span and months <= reviewed.bounds.stale_months):
            continue
        if is_span:
            told = f"“{words}” ends before {the_day(reviewed)}."
        else:
            told = f"“{words}” will be {age(months)} old by {long_date(reviewed.submit_on)}."
        yield stale_sentence("FRE-3", text, sentence, told, _QUESTION, months)


def _of_a_policy(sentence: str) -> tuple[str, SaidDate, bool] | None:
    """A policy with its date, and whether that is the end of a span of years."""
    if "20" not in sentence or said_words(sentence).isdisjoint(_POLICIES):
        return None
    found = _policy().search(sentence)
    if found is None:
        return None
    day = next(dates_said(found["years"]), None)
    return (found[0], day, found["end"] is not None) if day else None


@cache
def _policy() -> re.Pattern[str]:
    years = r"(?P<years>20\d\d(?P<end>\s?[-–/]\s?(?:20)?\d\d)?)"
    kind = r"(?:strategy|policy|plan|framework|roadmap|guidelines?|code of practice)"
    # Years in front of a policy are as often those of a story, so only those behind it count.
    return re.compile(rf"\b(?:[\w-]+\s+)?{kind}\s+(?:\(|of\s+|for\s+)?{years}(?!\d)\)?", re.I)


RULE = Rule(
    "FRE-3",
    "a law, policy or strategy that has been replaced or has run out",
    "Core area 3 asks for present practice. Assessors know the rules of the sector, and an old one"
    " in the present tense makes them doubt what stands beside it.",
    "“The strategy of 2021–2025 made me …; its successor keeps the aim and drops the target.”",
    "CMALT guidelines 2019, core area 3: effect on present practice. Dates of laws are public; an"
    " edition or policy counts as old from an age that can be set.",
    findings_of(stale),
)
