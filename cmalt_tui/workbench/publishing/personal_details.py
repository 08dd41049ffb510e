"""Finds what a person may not have meant to publish: addresses, numbers and names of people."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from cmalt_tui.model.passage import Passage

_SHORTEST_PHONE, _LONGEST_PHONE = 9, 15


class PersonalDetail(NamedTuple):
    """Something in a text that may belong to a person.

    Attributes:
        kind: ``e-mail address``, ``phone number``, ``student number`` or ``person``.
        text: As it stands there.
    """

    kind: str
    text: str
    section: str
    part: str


def personal_details(
    passages: Iterable[Passage], people: Iterable[str] = ()
) -> tuple[PersonalDetail, ...]:
    """List what looks like a personal detail, each once a part, in order.

    The patterns are simple: they are meant to make a person look, not to decide.

    Args:
        passages: What would be published.
        people: Names to look for, as the portfolio's evidence names them.
    """
    names = [name for name in dict.fromkeys(people) if name.strip()]
    found = (
        PersonalDetail(kind, text, passage.section, passage.part)
        for passage in passages
        for kind, text in _in_text(f"{passage.title}\n{passage.text}", names)
    )
    return tuple(dict.fromkeys(found))


def _in_text(text: str, names: Iterable[str]) -> Iterator[tuple[str, str]]:
    for match in re.finditer(r"[\w.+-]+@\w[\w-]*(?:\.[\w-]+)+", text):
        yield "e-mail address", match[0]
    for match in re.finditer(r"(?<![\w/.=-])(?:\+|\(?0)[\d ()/-]{7,}\d(?!\w)", text):
        if _SHORTEST_PHONE <= sum(map(str.isdigit, match[0])) <= _LONGEST_PHONE:
            yield "phone number", match[0]
    for match in re.finditer(r"(?<![\w/.=-])[A-Za-z]{0,2}[1-9]\d{6,9}(?!\w)", text):
        yield "student number", match[0]
    for name in names:
        if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.I):
            yield "person", name
