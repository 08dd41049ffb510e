"""The record of progress: a line a day, the last one counts, nothing believed unseen."""

import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from cmalt_tui.model.finding import Finding, Level
from cmalt_tui.model.framework import Framework
from cmalt_tui.model.portfolio import Portfolio, Section, Status
from cmalt_tui.places import Places
from cmalt_tui.workbench import progress_record
from cmalt_tui.workbench.progress_record import ProgressDay, day_of, note_progress, noted_days

HERE = Path("/home/ilse/binding")
TODAY = date(2026, 3, 5)
DAY = ProgressDay(str(HERE), TODAY, {"1a": 120, "1b": 30}, {"draft": 2, "empty": 11})


def on(days_ago: int, **changes: object) -> ProgressDay:
    return replace(DAY, day=TODAY - timedelta(days_ago), **changes)  # type: ignore[arg-type]


def test_a_day_counts_words_statuses_and_open_findings(framework: Framework) -> None:
    portfolio = Portfolio("Binding", "Ilse", "cmalt-2019", "cmalt").with_section(
        Section("1a", status=Status.DRAFT, description="We compared two ways.")
    )
    found = [Finding("VOI-1", Level.HINT, "1a"), Finding("STR-1", Level.ERROR, "1b")]
    told = day_of(framework, portfolio, HERE, TODAY, found)
    assert told.words == {"1a": 4} and told.words_in_all == 4
    assert told.statuses["draft"] == 1 and told.statuses["empty"] >= 8
    assert told.findings == {"error": 1, "warn": 0, "info": 1}
    assert day_of(framework, portfolio, HERE, TODAY).findings is None


def test_the_last_line_of_a_day_counts_and_keeps_the_findings(places: Places) -> None:
    note_progress(places, on(1))
    note_progress(places, on(0, findings={"error": 1}))
    note_progress(places, on(0, words={"1a": 150}))
    assert noted_days(places, HERE) == (on(1), on(0, words={"1a": 150}, findings={"error": 1}))


def test_each_portfolio_has_its_own_days_and_the_demo_has_none(places: Places) -> None:
    note_progress(places, DAY)
    note_progress(places, replace(DAY, portfolio="/home/ilse/gilding"))
    note_progress(places, replace(DAY, portfolio=str(places.demo / "portfolio")))
    assert noted_days(places, HERE) == (DAY,)
    assert len(noted_days(places, Path("/home/ilse/gilding"))) == 1
    assert noted_days(places, places.demo / "portfolio") == ()


def test_days_stand_in_their_order_however_a_clock_jumped(places: Places) -> None:
    for told in (on(0), on(-400), on(9), on(3)):
        note_progress(places, told)
    assert [one.day for one in noted_days(places, HERE)] == [
        on(9).day,
        on(3).day,
        TODAY,
        on(-400).day,
    ]


@pytest.mark.parametrize(
    "line",
    [
        b'{"portfolio": "torn", "da',
        b"\xff\xfe\x00",
        b"[" * 5000,
        b"{}",
        b"[1, 2]",
        json.dumps({"portfolio": str(HERE), "day": "0001-01-01", "words": {}}).encode(),
        json.dumps({"portfolio": str(HERE), "day": "2026-03-05", "words": {"1a": -1}}).encode(),
        json.dumps({"portfolio": str(HERE), "day": "2026-03-05", "words": [1]}).encode(),
        b'{"portfolio":"/home/ilse/binding","day":"2026-03-05","words":{},"statuses":{"a":1e999}}',
    ],
)
def test_lines_that_are_torn_or_made_up_are_passed_over(places: Places, line: bytes) -> None:
    note_progress(places, on(1))
    with places.progress_file.open("ab") as file:
        file.write(line)
    note_progress(places, DAY)
    assert noted_days(places, HERE) == (on(1), DAY)


def test_a_long_record_becomes_a_line_a_day_and_stays_bounded(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(20):
        note_progress(places, on(0, words={"1a": number}))
    monkeypatch.setattr(progress_record, "_FULL", 1_000)
    note_progress(places, on(0, words={"1a": 99}))
    assert noted_days(places, HERE) == (on(0, words={"1a": 99}),)
    for number in range(60):
        note_progress(places, on(60 - number))
    assert places.progress_file.stat().st_size <= 1_200
    assert noted_days(places, HERE)[-1] == on(1)


def test_a_record_that_cannot_be_written_or_read_is_let_be(places: Places) -> None:
    places.progress_file.mkdir(parents=True)
    note_progress(places, DAY)
    assert noted_days(places, HERE) == ()
