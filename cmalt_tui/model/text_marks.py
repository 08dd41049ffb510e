"""The marks that interviews and templates leave in a text: comments, which no export shows."""

import re
from collections.abc import Collection, Sequence
from datetime import date
from typing import NamedTuple

from cmalt_tui.model.dates import long_date
from cmalt_tui.plain_text import without_comments

_DRAFT = "draft from answers"
_DRAFT_MARK = re.compile(rf"<!-- {_DRAFT}(?: to ([0-9, and]{{1,80}}) of (\d+))?[^\n>]{{0,80}}-->")
_PROMPT_MARK = re.compile(r"<!-- \? ([^\n]{1,400}?) -->")
_HEADING = re.compile(r"^#{1,6}\s.*$", re.MULTILINE)


class DraftMark(NamedTuple):
    """What the marks of a draft say: which questions were answered, out of how many."""

    answered: frozenset[int]
    of: int


def draft_mark(answered: Collection[int], of: int, day: date) -> str:
    """Mark a text as a draft from answers; a person takes the line out when it is reworked.

    Args:
        answered: The numbers of the questions, from 1.
        of: How many questions there are.
        day: The day of the interview.
    """
    *first, last = [str(number) for number in sorted(answered)]
    listed = f"{', '.join(first)} and {last}" if first else last
    return f"<!-- {_DRAFT} to {listed} of {of}, {long_date(day)} -->"


def read_draft_mark(text: str) -> DraftMark | None:
    """Read what the marks of a text say together; None where it is not marked as a draft."""
    answered: set[int] = set()
    of, marked = 0, False
    for mark in _DRAFT_MARK.finditer(text):
        marked = True
        answered |= {int(number) for number in re.findall(r"\d+", mark[1] or "")}
        of = max(of, int(mark[2] or 0))
    return DraftMark(frozenset(answered), of) if marked else None


def prompt_marks(prompts: Sequence[str]) -> str:
    """Write prompts as comments with room below each for what is written to it."""
    marks = (f"<!-- ? {prompt.replace('--', '–')} -->" for prompt in prompts)
    return "\n\n\n\n".join(marks)


def unanswered_prompts(text: str) -> tuple[str, ...]:
    """List the prompts below which nothing has been written: headings and comments don't count."""
    marks = list(_PROMPT_MARK.finditer(text))
    if not marks:
        return ()
    ends = [*(mark.start() for mark in marks[1:]), len(text)]
    below = (text[mark.end() : end] for mark, end in zip(marks, ends, strict=True))
    return tuple(
        mark[1]
        for mark, answer in zip(marks, below, strict=True)
        if not _HEADING.sub("", without_comments(answer)).strip()
    )
