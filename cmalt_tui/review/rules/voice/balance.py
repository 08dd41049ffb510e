"""BAL-1: a part that is much longer or shorter than in other people's portfolios."""

from collections.abc import Iterator

from cmalt_tui.model.finding import Finding, Level
from cmalt_tui.model.outline import Entry, base_id
from cmalt_tui.model.portfolio import DESCRIPTION, EVIDENCE, REFLECTION
from cmalt_tui.review.reviewed import Norm, Reviewed
from cmalt_tui.review.rule import Rule
from cmalt_tui.review.written_words import reflection_words, shown_words

_PARTS = (DESCRIPTION, EVIDENCE, REFLECTION)
_NAMES = {DESCRIPTION: "description", EVIDENCE: "evidence notes", REFLECTION: "reflection"}
_LEAST = 100
_TWICE = 2


def _find(reviewed: Reviewed) -> Iterator[Finding]:
    for entry in reviewed.entries:
        counted = words_by_part(entry)
        norms = {part: reviewed.norms.get((base_id(entry.id), part)) for part in _PARTS}
        far = [part for part in _PARTS if _side(counted[part], norms[part])]
        if not far or sum(counted.values()) < _LEAST:
            continue
        told = ", ".join(_told(part, counted[part], norms[part]) for part in _PARTS)
        yield Finding(
            "BAL-1",
            Level.HINT,
            entry.id,
            far[0],
            message=f"Words here, and the middle half of other portfolios: {told}.",
            question=_question(far, counted, norms),
        )


def words_by_part(entry: Entry) -> dict[str, int]:
    """The words of a section's description, of its notes on evidence and of its reflections."""
    written = entry.written
    return {
        DESCRIPTION: shown_words(written.description),
        EVIDENCE: shown_words(*(use.shows for use in written.evidence)),
        REFLECTION: reflection_words(entry),
    }


def _side(words: int, norm: Norm | None) -> int:
    """1 where it is far longer than the others' texts, -1 where far shorter; a gap is neither."""
    if norm is None or not words:
        return 0
    if words > _TWICE * norm.upper:
        return 1
    return -1 if words * _TWICE < norm.lower else 0


def _told(part: str, words: int, norm: Norm | None) -> str:
    if norm is None:
        return f"{_NAMES[part]} {words:,}"
    return f"{_NAMES[part]} {words:,} ({norm.lower:,} to {norm.upper:,} in {norm.portfolios})"


def _question(far: list[str], counted: dict[str, int], norms: dict[str, Norm | None]) -> str:
    sides = {part: _side(counted[part], norms[part]) for part in far}
    if sides.get(DESCRIPTION) == 1:
        return "Which part of the description could be a piece of evidence, or a sentence of it?"
    if sides.get(REFLECTION) == -1:
        return "What did you make of it that only you can say?"
    if sides.get(DESCRIPTION) == -1:
        return "Would somebody who was not there know what you did?"
    if sides.get(EVIDENCE) == -1:
        return "Where should an assessor look, and what does it show?"
    return "Is this length what you want it to be?"


RULE = Rule(
    "BAL-1",
    "parts much longer or shorter than others' are",
    "Assessors look for balance between what you did, what shows it and what you made of it. There"
    " is no right share: sections with little reflection and with much have both been graded well.",
    "Others' ranges are in the brackets; yours may have good reasons to lie outside.",
    "ALT's assessment form of May 2026, on balance. The ranges are counted in your own example"
    " corpus, from the lower to the upper quartile; half and twice of them are our limits.",
    _find,
)
