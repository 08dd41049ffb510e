"""FRE-4: what the author's own post is said to be."""

import re
from collections.abc import Iterator
from functools import cache

from cmalt_tui.model.dates import long_date
from cmalt_tui.review.reviewed import Reviewed
from cmalt_tui.review.rule import Rule
from cmalt_tui.review.rules.freshness.stale import Stale, findings_of, said, stale_sentence


def stale(reviewed: Reviewed) -> Iterator[Stale]:
    """Find the first sentence of a section that says what the author's post is."""
    seen: set[str] = set()
    for text, sentence in said(reviewed):
        if text.section in seen:
            continue
        words = post_said(sentence.text)
        if not words:
            continue
        seen.add(text.section)
        day = long_date(reviewed.submit_on)
        told = f"“{words}” says what your post is. An assessor will read it after {day}."
        question = "Will it still be so then?"
        yield stale_sentence("FRE-4", text, sentence, told, question)


def post_said(sentence: str) -> str:
    """The words of a sentence that say what the author's post is; empty if none do."""
    found = _post().search(sentence)
    return found[0].strip() if found else ""


@cache
def _post() -> re.Pattern[str]:
    posts = (
        r"technologist|designer|developer|lecturer|teacher|tutor|trainer|librarian|manager|head|lead"
        r"|leader|director|officer|adviser|advisor|coordinator|consultant|specialist|fellow|professor"
        r"|researcher|administrator|assistant|instructor|coach|mentor|engineer|producer"
    )
    now = r"(?:currently\s+|now\s+|at present\s+)?"
    article = r"(?:an?|the)"
    return re.compile(
        rf"\b(?:I\s+am|I[’']m)\s+{now}{article}\s+(?!self-|former)(?:[\w’'-]+\s+){{0,4}}?(?:{posts})\b"
        rf"|\bI\s+{now}(?:work\s+(?:as\s+{article}|at|for|within)|am\s+employed)"
        r"(?:\s+[\w’'-]+){1,3}"
        rf"|\bI[’' ](?:ve|have)\s+been\s+(?:{article}\s+)?(?:[\w’'-]+\s+){{0,5}}?(?:{posts})\b"
        r"|\b[Mm]y\s+(?:current|present|new)\s+(?:role|job|post|position|employer|team)\b"
    )


RULE = Rule(
    "FRE-4",
    "what your post is said to be",
    "Assessors read the context first, and everything after it in its light. Posts change while a"
    " portfolio is written.",
    "“From March 2024 I was the college's learning technologist; in June 2026 I moved to …”",
    "Own rule, after portfolios that were finished in another post than they were begun in.",
    findings_of(stale),
)
