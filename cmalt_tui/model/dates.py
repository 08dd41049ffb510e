"""Dates as British English writes them, whatever the machine's locale is."""

from datetime import date, datetime

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def long_date(day: date) -> str:
    """Write a date: ``22 November 2026``."""
    return f"{day_and_month(day)} {day.year}"


def long_moment(moment: datetime) -> str:
    """Write a moment by the clock of this machine: ``22 November 2026, 14:05``."""
    here = moment.astimezone()
    return f"{long_date(here)}, {here:%H:%M}"


def short_moment(moment: datetime) -> str:
    """Write a moment where room is short: ``22 Nov 2026 14:05``."""
    here = moment.astimezone()
    return f"{here.day} {_MONTHS[here.month - 1][:3]} {here.year} {here:%H:%M}"


def day_and_month(day: date) -> str:
    """Write a date without its year: ``22 November``."""
    return f"{day.day} {_MONTHS[day.month - 1]}"


def months_between(earlier: date, later: date) -> int:
    """Count the whole months from one day to another; negative where the second is the first."""
    months = (later.year - earlier.year) * 12 + later.month - earlier.month
    return months - 1 if later.day < earlier.day else months


def month_and_year(day: date) -> str:
    """Write a month: ``November 2026``."""
    return f"{_MONTHS[day.month - 1]} {day.year}"
