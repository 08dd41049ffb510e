"""Tells which findings their author has answered, and whether the answer still fits the text."""

import hashlib
from dataclasses import replace
from datetime import date

from cmalt_tui.model.dismissal import Dismissal
from cmalt_tui.model.finding import Finding
from cmalt_tui.model.portfolio import EVIDENCE, Portfolio
from cmalt_tui.plain_text import clean_line

_LENGTH = 16


def fingerprint(portfolio: Portfolio, finding: Finding) -> str:
    """What a finding is about, as 16 hexadecimal digits: other words, another fingerprint.

    That is its quote, or else the use of evidence, the section or the item of evidence that it
    names, or else its message.
    """
    if finding.quote:
        about = " ".join(finding.quote.split())
    elif finding.part == EVIDENCE:
        item = portfolio.evidence.get(finding.item)
        uses = portfolio.section(finding.section).evidence
        meant = [use for use in uses if use.item == finding.item] if item else uses
        about = repr((item, meant, finding.question))
    elif finding.section:
        written = portfolio.section(finding.section)
        about = repr(
            (written.description, written.statement, written.reflections, written.evidence)
        )
    elif finding.item in portfolio.evidence:
        about = repr(portfolio.evidence[finding.item])
    else:
        about = finding.message
    return hashlib.sha256(about.encode("utf-8", "replace")).hexdigest()[:_LENGTH]


def answer_to(portfolio: Portfolio, finding: Finding) -> Dismissal | None:
    """The answer that the author gave to a finding; None if there is none that still fits."""
    about = ""
    for answer in portfolio.dismissed:
        place = (answer.rule, answer.section, answer.part, answer.item)
        if place == (finding.rule, finding.section, finding.part, finding.item):
            about = about or fingerprint(portfolio, finding)
            if answer.about == about:
                return answer
    return None


def with_dismissed(portfolio: Portfolio, finding: Finding, reason: str, today: date) -> Portfolio:
    """Note an answer to a finding, in the place of an earlier one to the same words."""
    answer = Dismissal(
        finding.rule,
        finding.section,
        finding.part,
        finding.item,
        fingerprint(portfolio, finding),
        clean_line(reason),
        today,
    )
    kept = (one for one in portfolio.dismissed if not _same_words(one, answer))
    return replace(portfolio, dismissed=(*kept, answer))


def with_raised_again(portfolio: Portfolio, answer: Dismissal) -> Portfolio:
    """Take an answer back, so that the finding is raised again."""
    return replace(portfolio, dismissed=tuple(one for one in portfolio.dismissed if one != answer))


def _same_words(one: Dismissal, other: Dismissal) -> bool:
    return replace(one, reason="", on=other.on) == replace(other, reason="")
