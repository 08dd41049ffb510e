"""DUP-2: words of somebody else's passage, or nearly its words, without its source."""

from collections.abc import Iterator

from cmalt_tui.model.finding import Finding, Level
from cmalt_tui.model.overlap import CLOSE, RIGHT_IN_A_HUNDRED, Likeness, Overlap
from cmalt_tui.model.passage import Passage
from cmalt_tui.review.reviewed import Reviewed
from cmalt_tui.review.reviewed_text import ReviewedText
from cmalt_tui.review.rule import Rule

LONG_RUN = 12
_QUESTION = "Say it in your own words, or quote it with its source?"


def _find(reviewed: Reviewed) -> Iterator[Finding]:
    """Twelve words in a row are a warning; six and more, and close paraphrases, a hint."""
    if reviewed.overlaps is not None:
        for text in reviewed.texts:
            for overlap in reviewed.overlaps(text.text):
                yield _finding(text, overlap)


def _finding(reviewed: ReviewedText, overlap: Overlap) -> Finding:
    is_grave = overlap.kind is Likeness.SAME_WORDS and overlap.words >= LONG_RUN
    return Finding(
        "DUP-2",
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


RULE = Rule(
    "DUP-2",
    "words of an example, or nearly its words, without its source",
    "Examples are there to be read. What stays in the ear comes back as one's own sentence, and the"
    " candidate signs that the portfolio is their own work.",
    "“In a fictional portfolio, Rowan (2021) found that captions help in loud rooms; in ours …”",
    "The declaration that candidates sign; from which likeness on a sentence is called a paraphrase"
    " was measured.",
    _find,
)
