"""The log of writing sessions: whole lines, one session once, nothing believed unseen."""

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from cmalt_tui.places import Places
from cmalt_tui.workbench import session_log
from cmalt_tui.workbench.session_log import (
    WritingSession,
    log_session,
    logged_sessions,
    shorten_log,
)

START = datetime(2026, 3, 2, 20, 4, 11, tzinfo=UTC)
SESSION = WritingSession("a", "/home/ilse/binding", START, START, 3, 5, 0)


def later(minutes: int, **changes: object) -> WritingSession:
    return replace(SESSION, end=START + timedelta(minutes=minutes), **changes)  # type: ignore[arg-type]


def test_the_last_line_of_a_session_counts(places: Places) -> None:
    for session in (later(1), later(2, added=9), later(1, id="b")):
        log_session(places, session)
    assert set(logged_sessions(places)) == {later(2, added=9), later(1, id="b")}


def test_a_session_says_how_long_one_was_at_it() -> None:
    assert later(30, idle_seconds=600).seconds == 20 * 60
    assert later(1, idle_seconds=600).seconds == 0


@pytest.mark.parametrize(
    "line",
    [
        b'{"id": "torn", "portf',
        b"\xff\xfe\x00",
        b"[" * 5000,
        b"{}",
        b"null",
        json.dumps(
            {"id": "x", "portfolio": "p", "start": "2026-03-02T20:00:00", "end": "x"}
        ).encode(),
        b'{"id":"x","portfolio":"p","start":"2026-03-02T20:00:00+00:00",'
        b'"end":"2026-03-02T20:00:00+00:00","net":1e999,"added":1,"idle_seconds":0}',
        b'{"id":"x","portfolio":"p","start":"2026-03-02T20:00:00+00:00",'
        b'"end":"2026-03-02T20:00:00+00:00","net":1,"added":-1,"idle_seconds":0}',
        b'{"id":"x","portfolio":"p","start":"2026-03-02T20:00:00",'
        b'"end":"2026-03-02T20:00:00","net":1,"added":1,"idle_seconds":0}',
    ],
)
def test_lines_that_are_torn_or_made_up_are_passed_over(places: Places, line: bytes) -> None:
    log_session(places, later(1))
    with places.sessions_file.open("ab") as file:
        file.write(line)
    log_session(places, later(1, id="b"))
    assert logged_sessions(places) == (later(1), later(1, id="b"))


def test_what_a_terminal_would_obey_is_taken_out(places: Places) -> None:
    log_session(places, later(1, portfolio="/home/\x1b]0;title\x07ilse"))
    assert logged_sessions(places)[0].portfolio == "/home/ilse"


def test_programs_that_write_at_once_tear_no_line(places: Places) -> None:
    sessions = [later(1, id=f"{number}", portfolio="/p" * 300) for number in range(200)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda session: log_session(places, session), sessions))
    assert {session.id for session in logged_sessions(places)} == {s.id for s in sessions}


def test_a_long_log_becomes_one_line_a_session(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    for minute in range(5):
        log_session(places, later(minute))
    log_session(places, later(1, id="b"))
    before = places.sessions_file.read_bytes()
    shorten_log(places)
    assert places.sessions_file.read_bytes() == before
    monkeypatch.setattr(session_log, "_FULL", 100)
    shorten_log(places)
    assert places.sessions_file.read_bytes().count(b"\n") == 2
    assert set(logged_sessions(places)) == {later(4), later(1, id="b")}


def test_a_log_that_cannot_be_written_or_read_is_let_be(places: Places) -> None:
    places.sessions_file.mkdir(parents=True)
    log_session(places, SESSION)
    shorten_log(places)
    assert logged_sessions(places) == ()
