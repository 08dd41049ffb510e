"""A picture of how a portfolio grew, in letters, for the screen and for the shell."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from cmalt_tui.model.dates import day_and_month
from cmalt_tui.model.finding import Level
from cmalt_tui.model.portfolio import Status
from cmalt_tui.plain_text import amount
from cmalt_tui.workbench.progress_record import ProgressDay

LEAST_WIDTH = 32
_WIDEST = 100
_LONGEST = timedelta(weeks=26)
_BARS = " ▁▂▃▄▅▆▇█"
_ROWS = 5
_LABEL = 11
_SHORT_MONTH = 3
# What the rows of sections are called, and which statuses they count.
_GROUPS = (
    ("done", (Status.DONE,)),
    ("in work", (Status.REVIEW, Status.DRAFT, Status.NOTES)),
    ("empty", (Status.EMPTY,)),
)
_FIRST_DAY = (
    "This is the first day that is noted. The picture grows with the days on which you write "
    "or look here."
)


class _Column(NamedTuple):
    """A stretch of days: how far the portfolio was at its end, if that is known."""

    end: date
    known: ProgressDay | None


def progress_in_words(days: Sequence[ProgressDay], today: date) -> tuple[str, ...]:
    """Say how a portfolio grew, in whole sentences.

    Args:
        days: Of one portfolio, the first one first.
        today: Days after it, which a wrong clock left, are passed over.
    """
    known = _known(days, today)
    if not known:
        return ("Nothing was noted about this portfolio so far.",)
    now = known[-1]
    if len(known) == 1:
        return (_FIRST_DAY,)
    first = known[0]
    change = _changed(now.words_in_all - first.words_in_all)
    span = amount((now.day - first.day).days, "day")
    lines = [
        f"{amount(now.words_in_all, 'word')} on {day_and_month(now.day)}, "
        f"{change} on {day_and_month(first.day)}, {span} before."
    ]
    done, before = now.statuses.get(Status.DONE.value, 0), first.statuses.get(Status.DONE.value, 0)
    if done or before:
        lines.append(f"{_sections(done)} called done, {before or 'none'} then.")
    lines += _findings_in_words(known)
    return tuple(lines)


def progress_picture(days: Sequence[ProgressDay], today: date, width: int = 60) -> tuple[str, ...]:
    """Draw the last weeks: words as an area, sections by how far they are as three rows.

    A line is never wider than asked for, as long as that is `LEAST_WIDTH` or more.

    Args:
        days: Of one portfolio, the first one first.
        today: The day that the picture ends with.
        width: How many columns there are.
    """
    known = _known(days, today)
    if len(known) < 2:
        return ()
    columns = _columns(known, today, min(width, _WIDEST) - _LABEL - 2)
    lines = [*_area(columns), *_axis(columns), ""]
    # One scale for all rows, so that they can be held against each other.
    most = max(sum(column.known.statuses.values()) for column in columns if column.known)
    for name, statuses in _GROUPS:
        lines.append(_row(name, columns, statuses, most))
    return (*(line.rstrip() for line in lines), "")


def progress_as_json(days: Sequence[ProgressDay]) -> list[dict[str, object]]:
    """Lay the days out as ``status --full --json`` prints them."""
    return [
        {
            "day": one.day.isoformat(),
            "words": one.words_in_all,
            "statuses": dict(one.statuses),
            **({} if one.findings is None else {"findings": dict(one.findings)}),
        }
        for one in days
    ]


def _known(days: Sequence[ProgressDay], today: date) -> list[ProgressDay]:
    return [one for one in days if today - _LONGEST <= one.day <= today]


def _columns(known: Sequence[ProgressDay], today: date, width: int) -> list[_Column]:
    """Cut the time from the first day to today into columns; what is known holds until changed."""
    first = known[0].day
    span = (today - first).days + 1
    count = max(2, min(width, span))
    columns, place = [], 0
    for number in range(count):
        end = first + timedelta(days=(number + 1) * span // count - 1)
        while place < len(known) and known[place].day <= end:
            place += 1
        columns.append(_Column(end, known[place - 1] if place else None))
    return columns


def _area(columns: Sequence[_Column]) -> Iterator[str]:
    """Draw the words, from 0 at the bottom to the most at the top."""
    counts = [column.known.words_in_all if column.known else 0 for column in columns]
    most = max(counts, default=0)
    steps = _ROWS * (len(_BARS) - 1)
    heights = [-(-count * steps // max(1, most)) for count in counts]
    for row in reversed(range(_ROWS)):
        label = f"{most:,}" if row == _ROWS - 1 else "words" if row == _ROWS - 2 else ""
        label = "0" if row == 0 else label
        base = row * (len(_BARS) - 1)
        bars = "".join(_BARS[max(0, min(len(_BARS) - 1, height - base))] for height in heights)
        yield f"{label[:_LABEL]:>{_LABEL}} │{bars}"


def _axis(columns: Sequence[_Column]) -> Iterator[str]:
    """Draw the line below, with its first and its last day."""
    yield f"{'':>{_LABEL}} └{'─' * len(columns)}"
    left, right = _short(columns[0].end), _short(columns[-1].end)
    gap = len(columns) - len(left) - len(right)
    told = f"{left}{' ' * gap}{right}" if gap >= 2 else f"{left} to {right}"
    yield f"{'':>{_LABEL}}  {told}"


def _row(name: str, columns: Sequence[_Column], statuses: Sequence[Status], most: int) -> str:
    """Draw how many sections are so far over time on one line, with how many it are now."""
    counts = [_count(column.known, statuses) if column.known else 0 for column in columns]
    bars = "".join(_BARS[-(-count * (len(_BARS) - 1) // max(1, most))] for count in counts)
    return f"{name:<{_LABEL - 4}}{min(counts[-1], 9_999):>4} │{bars}"


def _count(day: ProgressDay, statuses: Sequence[Status]) -> int:
    return sum(day.statuses.get(status.value, 0) for status in statuses)


def _short(day: date) -> str:
    number, _, month = day_and_month(day).partition(" ")
    return f"{number} {month[:_SHORT_MONTH]}"


def _sections(count: int) -> str:
    return f"{amount(count, 'section')} {'is' if count == 1 else 'are'}"


def _changed(difference: int) -> str:
    if not difference:
        return "as many as"
    more = "more" if difference > 0 else "fewer"
    return f"{abs(difference):,} {more} than"


def _findings_in_words(known: Sequence[ProgressDay]) -> Iterator[str]:
    reviewed = [one for one in known if one.findings is not None]
    if len(reviewed) < 2:
        return
    then, now = reviewed[0].findings or {}, reviewed[-1].findings or {}
    names = {Level.ERROR: "error", Level.WARNING: "warning", Level.HINT: "hint"}
    told = [
        f"{amount(now.get(level.value, 0), name)} ({then.get(level.value, 0)} then)"
        for level, name in names.items()
        if now.get(level.value) or then.get(level.value)
    ]
    if told:
        yield f"Open in the review: {', '.join(told)}."
