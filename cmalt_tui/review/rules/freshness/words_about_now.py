"""FRE-1: sentences that are true on the day of writing: "currently", "this year", "recently"."""

import re
from collections.abc import Iterator
from functools import cache

from cmalt_tui.model.dates import month_and_year, months_between
from cmalt_tui.review.dates_said import dates_said
from cmalt_tui.review.reviewed import Reviewed
from cmalt_tui.review.rule import Rule
from cmalt_tui.review.rules.freshness.roles import post_said
from cmalt_tui.review.rules.freshness.stale import (
    Stale,
    age,
    findings_of,
    said,
    stale_sentence,
    the_day,
    written_on,
)
from cmalt_tui.review.said_words import said_words
from cmalt_tui.review.tense import tells_the_past

# A sentence without these needn't be looked at more closely.
_TELLING = frozenset(
    {
        *("currently", "current", "presently", "present", "nowadays", "days", "far", "date"),
        *("moment", "now", "write", "writing", "recently", "just", "soon", "upcoming"),
        *("forthcoming", "process"),
    }
)
_WHICH = frozenset(("this", "last", "past", "next", "coming"))
_TIMES = frozenset(
    {
        *("year", "years", "term", "terms", "semester", "semesters", "month", "months", "week"),
        *("weeks", "spring", "summer", "autumn", "winter", "decade"),
    }
)
_BESIDE = 12  # characters
_PLANS = "future"  # What comes next is what this section is for.
_QUESTION = "Is it still true? A date in its place would stay true."


def stale(reviewed: Reviewed) -> Iterator[Stale]:
    """Find them; what has a date of its own, or was written lately, is asked about only if old."""
    for text, sentence in said(reviewed):
        words, end = _about_now(sentence.text, is_about_plans=text.section == _PLANS)
        if not words or post_said(sentence.text):
            continue
        # A recent date anywhere says when; an old one only right behind the words.
        dates = [
            one.last
            for one in dates_said(sentence.text)
            if end <= one.start <= end + _BESIDE
            or months_between(one.last, reviewed.submit_on) <= reviewed.bounds.stale_months
        ]
        written = written_on(reviewed, text)
        months: int | None = None
        if dates:
            months = months_between(max(dates), reviewed.submit_on)
            if months <= reviewed.bounds.stale_months:
                continue
            told = f"“{words}” speaks of a time {age(months)} before {the_day(reviewed)}."
        elif written is not None:
            months = months_between(written, reviewed.submit_on)
            if months <= reviewed.bounds.confirmed_months:
                continue
            told = (
                f"“{words}” was written in {month_and_year(written)}, {age(months)} before"
                f" {the_day(reviewed)}."
            )
        else:
            told = f"“{words}” means the day of writing; an assessor reads it on another day."
        yield stale_sentence("FRE-1", text, sentence, told, _QUESTION, months)


def _about_now(sentence: str, *, is_about_plans: bool) -> tuple[str, int]:
    """The words that are about the time of writing, and where they end; empty if there are none."""
    said = said_words(sentence)
    if said.isdisjoint(_TELLING) and (said.isdisjoint(_WHICH) or said.isdisjoint(_TIMES)):
        return "", 0
    for found in _now().finditer(sentence):
        if is_about_plans and found["next"]:
            continue
        if found["weak"] is None or not tells_the_past(sentence):
            return found["recently"] or found["current"] or found[0], found.end()
    return "", 0


@cache
def _now() -> re.Pattern[str]:
    spans = r"(?:years?|months?|weeks?|terms?|semesters?|decade)"
    times = r"(?:academic\s+year|year|term|semester|month|week|spring|summer|autumn|winter)"
    always = (
        r"at present|right now|as I write|at the time of writing|most recently",
        r"at the moment(?!\s+(?:when|of|that|where|in))",
        r"(?:I|we|has|have|[’']ve|[’']s)\s+(?:only\s+|just\s+)?(?P<recently>recently\s+\w+)",
        r"have just\s+\w+",
        r"(?:upcoming|forthcoming)\s+\w+|will soon|(?:am|are|is|[’']m|[’']re)\s+in the process of",
        rf"(?P<next>(?:in\s+the\s+)?(?<!the )next\s+{times}(?![’'])"
        rf"|over\s+the\s+(?:next|coming)\s+(?:few\s+|\w+\s+)?{spans})",
    )
    not_of_the_past = (
        r"currently|presently|nowadays|these days|so far(?! as\b)|(?<!up )to date(?![\w-])",
        r"(?:the|our|my)\s+(?P<current>current)\s+(?!role|job|post|position)\w+",
        rf"this\s+{times}\b(?!\s+(?:is|was|refers|means|covers|describes)\b)",
        rf"(?:over|during|within|in|for)\s+the\s+(?:last|past)\s+(?:\w+\s+){{0,3}}?{spans}",
        rf"last\s+{times}",
    )
    return re.compile(
        r"(?<!was )(?<!were )(?<!been )(?<!had )"
        rf"\b(?:(?P<weak>{'|'.join(not_of_the_past)})|{'|'.join(always)})\b",
        re.I,
    )


RULE = Rule(
    "FRE-1",
    "“currently”, “this year” and the like",
    "A portfolio grows over months and is read later still. What was current in the first draft may"
    " be over by the time an assessor opens it, or looks as if nobody had read it again.",
    "“Since May 2026 I have run the caption clinic” instead of “I have recently started a clinic”.",
    "Own rule; the ages are ours and can be set. What is told in the past tense is left alone.",
    findings_of(stale),
)
