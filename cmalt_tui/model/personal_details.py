"""Finds what a person may not have meant to show: addresses, numbers and names of people."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

EMAIL = "e-mail address"
PHONE = "phone number"
STUDENT_NUMBER = "student number"
POSTCODE = "postcode"
PERSON = "person"
_SHORTEST_PHONE, _LONGEST_PHONE = 9, 15


class FoundDetail(NamedTuple):
    """Something in a text that may belong to a person.

    Attributes:
        kind: `EMAIL`, `PHONE`, `STUDENT_NUMBER`, `POSTCODE` or `PERSON`.
        start, end: Where it stands in the text, in characters.
    """

    kind: str
    start: int
    end: int


def details_in(text: str, people: Iterable[str] = ()) -> Iterator[FoundDetail]:
    """List what looks like a personal detail, kind by kind, each in the order of the text.

    The patterns are simple: they are meant to make a person look, not to decide.

    Args:
        text: Any text. Numbers inside web addresses don't count.
        people: Names to look for.
    """
    if "@" in text:
        for match in _email().finditer(text):
            yield FoundDetail(EMAIL, *match.span())
    for match in _phone().finditer(text):
        if _SHORTEST_PHONE <= sum(map(str.isdigit, match[0])) <= _LONGEST_PHONE:
            yield FoundDetail(PHONE, *match.span())
    for match in _student_number().finditer(text):
        yield FoundDetail(STUDENT_NUMBER, *match.span())
    for match in _postcode().finditer(text):
        yield FoundDetail(POSTCODE, *match.span())
    folded = text.lower()
    for name in dict.fromkeys(people):
        if name.strip() and name.strip().lower() in folded:
            for match in re.finditer(rf"(?<!\w){re.escape(name.strip())}(?!\w)", text, re.I):
                yield FoundDetail(PERSON, *match.span())


@cache
def _email() -> re.Pattern[str]:
    return re.compile(r"[\w.+-]{1,64}@\w[\w-]*(?:\.[\w-]+)+")


@cache
def _phone() -> re.Pattern[str]:
    return re.compile(r"(?<![\w/.=-])(?:\+|\(?0)[\d ()/-]{7,}\d(?!\w)")


@cache
def _student_number() -> re.Pattern[str]:
    return re.compile(r"(?<![\w/.=-])[A-Za-z]{0,2}[1-9]\d{6,9}(?!\w)")


@cache
def _postcode() -> re.Pattern[str]:
    """A British postcode with its space: ``EC1A 1BB`` (BS 7666)."""
    return re.compile(
        r"(?<![\w/.=-])(?:[A-PR-UWYZ][A-HK-Y]?\d[A-HJKMNPR-Y\d]?) \d[ABD-HJLNP-UW-Z]{2}(?!\w)"
    )
