"""DUP-2: words of somebody else's passage, or nearly its words, without its source."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from cmalt_tui.model.finding import Finding, Level
from cmalt_tui.model.overlap import CLOSE, RIGHT_IN_A_HUNDRED, Likeness, Overlap
from cmalt_tui.model.passage import Passage
from cmalt_tui.progress import Progress, Report
from cmalt_tui.review.reviewed_text import ReviewedText

RULE = "DUP-2"
LONG_RUN = 12
_QUESTION = "Say it in your own words, or quote it with its source?"


# Finds what a text has in common with the passages of others.
Compare = Callable[[str, Report], tuple[Overlap, ...]]


def overlap_findings(
    texts: Iterable[ReviewedText], compare: Compare, report: Report
) -> Iterator[Finding]:
    """Find where a portfolio has the words of an example.

    Twelve words in a row are a warning; six and more, and close paraphrases, a hint.

    Args:
        texts: What is looked at.
        compare: Asks the examples.
        report: Told about each section; may raise `Cancelled`.
    """
    listed = list(texts)
    for number, reviewed in enumerate(listed):
        at = Progress(number, len(listed), f"Comparing {reviewed.section} with the examples")
        report(at)
        for overlap in compare(reviewed.text, partial(_reported_as, at, report)):
            yield _finding(reviewed, overlap)
    report(Progress(len(listed), len(listed), "Compared with the examples"))


def _reported_as(at: Progress, report: Report, _: Progress) -> None:
    report(at)


def _finding(reviewed: ReviewedText, overlap: Overlap) -> Finding:
    is_grave = overlap.kind is Likeness.SAME_WORDS and overlap.words >= LONG_RUN
    return Finding(
        RULE,
        Level.WARNING if is_grave else Level.HINT,
        reviewed.section,
        reviewed.part,
        reviewed.item,
        _message(overlap),
        _QUESTION,
        overlap.quote,
        overlap.start,
    )


def _message(overlap: Overlap) -> str:
    where = _named(overlap.passage)
    if overlap.kind is Likeness.SAME_WORDS:
        nearly = " and, but for a word or two, those beside them" if overlap.likeness < 1 else ""
        return f"{overlap.words} words in a row{nearly} also stand in {where}."
    return (
        f"This is nearly what stands in {where}: “{overlap.theirs}” (likeness"
        f" {overlap.likeness:.2f}; from {CLOSE:.2f} it was a paraphrase in {RIGHT_IN_A_HUNDRED} of"
        " 100 measured cases)."
    )


def _named(passage: Passage) -> str:
    """The passage as a person would look for it: portfolio, author, section, licence."""
    origin = passage.origin
    author = f" by {origin.author}" if origin.author else ""
    place = " ".join(part for part in (passage.section, passage.part) if part)
    facts = ", ".join(fact for fact in (place, origin.licence or "all rights reserved") if fact)
    return f'"{origin.portfolio}"{author} ({facts})'
