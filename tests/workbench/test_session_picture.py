"""The picture of the last weeks: each day in its place, and the same numbers in words."""

from datetime import UTC, date, datetime, timedelta

from cmalt_tui.workbench.session_log import WritingSession
from cmalt_tui.workbench.session_picture import days_in_a_row, picture, sessions_as_json

# A Thursday.
TODAY = date(2026, 3, 5)


def session(
    days_ago: int, added: int, minutes: int = 30, folder: str = "binding"
) -> WritingSession:
    day = TODAY - timedelta(days_ago)
    start = datetime(day.year, day.month, day.day, 20, 0, tzinfo=UTC)
    end = start + timedelta(minutes=minutes)
    return WritingSession(
        f"{days_ago}{folder}", f"/home/ilse/{folder}", start, end, added - 1, added, 0
    )


SESSIONS = [session(0, 800), session(1, 400), session(2, 0, 5), session(7, 100, 90, "gilding")]


def test_each_day_stands_in_its_week_with_a_bar_of_its_height() -> None:
    lines = picture(SESSIONS, TODAY)
    assert lines[0].startswith("week of   Mo Tu We Th Fr Sa Su")
    this_week = next(line for line in lines if line.startswith(" 2 Mar"))
    assert this_week.split() == ["2", "Mar", "·", "▁", "▄", "█", "1,200", "1", "h", "05"]
    week_before = next(line for line in lines if line.startswith("23 Feb"))
    assert week_before.split() == [
        "23",
        "Feb",
        "·",
        "·",
        "·",
        "▁",
        "·",
        "·",
        "·",
        "100",
        "1",
        "h",
        "30",
    ]


def test_the_numbers_are_told_in_words() -> None:
    told = "\n".join(picture(SESSIONS, TODAY))
    assert "today      800 words (+799) in 30 min" in told
    assert "this week  1,200 words (+1,197) in 1 h 05 on 3 days" in told
    assert "in a row   3 days" in told
    assert "gilding" in told and "/home" not in told


def test_days_in_a_row_wait_for_today() -> None:
    yesterday = [TODAY - timedelta(days) for days in (1, 2, 4)]
    assert days_in_a_row(yesterday, TODAY) == 2
    assert days_in_a_row([TODAY - timedelta(2)], TODAY) == 0


def test_an_empty_log_is_told() -> None:
    assert picture((), TODAY) == (
        "Nothing has been written yet. Each session is noted from its first change on.",
    )


def test_json_has_days_and_sessions() -> None:
    told = sessions_as_json(SESSIONS, TODAY)
    assert told["schema"] == 1 and told["days_in_a_row"] == 3
    assert isinstance(told["days"], list) and isinstance(told["sessions"], list)
    assert told["days"][0] == {"day": "2026-02-26", "added": 100, "net": 99, "seconds": 5400}
    assert told["sessions"][0]["start"] == "2026-03-05T20:00:00+00:00"
