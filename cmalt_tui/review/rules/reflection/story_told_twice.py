"""DUP-1: the same words, nearly the same, or the same story in two sections."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from cmalt_tui.model.finding import Finding, Level
from cmalt_tui.review.reviewed import Reviewed
from cmalt_tui.review.rule import Rule
from cmalt_tui.review.rules.reflection.same_story import same_stories
from cmalt_tui.review.rules.reflection.told_paragraphs import Paragraph, told_paragraphs

_SHARE = 0.35
_MOST_PLACES = 6
_BEGINNING = 14
_WORDS = 4
_QUESTION = (
    "Could one of the two sections tell it, and the other one point there or take another example?"
)


def _find(reviewed: Reviewed) -> Iterator[Finding]:
    paragraphs = told_paragraphs(reviewed)
    names = {entry.id: entry.name for entry in reviewed.entries}
    found: set[tuple[str, str]] = set()
    for later, earlier in _pairs(paragraphs):
        found.add((earlier.section, later.section))
        told = f"This is told in {names[earlier.section]} as well, in nearly the same words:"
        yield _finding(later, f"{told} “{_beginning(earlier.read)}”")
    for story in same_stories(paragraphs):
        if (story.earlier.section, story.later.section) in found:
            continue
        told = f"{names[story.earlier.section]} may tell the same story:"
        words = ", ".join(f"“{word}”" for word in story.words[:_WORDS])
        beginning = _beginning(story.earlier.read)
        yield _finding(story.later, f"{told} “{beginning}” Both speak of {words}.")


def _finding(paragraph: Paragraph, told: str) -> Finding:
    text = paragraph.text
    return Finding(
        "DUP-1",
        Level.HINT,
        text.section,
        text.part,
        text.item,
        told,
        _QUESTION,
        paragraph.read,
        paragraph.start,
    )


def _pairs(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[Paragraph, Paragraph]]:
    """Each paragraph with the earlier one of another section that it is most like, if any is."""
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, paragraph in enumerate(paragraphs):
        shared: Counter[int] = Counter()
        for run in paragraph.runs:
            known = places[run]
            if len(known) <= _MOST_PLACES:
                shared.update(known)
            known.append(number)
        for other, count in shared.most_common():
            earlier = paragraphs[other]
            shorter = min(len(paragraph.runs), len(earlier.runs))
            if earlier.section != paragraph.section and count >= _SHARE * shorter:
                yield paragraph, earlier
                break


def _beginning(read: str) -> str:
    words = read.split()
    return " ".join(words[:_BEGINNING]) + (" …" if len(words) > _BEGINNING else "")


RULE = Rule(
    "DUP-1",
    "the same story in two sections",
    "An example that comes twice takes the place of another one. Assessors have sent portfolios"
    " back for it, most often where a core area and the specialist option tell the same story.",
    "“How the pilot was chosen is told in 1a; here I look at what it did to the timetable.”",
    "Candidates' accounts of referrals; Senior guidelines 2019: a specialist section has to stand"
    " by itself. Likeness: runs of four word stems, a third of the shorter paragraph; or seven rare"
    " words.",
    _find,
    is_local=False,
)
