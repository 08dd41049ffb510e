"""A plan for some hours offline: the next steps in a sensible order, with breaks between."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cmalt_tui.model.framework import Framework
from cmalt_tui.model.outline import Entry, entries
from cmalt_tui.model.portfolio import Portfolio
from cmalt_tui.model.text_address import TextAddress, addresses_of
from cmalt_tui.workbench.next_step import LONGEST, NEEDS_OTHERS, Step, next_step

MOST_HOURS = 48.0
_WORK_BEFORE_BREAK = 50
_BREAK, _MEAL, _MEAL_EVERY = 10, 30, 180
_READ_ALOUD = 110  # words a minute
_LAST = 99


class Slot(NamedTuple):
    """A stretch of the plan: a step, or a break where ``step`` is None; minutes from its start."""

    start: int
    minutes: int
    step: Step | None = None


class FlightPlan(NamedTuple):
    """What to do in some hours.

    Attributes:
        minutes: How long there is.
        slots: Steps and breaks in order.
        before: Steps that need other people or the network, to be done before.
    """

    minutes: int
    slots: tuple[Slot, ...]
    before: tuple[Step, ...]

    @property
    def left(self) -> int:
        """The minutes for which there is nothing to do."""
        used = self.slots[-1].start + self.slots[-1].minutes if self.slots else 0
        return self.minutes - used

    @property
    def texts(self) -> tuple[TextAddress, ...]:
        """The texts that the plan works on, each once, in order."""
        steps = (slot.step for slot in self.slots)
        found = (step.address for step in steps if step is not None)
        return tuple(dict.fromkeys(one for one in found if one is not None and one.is_text))


def flight_plan(
    framework: Framework, portfolio: Portfolio, steps: Sequence[Step], minutes: int
) -> FlightPlan:
    """Fill a time with steps; where they don't, with reading what is written aloud.

    Args:
        framework: The framework of the portfolio.
        portfolio: The portfolio.
        steps: From `cmalt_tui.workbench.next_step.next_steps`.
        minutes: How long there is.
    """
    before = tuple(step for step in steps if step.rank in NEEDS_OTHERS)
    offline = [step for step in steps if step.rank not in NEEDS_OTHERS]
    listed = (*_in_turn(offline), *_reading(framework, portfolio))
    return FlightPlan(minutes, tuple(_laid_out(listed, minutes)), before)


def _in_turn(steps: Sequence[Step]) -> Iterator[Step]:
    """The steps in the order in which they would be offered one after another."""
    left = list(steps)
    last: Step | None = None
    while (step := next_step(left, last)) is not None:
        left.remove(step)
        last = step
        yield step


def _reading(framework: Framework, portfolio: Portfolio) -> Iterator[Step]:
    for entry in entries(framework, portfolio):
        words = sum(entry.written.words.values())
        if words and not entry.parked and not entry.broken:
            yield _read_aloud(entry, words)


def _read_aloud(entry: Entry, words: int) -> Step:
    return Step(
        "read it as an assessor would, and note what stops you",
        entry.name,
        entry.id,
        addresses_of(entry)[0],
        min(LONGEST, max(5, words // _READ_ALOUD)),
        "a slow reading finds what writing hides",
        _LAST,
    )


def _laid_out(steps: Sequence[Step], minutes: int) -> Iterator[Slot]:
    now, worked, since_meal = 0, 0, 0
    too_long: set[str] = set()
    for step in steps:
        if step.section in too_long:
            # What comes later in a section builds on what comes before.
            continue
        rest = 0
        if worked and worked + step.minutes > _WORK_BEFORE_BREAK:
            rest = _MEAL if since_meal + worked >= _MEAL_EVERY else _BREAK
        if now + rest + step.minutes > minutes:
            too_long.add(step.section)
            continue
        if rest:
            yield Slot(now, rest)
            since_meal = 0 if rest == _MEAL else since_meal + worked
            now, worked = now + rest, 0
        yield Slot(now, step.minutes, step)
        now, worked = now + step.minutes, worked + step.minutes
