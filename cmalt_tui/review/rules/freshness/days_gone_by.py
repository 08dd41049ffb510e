"""FRE-5: plans whose day will have come, and figures "as of" a day long ago."""

import re
from collections.abc import Iterator
from functools import cache

from cmalt_tui.model.dates import long_date, months_between
from cmalt_tui.review.dates_said import SaidDate, dates_said
from cmalt_tui.review.reviewed import Reviewed
from cmalt_tui.review.rule import Rule
from cmalt_tui.review.rules.freshness.stale import (
    Stale,
    age,
    findings_of,
    said,
    stale_sentence,
    the_day,
)


def stale(reviewed: Reviewed) -> Iterator[Stale]:
    """Find them."""
    for text, sentence in said(reviewed):
        for day in dates_said(sentence.text):
            months = months_between(day.last, reviewed.submit_on)
            if day.last < reviewed.submit_on and _is_planned(sentence.text, day):
                told = (
                    f"A plan for {day.words}: by {long_date(reviewed.submit_on)} that has passed."
                )
                question = "Has it happened, and what came of it?"
            elif months > reviewed.bounds.stale_months and _is_count(sentence.text, day):
                told = f"The state of {day.words} is {age(months)} older than {the_day(reviewed)}."
                question = "Is there a newer figure, or does the old one make your point?"
            else:
                continue
            yield stale_sentence("FRE-5", text, sentence, told, question, max(months, 0))
            break


def _is_planned(sentence: str, day: SaidDate) -> bool:
    """Whether the words in front of a date make it a plan."""
    return _plan().search(sentence[: day.start]) is not None


def _is_count(sentence: str, day: SaidDate) -> bool:
    return _as_of().search(sentence[: day.start]) is not None


@cache
def _plan() -> re.Pattern[str]:
    # The plan and its date in one clause, and nobody who planned it long ago.
    return re.compile(
        r"\b(?:(?<!that )(?:will|shall|[’']ll)|(?:am|is|are|[’']m|[’']re)\s+(?:going|due|planned"
        r"|hoping|planning|expected|scheduled|aiming)"
        r"|(?:I|we)\s+(?:\w+ly\s+|also\s+)?(?:plan|intend|hope|aim|mean)"
        r"|my next step)\b(?![^.;]*\b(?:since|was|were|had)\b)[^.;]*"
        r"\b(?:in|by|for|on|before|until|during|of)\s+(?:the\s+)?(?:end\s+of\s+)?$",
        re.I,
    )


@cache
def _as_of() -> re.Pattern[str]:
    return re.compile(r"\b(?:as of|as at|correct (?:in|at)|last updated(?: in| on)?)\s+$", re.I)


RULE = Rule(
    "FRE-5",
    "a plan whose day has come, or a figure of long ago",
    "A plan for last spring tells an assessor that nobody read the text again; what came of it is"
    " worth more than the plan.",
    "“I meant to repeat the survey in May 2026; we ran it in June, and the answers …”",
    "Own rule; the ages are ours and can be set.",
    findings_of(stale),
)
