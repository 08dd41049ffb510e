"""The dates that a sentence names, each as the last day that it may mean."""

import calendar
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name[:3]: number for name, number in _MONTHS.items()} | {"sept": 9}
_SEASON_ENDS = {"spring": 5, "summer": 8, "autumn": 11, "winter": 12}


class SaidDate(NamedTuple):
    """A date in a sentence.

    Attributes:
        words: As it is written: ``spring 2025``.
        last: The last day that it may mean.
        start: Where it begins in the sentence.
    """

    words: str
    last: date
    start: int


def dates_said(sentence: str) -> Iterator[SaidDate]:
    """List the dates of a sentence that have a year, in order: days, months, seasons, years.

    Of a span, ``2021–2024`` or ``2023/24``, the end counts.
    """
    if not _maybe().search(sentence):
        return
    for found in _date().finditer(sentence):
        last = _last_day(found)
        if last is not None:
            yield SaidDate(found[0], last, found.start())


def _last_day(found: re.Match[str]) -> date | None:
    year = int(found["year"])
    if found["end"]:
        end = int(found["end"])
        year = max(year, end if end > 99 else year - year % 100 + end)
        return date(year, 12, 31)
    if found["season"]:
        return _month_end(year, _SEASON_ENDS[found["season"].lower()])
    name = found["month"]
    if not name:
        return date(year, 12, 31)
    month = _MONTHS[name.lower()]
    if not found["day"]:
        return _month_end(year, month)
    try:
        return date(year, month, int(found["day"]))
    except ValueError:
        return _month_end(year, month)


def _month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


@cache
def _maybe() -> re.Pattern[str]:
    return re.compile(r"\b(?:19|20)\d\d")


@cache
def _date() -> re.Pattern[str]:
    months = "|".join(sorted(_MONTHS, key=len, reverse=True))
    return re.compile(
        rf"\b(?:(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+)?(?P<month>{months})\.?\s+(?:of\s+)?"
        rf"|(?P<season>{'|'.join(_SEASON_ENDS)})\s+(?:of\s+)?)?"
        r"(?P<year>(?:19|20)\d\d)(?:\s?[-–/]\s?(?P<end>(?:20)?\d\d)(?![\d-]))?(?![\d.]\d)\b",
        re.I,
    )
