"""Finds in passages what a person may not have meant to publish."""

from collections.abc import Iterable
from typing import NamedTuple

from cmalt_tui.model.passage import Passage
from cmalt_tui.model.personal_details import details_in


class PersonalDetail(NamedTuple):
    """Something in a text that may belong to a person.

    Attributes:
        kind: ``e-mail address``, ``phone number``, ``student number``, ``postcode`` or ``person``.
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

    Args:
        passages: What would be published.
        people: Names to look for, as the portfolio's evidence names them.
    """
    names = tuple(people)
    found = []
    for passage in passages:
        text = f"{passage.title}\n{passage.text}"
        for kind, start, end in details_in(text, names):
            found.append(PersonalDetail(kind, text[start:end], passage.section, passage.part))
    return tuple(dict.fromkeys(found))
