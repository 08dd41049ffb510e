"""The log of writing sessions: when one wrote, how many words, and none of the words themselves."""

import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime

from cmalt_tui.atomic_file import write_atomically
from cmalt_tui.places import Places
from cmalt_tui.plain_text import clean_line
from cmalt_tui.problems import InputProblem

# A session of eight hours may leave 100 kB of lines, until they are brought down to one.
_FULL = 1_000_000
_MOST_READ = 4 * _FULL
_MOST_SESSIONS = 3_000
_LONGEST_LINE = 8_000
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
    """Put down how a session stands; the last line of a session is the one that counts.

    Each line goes to the end of the file in one call, so that several programs may write at once
    and one that is killed leaves what it told last. Where the log can't be written, none is kept.
    """
    with suppress(OSError):
        places.sessions_file.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(places.sessions_file, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
        try:
            # After a line that a full disk tore, this one still stands by itself.
            os.write(descriptor, (b"" if _ends_whole(descriptor) else b"\n") + _line(session))
        finally:
            os.close(descriptor)


def logged_sessions(places: Places) -> tuple[WritingSession, ...]:
    """List all sessions, the first one first; lines that can't be used are passed over."""
    try:
        with places.sessions_file.open("rb") as file:
            file.seek(max(0, os.fstat(file.fileno()).st_size - _MOST_READ))
            lines = file.read(_MOST_READ).split(b"\n")
    except OSError:
        return ()
    found: dict[str, WritingSession] = {}
    for line in lines:
        session = _session(line)
        if session is not None:
            found[session.id] = session
    return tuple(sorted(found.values(), key=lambda session: session.start)[-_MOST_SESSIONS:])


def shorten_log(places: Places) -> None:
    """Bring a log that grew long down to one line a session, and to the sessions of some years.

    A line that another program writes at this very moment may be lost; the next one of its session
    says the same and more.
    """
    with suppress(OSError, InputProblem):
        if places.sessions_file.stat().st_size > _FULL:
            write_atomically(places.sessions_file, map(_line, logged_sessions(places)))


def _ends_whole(descriptor: int) -> bool:
    size = os.fstat(descriptor).st_size
    if not size:
        return True
    os.lseek(descriptor, size - 1, os.SEEK_SET)
    return os.read(descriptor, 1) == b"\n"


def _line(session: WritingSession) -> bytes:
    told = asdict(session)
    for moment in ("start", "end"):
        told[moment] = told[moment].isoformat(timespec="seconds")
    return json.dumps(told).encode() + b"\n"


def _session(line: bytes) -> WritingSession | None:
    """Read a line; None for one that is torn, or that this program never wrote."""
    if not 2 < len(line) <= _LONGEST_LINE:
        return None
    try:
        told = json.loads(line)
        return WritingSession(
            id=_text(told["id"]),
            portfolio=_text(told["portfolio"]),
            start=_moment(told["start"]),
            end=_moment(told["end"]),
            net=_number(told["net"], -_MOST),
            added=_number(told["added"]),
            idle_seconds=_number(told["idle_seconds"]),
        )
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError):
        return None


def _text(value: object) -> str:
    if not isinstance(value, str) or not clean_line(value):
        raise ValueError
    return clean_line(value)


def _number(value: object, least: int = 0) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= _MOST:
        raise ValueError
    return value


def _moment(value: object) -> datetime:
    moment = datetime.fromisoformat(_text(value))
    if moment.tzinfo is None or not _FIRST_YEAR <= moment.year <= _LAST_YEAR:
        raise ValueError
    return moment
