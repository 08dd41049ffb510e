"""What may no longer be true on the day of submission: a finding, with its age if known."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

from cmalt_tui.model.dates import long_date
from cmalt_tui.model.finding import Finding, Level
from cmalt_tui.model.portfolio import EVIDENCE, REFLECTION
from cmalt_tui.review.own_sentences import own_sentences
from cmalt_tui.review.prose import ProseSentence
from cmalt_tui.review.reviewed import Reviewed
from cmalt_tui.review.reviewed_text import ReviewedText


class Stale(NamedTuple):
    """Something that may be out of date.

    Attributes:
        finding: Where it stands, and why it may be.
        months: How old it will be on the day of submission; None where nothing tells.
    """

    finding: Finding
    months: int | None = None


# Finds everything of one kind, in the order of the text.
FindStale = Callable[[Reviewed], Iterator[Stale]]


def findings_of(find: FindStale) -> Callable[[Reviewed], Iterator[Finding]]:
    """What a rule of this family finds, without the ages."""

    def found(reviewed: Reviewed) -> Iterator[Finding]:
        return (one.finding for one in find(reviewed))

    return found


def said(reviewed: Reviewed) -> Iterator[tuple[ReviewedText, ProseSentence]]:
    """All sentences that the author says, each with its text."""
    for text in reviewed.texts:
        for sentence in own_sentences(text.text):
            yield text, sentence


def stale_sentence(
    rule: str,
    text: ReviewedText,
    sentence: ProseSentence,
    message: str,
    question: str,
    months: int | None = None,
) -> Stale:
    """A sentence that may be out of date."""
    place = (text.section, text.part, text.item)
    finding = Finding(rule, Level.HINT, *place, message, question, sentence.text, sentence.start)
    return Stale(finding, months)


def written_on(reviewed: Reviewed, text: ReviewedText) -> date | None:
    """The day on which a text was written, as far as the portfolio tells: a reflection's date."""
    if text.part == REFLECTION:
        for piece in reviewed.portfolio.section(text.section).reflections:
            if piece.id == text.item:
                return piece.written
    if text.part == EVIDENCE and text.item in reviewed.portfolio.evidence:
        return reviewed.portfolio.evidence[text.item].date
    return None


def the_day(reviewed: Reviewed) -> str:
    """The day of submission, as a message names it."""
    if reviewed.portfolio.submit_by and reviewed.portfolio.submit_by >= reviewed.today:
        return f"the planned submission on {long_date(reviewed.submit_on)}"
    return "today"


def age(months: int) -> str:
    """An age in words: ``14 months``, ``6 years``."""
    if months < 36:
        return f"{months} month{'' if months == 1 else 's'}"
    return f"{months // 12} years"
