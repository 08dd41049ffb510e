"""Dates and moments as British English writes them."""

from datetime import date, datetime

from cmalt_tui.model.dates import day_and_month, long_date, long_moment, short_moment


def test_a_date_has_no_zero_before_its_day_and_its_month_in_full() -> None:
    assert long_date(date(2026, 3, 1)) == "1 March 2026"
    assert day_and_month(date(2026, 3, 1)) == "1 March"


def test_a_moment_is_told_by_the_clock_of_this_machine() -> None:
    moment = datetime(2026, 11, 2, 9, 5).astimezone()
    assert long_moment(moment) == "2 November 2026, 09:05"
    assert short_moment(moment) == "2 Nov 2026 09:05"
