"""The log of writing sessions: when one wrote, how many words, and none of the words themselves."""

from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime

from cmalt_tui.atomic_file import write_atomically
from cmalt_tui.places import Places
from cmalt_tui.problems import InputProblem
from cmalt_tui.workbench.line_file import (
    append_line,
    line_of,
    read_lines,
    told_number,
    told_text,
)

# A session of eight hours may leave 100 kB of lines, until they are brought down to one.
_FULL = 1_000_000
_MOST_SESSIONS = 3_000
_MOST = 100_000_000
_FIRST_YEAR, _LAST_YEAR = 1980, 2200


@dataclass(frozen=True)
class WritingSession:
    """One stretch from the opening of a portfolio to its closing.

    Attributes:
        id: Tells sessions apart that were begun in the same second.
        portfolio: The portfolio's folder.
        start, end: With the offset from UTC that held there and then.
        net: Words that the portfolio has more than before; less than 0 if it became shorter.
        added: Words that were put in, whatever was taken out again.
        idle_seconds: How long no key came, counting only what is longer than two minutes.
    """

    id: str
    portfolio: str
    start: datetime
    end: datetime
    net: int
    added: int
    idle_seconds: int

    @property
    def seconds(self) -> int:
        """How long one was at it."""
        return max(0, int((self.end - self.start).total_seconds()) - self.idle_seconds)


def log_session(places: Places, session: WritingSession) -> None:
    """Put down how a session stands; the last line of a session is the one that counts."""
    append_line(places.sessions_file, _told(session))


def logged_sessions(places: Places) -> tuple[WritingSession, ...]:
    """List all sessions, the first one first; lines that can't be used are passed over."""
    found = {session.id: session for session in read_lines(places.sessions_file, _session)}
    return tuple(sorted(found.values(), key=lambda session: session.start)[-_MOST_SESSIONS:])


def shorten_log(places: Places) -> None:
    """Bring a log that grew long down to one line a session, and to the sessions of some years.

    A line that another program writes at this very moment may be lost; the next one of its session
    says the same and more.
    """
    with suppress(OSError, InputProblem):
        if places.sessions_file.stat().st_size > _FULL:
            lines = (line_of(_told(session)) for session in logged_sessions(places))
            write_atomically(places.sessions_file, lines)


def _told(session: WritingSession) -> dict[str, object]:
    told = asdict(session)
    for moment in ("start", "end"):
        told[moment] = told[moment].isoformat(timespec="seconds")
    return told


def _session(told: dict[str, object]) -> WritingSession:
    return WritingSession(
        id=told_text(told["id"]),
        portfolio=told_text(told["portfolio"]),
        start=_moment(told["start"]),
        end=_moment(told["end"]),
        net=told_number(told["net"], -_MOST),
        added=told_number(told["added"]),
        idle_seconds=told_number(told["idle_seconds"]),
    )


def _moment(value: object) -> datetime:
    moment = datetime.fromisoformat(told_text(value))
    if moment.tzinfo is None or not _FIRST_YEAR <= moment.year <= _LAST_YEAR:
        raise ValueError
    return moment
