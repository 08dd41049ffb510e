"""What a session counts: words put in, words more than before, and time without a key."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from cmalt_tui.model.portfolio import Portfolio, Section
from cmalt_tui.workbench.session_clock import SessionClock

NOW = datetime(2026, 3, 2, 20, 0, tzinfo=UTC)
Write = Callable[..., Portfolio]


@pytest.fixture
def write() -> Write:
    """Make a portfolio of sections with the given descriptions."""

    def make(**texts: str) -> Portfolio:
        sections = {name: Section(name, description=text) for name, text in texts.items()}
        return Portfolio("Binding", "Ilse", "cmalt-2019", "cmalt", sections=sections)

    return make


def begun(portfolio: Portfolio) -> SessionClock:
    return SessionClock("/home/ilse/binding", portfolio, 1000.0, lambda: NOW)


def test_words_put_in_and_taken_out_are_told_apart(write: Write) -> None:
    clock = begun(write(s1="one two three"))
    clock.look(write(s1="one two three four five"))
    clock.look(write(s1="one"))
    clock.look(write(s1="one", s2="new words"))
    session = clock.session(1001.0)
    assert (session.added, session.net) == (4, 0)


def test_a_paragraph_that_moves_to_another_section_is_not_written_anew(write: Write) -> None:
    clock = begun(write(s1="one two three", s2="four"))
    clock.look(write(s1="one", s2="four two three"))
    assert (clock.added, clock.net, clock.changed) == (0, 0, True)


def test_nothing_changed_until_a_text_is_another_one(write: Write) -> None:
    clock = begun(write(s1="one"))
    clock.look(write(s1="one"))
    assert not clock.changed
    clock.look(write(s1="won"))
    assert clock.changed


def test_what_another_program_wrote_does_not_count(write: Write) -> None:
    clock = begun(write(s1="one"))
    clock.start_from(write(s1="one two three"))
    clock.look(write(s1="one two three four"))
    assert clock.added == 1


def test_only_long_rests_are_idle(write: Write) -> None:
    clock = begun(write(s1="one"))
    for at in (1060.0, 1179.0, 1479.0, 1479.0, 900.0):
        clock.key(at)
    assert clock.session(1500.0).idle_seconds == 300
    assert clock.session(1700.0).idle_seconds == 300 + 221


def test_a_section_that_was_taken_away_takes_its_words_along(write: Write) -> None:
    portfolio = write(s1="one two", s2="three")
    clock = begun(portfolio)
    clock.look(replace(portfolio, sections={"s2": portfolio.section("s2")}))
    assert clock.net == -2
