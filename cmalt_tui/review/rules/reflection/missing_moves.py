"""REF-2: a move of reflection that was not found, as one question about the section's own text."""

from collections.abc import Iterator
from functools import cache

from cmalt_tui.model.finding import Finding, Level
from cmalt_tui.model.portfolio import REFLECTION
from cmalt_tui.review.moves import (
    MoveQuestion,
    MoveRules,
    Register,
    SectionXray,
    load_move_rules,
    move_of,
    xray_section,
)
from cmalt_tui.review.reviewed import Reviewed
from cmalt_tui.review.rule import Rule

_ID = "REF-2"
_MOST = 2
# A feeling helps, but a professional account is none the worse without one; the X-ray shows it.
_NOT_RAISED = frozenset({"feeling"})


def _find(reviewed: Reviewed) -> Iterator[Finding]:
    for entry in reviewed.entries:
        if not any(piece.text.strip() for piece in entry.written.reflections):
            continue
        xray = xray_section(entry.written, reviewed.move_rules or _shipped_rules())
        asked = tuple(one for one in xray.questions if one.move not in _NOT_RAISED)
        for question in _placed(xray, asked[:_MOST]):
            yield Finding(
                _ID,
                Level.HINT,
                entry.id,
                question.part,
                question.item,
                f"No sentence was found here that {move_of(question.move).meaning}."
                " It may be there in words that the rules don't know.",
                question.question,
                question.quote,
                question.start,
            )


def _placed(xray: SectionXray, questions: tuple[MoveQuestion, ...]) -> Iterator[MoveQuestion]:
    """Give each question a sentence of its own, by which an answer to it is remembered."""
    reflected = [text for text in xray.texts if text.part == REFLECTION]
    free = [(text, one) for text in reflected for one in reversed(text.sentences)]
    used: set[str] = set()
    for question in questions:
        if not question.quote or question.quote in used:
            for text, one in free:
                if one.text not in used:
                    question = question._replace(
                        quote=one.text, part=text.part, item=text.item, start=one.start
                    )
                    break
        used.add(question.quote)
        yield question


@cache
def _shipped_rules() -> MoveRules:
    return load_move_rules(registers=(Register.PROFESSIONAL,))


RULE = Rule(
    _ID,
    "a move of reflection that was not found",
    "A reflection that weighs up, looks back and looks ahead shows thinking; one that only tells"
    " goes on describing. At most two questions are asked about a section, the weightiest first.",
    "“If I ran the comparison again, I would take every option to the loudest room first.”",
    "ALT's assessors on critical reflection; Ullmann 2019 and Gibson, Knight and Buckingham Shum"
    " for the moves; Renner and others 2016 for asking concretely.",
    _find,
)
