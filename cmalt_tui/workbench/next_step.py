"""The next step: the smallest useful thing to do now, found in what is there and what is not."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from cmalt_tui.model.framework import Framework
from cmalt_tui.model.outline import Entry, entries
from cmalt_tui.model.portfolio import (
    DECLARATION,
    DESCRIPTION,
    EVIDENCE,
    REFLECTION,
    EvidenceItem,
    Portfolio,
    Status,
)
from cmalt_tui.model.question import Question, QuestionsByPart
from cmalt_tui.model.text_address import NOTE, TextAddress, addresses_of, text_at, title_of
from cmalt_tui.model.text_marks import read_draft_mark, unanswered_prompts
from cmalt_tui.plain_text import count_words, without_comments
from cmalt_tui.workbench.interview import questions_for, questions_left

INBOX = "inbox"  # the part of an address that stands for an item there
LONGEST = 25  # minutes; nothing is offered that takes longer
_QUESTIONS_AT_ONCE = 2
_MINUTES_A_QUESTION = 10
_WORDS_AT_ONCE = 150
_WORDS_READ_A_MINUTE = 60
_OLD_DAYS = 365
_LEFT_DAYS = 60
_SETTLED = ("own", "granted", "anonymised")
_COUNTED = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight")
_NO_DAYS: Mapping[str, date] = {}
_NO_QUESTIONS: QuestionsByPart = {}

# How soon a step comes; steps of the same number are as useful as each other. What is begun comes
# before what is not, and a section is finished before another one is begun.
_MEND, _PROMPTS, _REWORK, _EVIDENCE, _REFLECT, _BEGIN, _LENGTH = range(7)
_PERMISSION, _PLACE, _READ, _STILL_TRUE, _SIGN = range(7, 12)
NEEDS_OTHERS = frozenset({_PERMISSION})
"""The ranks of steps that nobody can do alone and offline."""


class Step(NamedTuple):
    """One thing to do.

    Attributes:
        what: What to do, in words that fit behind a colon.
        place: Where, in words: ``1b Description``.
        section: The id of the section; empty for the inbox or the evidence bank.
        address: The text, evidence or form that it is about, if there is one to go to.
        minutes: About how long it takes, at most `LONGEST`.
        why: Why it is useful.
        rank: How soon it comes; the same for steps that are as useful as each other.
        asks: Whether the interview asks what it is about.
    """

    what: str
    place: str
    section: str
    address: TextAddress | None
    minutes: int
    why: str
    rank: int
    asks: bool = False

    @property
    def said(self) -> str:
        """The step in one line: ``1b Description: answer the first two questions (20 min)``."""
        return f"{self.place}: {self.what} ({self.minutes} min)"


def next_steps(
    framework: Framework,
    portfolio: Portfolio,
    today: date,
    questions: QuestionsByPart = _NO_QUESTIONS,
    touched: Mapping[str, date] = _NO_DAYS,
) -> tuple[Step, ...]:
    """List all that could be done, the most useful first; always in the same order.

    Args:
        framework: The framework of the portfolio.
        portfolio: The portfolio.
        today: The day that ages are counted to.
        questions: What `cmalt_tui.frameworks.questions.load_questions` found.
        touched: The day on which each section's file was changed last, as far as it is known.
    """
    listed = [entry for entry in entries(framework, portfolio) if not entry.parked]
    found: list[Step] = []
    for entry in listed:
        days = (today - touched[entry.id]).days if entry.id in touched else 0
        found += _steps_of(_Place(entry, framework, portfolio, questions, days, today))
    found += _bank(portfolio)
    found += _inbox(portfolio)
    # Sorting keeps the framework's order among steps that are as useful as each other.
    return tuple(sorted(found, key=lambda step: step.rank))


def next_step(steps: Sequence[Step], last: Step | None = None) -> Step | None:
    """Choose the step to offer.

    Args:
        steps: From `next_steps`.
        last: What was offered before: not again if another is as useful.
    """
    if not steps:
        return None
    others = [step for step in steps if step.rank == steps[0].rank and step != last]
    return others[0] if steps[0] == last and others else steps[0]


class _Place(NamedTuple):
    """One section with all that its steps depend on; ``days`` since its file was changed."""

    entry: Entry
    framework: Framework
    portfolio: Portfolio
    questions: QuestionsByPart
    days: int
    today: date

    def step(
        self,
        rank: int,
        what: str,
        minutes: int,
        why: str,
        address: TextAddress | None,
        *,
        whole: bool = False,
    ) -> Step:
        name = self.entry.name
        named = address is not None and address.part in (DESCRIPTION, REFLECTION, EVIDENCE)
        if address is not None and named and not whole:
            part = title_of(self.entry, address, self.framework)
            name = f"{name} {'Evidence' if address.part == EVIDENCE else part}"
        return Step(what, name, self.entry.id, address, min(minutes, LONGEST), why, rank)


def _steps_of(place: _Place) -> Iterator[Step]:
    entry = place.entry
    if entry.broken is not None:
        why = "the file can't be read, so nothing of it is exported"
        yield place.step(_MEND, f"mend {entry.broken.path}", 5, why, None)
    elif entry.is_declaration:
        yield from _sign(place)
    elif entry.asked.least or not entry.written.is_empty:
        texts = [a for a in addresses_of(entry) if a.is_text and a.part != NOTE]
        for address in texts:
            yield from _text(place, address)
        if EVIDENCE in entry.asked.parts and not entry.written.evidence:
            yield from _choose_evidence(place)
        if all(_has_words(place, address) for address in texts):
            yield from _length(place, texts[0])
            yield from _read(place, texts[0])


def _text(place: _Place, address: TextAddress) -> Iterator[Step]:
    text = text_at(place.portfolio, address)
    asked = questions_for(place.framework, place.entry, address.part, place.questions)
    left = questions_left(text, asked)
    prompts = unanswered_prompts(text)
    mark = read_draft_mark(text)
    if prompts:
        first = prompts[0].partition(": ")[0].partition("? ")[0].rstrip("?")
        more = f", the first of {len(prompts)} open prompts" if len(prompts) > 1 else ""
        what = f"write to “{first}”{more}"
        yield place.step(_PROMPTS, what, 15, "a template was begun here", address)
    elif mark is not None:
        yield from _answer(place, address, left, len(asked), _PROMPTS)
        words = count_words(text)
        minutes = max(10, min(LONGEST, words // 10))
        what = "make a text of the answers, and take their mark out"
        yield place.step(_REWORK, what, minutes, "it is marked as a draft from answers", address)
    elif not without_comments(text).strip():
        rank = _REFLECT if address.part == REFLECTION and _described(place) else _BEGIN
        if asked:
            yield from _answer(place, address, left, len(asked), rank)
        else:
            yield place.step(rank, "write the first paragraph", 20, "it has no text yet", address)


def _answer(
    place: _Place, address: TextAddress, left: tuple[Question, ...], of: int, rank: int
) -> Iterator[Step]:
    """Cut the open questions into bites of a few."""
    for start in range(0, len(left), _QUESTIONS_AT_ONCE):
        count = min(_QUESTIONS_AT_ONCE, len(left) - start)
        which = "first" if start == 0 and len(left) == of else "next"
        many = f"{_COUNTED[count]} questions" if count > 1 else "question"
        if start + count == len(left) and start:
            which = "last"
        why = "it has no text yet" if len(left) == of else f"{len(left)} of {of} are still open"
        minutes = count * _MINUTES_A_QUESTION
        step = place.step(rank, f"answer the {which} {many}", minutes, why, address)
        yield step._replace(asks=True)


def _choose_evidence(place: _Place) -> Iterator[Step]:
    # With nothing described there is nothing yet that evidence could show.
    rank = _EVIDENCE if _described(place) else _BEGIN
    unused = sum(not place.portfolio.uses_of(item) for item in place.portfolio.evidence)
    bank = f"{unused} items of the bank are not used yet" if unused > 1 else ""
    address = TextAddress(place.entry.id, EVIDENCE)
    what = "choose an item and say what it shows"
    yield place.step(rank, what, 15, bank or "it has no evidence yet", address)


def _length(place: _Place, address: TextAddress) -> Iterator[Step]:
    asked = place.entry.asked
    words = sum(place.entry.written.words.values())
    if asked.least_words is not None and words < asked.least_words:
        short = asked.least_words - words
        what = f"write about {min(short, _WORDS_AT_ONCE)} words more"
        why = f"{asked.least_words} are asked for, {words} are there"
        yield place.step(_LENGTH, what, LONGEST, why, address, whole=True)
    if asked.most_words is not None and words > asked.most_words:
        over = words - asked.most_words
        what = f"cut about {min(over, _WORDS_AT_ONCE)} words"
        why = f"at most {asked.most_words} are asked for, {words} are there"
        yield place.step(_LENGTH, what, 20, why, address, whole=True)


def _read(place: _Place, address: TextAddress) -> Iterator[Step]:
    written = place.entry.written
    minutes = max(5, sum(written.words.values()) // _WORDS_READ_A_MINUTE)
    if written.status not in (Status.DONE, Status.REVIEW):
        why = "all its parts are there"
        if place.days >= _LEFT_DAYS:
            why = f"nobody has touched it for {place.days // 30} months"
        yield place.step(
            _READ, "read it once more and say how far it is", minutes, why, address, whole=True
        )
        return
    dated = [piece.written for piece in written.reflections if piece.written]
    oldest = max([place.days, *((place.today - day).days for day in dated)])
    if oldest >= _OLD_DAYS:
        why = f"part of it is from {oldest // 30} months ago"
        yield place.step(
            _STILL_TRUE, "read whether it is still true", minutes, why, address, whole=True
        )


def _sign(place: _Place) -> Iterator[Step]:
    asked, filled = place.entry.asked, place.entry.written.declaration
    needed = [name for name in asked.fields if name not in asked.optional_fields]
    empty = [name.replace("_", " ") for name in needed if not filled.get(name, "").strip()]
    if empty:
        address = TextAddress(place.entry.id, DECLARATION)
        what = f"fill in {' and '.join(empty)}"
        yield place.step(_SIGN, what, 5, "it has to be signed before it is sent", address)


def _bank(portfolio: Portfolio) -> Iterator[Step]:
    for item in portfolio.evidence.values():
        uses = portfolio.uses_of(item.id)
        if not uses or not _is_open(item):
            continue
        what = f"settle the permission of “{item.title}”"
        why = "people have to agree or be made anonymous, and answers take time"
        address = TextAddress(uses[0], EVIDENCE)
        yield Step(what, "Evidence", uses[0], address, 10, why, _PERMISSION)


def _is_open(item: EvidenceItem) -> bool:
    return item.permission in ("asked", "needed") or (
        bool(item.people) and item.permission not in _SETTLED
    )


def _inbox(portfolio: Portfolio) -> Iterator[Step]:
    for item in portfolio.inbox:
        name = item.heading or item.source or item.id
        why = item.reason or "it waits for a place"
        address = TextAddress("", INBOX, item.id)
        yield Step(f"find a place for “{name}”", "Inbox", "", address, 5, why, _PLACE)


def _described(place: _Place) -> bool:
    description = TextAddress(place.entry.id, DESCRIPTION)
    return DESCRIPTION not in place.entry.asked.parts or _has_words(place, description)


def _has_words(place: _Place, address: TextAddress) -> bool:
    return bool(without_comments(text_at(place.portfolio, address)).strip())
