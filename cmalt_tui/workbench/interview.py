"""The interview: a section's questions one at a time, and the draft that the answers make."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from cmalt_tui.model.editing import with_text
from cmalt_tui.model.framework import Framework
from cmalt_tui.model.moving import appended
from cmalt_tui.model.outline import Entry
from cmalt_tui.model.portfolio import REFLECTION, Portfolio, Status
from cmalt_tui.model.question import Question, QuestionsByPart
from cmalt_tui.model.text_address import NOTE, TextAddress, text_at
from cmalt_tui.model.text_marks import draft_mark, read_draft_mark

MOST_QUESTIONS = 8


def questions_for(
    framework: Framework, entry: Entry, part: str, written: QuestionsByPart
) -> tuple[Question, ...]:
    """The questions on one part of a section.

    Where nobody wrote any for it, the prompts of the framework stand in: those of the section
    first for a description, those of the part first for a reflection.

    Args:
        framework: The framework of the portfolio.
        entry: The section.
        part: ``description``, ``reflection`` or ``statement``.
        written: What `cmalt_tui.frameworks.questions.load_questions` found.
    """
    if part == NOTE:
        return ()
    own = written.get((entry.asked.id, part))
    if own:
        return own
    of_section = [Question(ask) for ask in entry.asked.prompts]
    described = framework.part(part)
    of_part = [Question(ask, described.ask) for ask in described.prompts]
    if not entry.asked.parts:
        of_part = []
    ordered = of_part + of_section if part == REFLECTION else of_section + of_part
    return tuple(ordered[:MOST_QUESTIONS])


def first_open(text: str, count: int) -> int:
    """The number, from 0, of the first question that a text doesn't say was answered."""
    mark = read_draft_mark(text)
    answered = mark.answered if mark else frozenset()
    return next((number for number in range(count) if number + 1 not in answered), 0)


def answers_as_text(answers: Mapping[int, str], of: int, today: date) -> str:
    """Make a draft of answers, marked as one, each a paragraph, in the order of the questions.

    Args:
        answers: What was typed, by the number of its question from 0; blank ones are left out.
        of: How many questions there are.
        today: The date of the mark.

    Returns:
        The draft; empty where nothing was answered.
    """
    given = {number: answer.strip() for number, answer in answers.items() if answer.strip()}
    if not given:
        return ""
    mark = draft_mark([number + 1 for number in given], of, today)
    return "\n\n".join([mark, *(given[number] for number in sorted(given))])


def with_draft(text: str, before: str, draft: str) -> str:
    """Put a draft into a text: at the end of it, or over an earlier version of the draft.

    Args:
        text: The text as it stands; somebody else may have changed it meanwhile.
        before: The earlier version of this draft; empty for none.
        draft: The draft as it is now; empty to take the earlier one out.
    """
    if before and before in text:
        start = text.rindex(before)
        head, tail = text[:start], text[start + len(before) :]
        if draft or tail.strip():
            return head + draft + tail
        return head.rstrip("\n")
    return appended(text, draft) if draft else text


def with_answers(
    portfolio: Portfolio, address: TextAddress, text: str, today: date | None = None
) -> Portfolio:
    """Put a text made of answers in its place; a section with nothing but notes becomes a draft.

    Args:
        portfolio: The version before.
        address: Where the text stands.
        text: From `with_draft`.
        today: The date that a new reflection gets.
    """
    if text == text_at(portfolio, address):
        return portfolio
    changed = with_text(portfolio, address, text, today)
    section = changed.section(address.section)
    if section.status is Status.NOTES and text.strip():
        changed = changed.with_section(replace(section, status=Status.DRAFT))
    return changed


def questions_left(text: str, questions: Sequence[Question]) -> tuple[Question, ...]:
    """The questions that a text doesn't say were answered; none where all of it is one's own."""
    mark = read_draft_mark(text)
    if mark is None:
        return () if text.strip() else tuple(questions)
    return tuple(
        question for number, question in enumerate(questions, 1) if number not in mark.answered
    )
