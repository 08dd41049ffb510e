"""FRE-2 and FRE-3 share this: names that have been replaced, once a section and name."""

from collections.abc import Iterator

from cmalt_tui.model.dates import month_and_year, months_between
from cmalt_tui.review.reviewed import Reviewed
from cmalt_tui.review.rules.freshness.dated_names import dated_names
from cmalt_tui.review.rules.freshness.stale import Stale, said, stale_sentence
from cmalt_tui.review.tense import tells_the_past


def stale_names(reviewed: Reviewed, rule: str, question: str, *, laws: bool) -> Iterator[Stale]:
    """Find sentences about the present that name what has been replaced by then.

    Args:
        reviewed: What is looked at.
        rule: The id of the rule that asks.
        question: What is asked.
        laws: Whether laws and policies are meant, or else products and versions.
    """
    seen: set[tuple[str, str]] = set()
    for text, sentence in said(reviewed):
        for name in dated_names().found_in(sentence.text):
            key = (text.section, name.words.lower())
            if name.is_law is not laws or key in seen or name.since > reviewed.submit_on:
                continue
            if tells_the_past(sentence.text):
                continue
            seen.add(key)
            told = f"“{name.words}” {name.told} {month_and_year(name.since)}."
            months = months_between(name.since, reviewed.submit_on)
            yield stale_sentence(rule, text, sentence, told, question, months)
