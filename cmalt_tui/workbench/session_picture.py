"""A small picture of the last weeks of writing, in letters, for the screen and for the shell."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from pathlib import PurePath
from typing import NamedTuple

from cmalt_tui.plain_text import amount
from cmalt_tui.workbench.session_log import WritingSession

_WEEKS = 6
_BARS = "▁▂▃▄▅▆▇█"
_NONE = "·"
_DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
_LONGEST_NAME = 32


class Written(NamedTuple):
    """What was written in some stretch of time: words put in, words more than before, seconds."""

    added: int = 0
    net: int = 0
    seconds: int = 0

    def plus(self, session: WritingSession) -> "Written":
        """With another session."""
        return Written(
            self.added + session.added, self.net + session.net, self.seconds + session.seconds
        )


def by_day(sessions: Iterable[WritingSession]) -> dict[date, Written]:
    """Sum sessions up by the day on which they began."""
    days: dict[date, Written] = defaultdict(Written)
    for session in sessions:
        day = session.start.date()
        days[day] = days[day].plus(session)
    return dict(days)


def by_portfolio(sessions: Iterable[WritingSession]) -> dict[str, Written]:
    """Sum sessions up by the portfolio's folder, the one that was written in last first."""
    found: dict[str, Written] = {}
    for session in sorted(sessions, key=lambda session: session.start, reverse=True):
        found[session.portfolio] = found.get(session.portfolio, Written()).plus(session)
    return found


def days_in_a_row(days: Iterable[date], today: date) -> int:
    """Count the days with writing up to today, or up to yesterday where today has none yet."""
    written, day = set(days), today
    if day not in written:
        day -= timedelta(1)
    count = 0
    while day in written:
        count += 1
        day -= timedelta(1)
    return count


def picture(sessions: Sequence[WritingSession], today: date) -> tuple[str, ...]:
    """Draw the last weeks: a row a week, a column a day, and in words what they come to.

    Args:
        sessions: From the log.
        today: The day that the picture ends with.
    """
    if not sessions:
        return ("Nothing has been written yet. Each session is noted from its first change on.",)
    days = by_day(sessions)
    monday = today - timedelta(today.weekday())
    weeks = [monday - timedelta(7 * back) for back in reversed(range(_WEEKS))]
    most = max((done.added for day, done in days.items() if day >= weeks[0]), default=0)
    lines = [f"{'week of':<10}{' '.join(_DAYS)}   {'words':>6}  time"]
    lines += [_week(days, start, today, most) for start in weeks]
    lines += ["", *_in_words(days, monday, today)]
    if most:
        words = amount(most, "word")
        lines.append(f"{_BARS[-1]} is       {words}, the most on one of these days")
    names = by_portfolio(sessions)
    lines += ["", "all that was noted"]
    lines += [f"  {_name(folder):<{_LONGEST_NAME}} {_told(done)}" for folder, done in names.items()]
    return tuple(lines)


def sessions_as_json(sessions: Sequence[WritingSession], today: date) -> dict[str, object]:
    """Lay the log out as ``cmalt-tui sessions --json`` prints it."""
    days = by_day(sessions)
    return {
        "schema": 1,
        "days_in_a_row": days_in_a_row(days, today),
        "days": [
            {"day": day.isoformat(), "added": done.added, "net": done.net, "seconds": done.seconds}
            for day, done in sorted(days.items())
        ],
        "sessions": [
            {
                "portfolio": session.portfolio,
                "start": session.start.isoformat(timespec="seconds"),
                "end": session.end.isoformat(timespec="seconds"),
                "added": session.added,
                "net": session.net,
                "idle_seconds": session.idle_seconds,
            }
            for session in sessions
        ],
    }


def _week(days: dict[date, Written], start: date, today: date, most: int) -> str:
    dates = [start + timedelta(n) for n in range(7)]
    bars = [" " if day > today else _bar(days.get(day), most) for day in dates]
    done = _sum(days, dates)
    told = f"{done.added:>6,}  {duration(done.seconds)}" if done.seconds or done.added else ""
    return f"{start.day:>2} {start:%b}    {'  '.join(bars)}    {told}".rstrip()


def _bar(done: Written | None, most: int) -> str:
    if done is None:
        return _NONE
    return _BARS[done.added * (len(_BARS) - 1) // max(1, most)]


def _in_words(days: dict[date, Written], monday: date, today: date) -> list[str]:
    week = [monday + timedelta(n) for n in range(7)]
    count = sum(day in days for day in week)
    on = f" on {amount(count, 'day')}" if count else ""
    lines = [
        f"today      {_told(_sum(days, [today]))}",
        f"this week  {_told(_sum(days, week))}{on}",
    ]
    row = days_in_a_row(days, today)
    if row > 1:
        lines.append(f"in a row   {row} days")
    return lines


def _sum(days: dict[date, Written], wanted: Iterable[date]) -> Written:
    found = [days[day] for day in wanted if day in days]
    return Written(*map(sum, zip(*found, strict=True))) if found else Written()


def _told(done: Written) -> str:
    if not done.seconds and not done.added:
        return "nothing yet"
    words = amount(done.added, "word")
    change = f" ({done.net:+,})" if done.net != done.added else ""
    return f"{words}{change} in {duration(done.seconds)}"


def duration(seconds: int) -> str:
    """Say how long: ``35 min``, ``2 h 05``."""
    minutes = round(seconds / 60)
    return f"{minutes // 60} h {minutes % 60:02}" if minutes >= 60 else f"{minutes} min"


def _name(folder: str) -> str:
    """A portfolio by the name of its folder."""
    name = PurePath(folder).name or folder
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…"
