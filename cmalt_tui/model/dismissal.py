"""A finding that its author has answered: with a reason, until the text changes."""

import datetime
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Dismissal:
    """An answer to one finding, kept in the portfolio so that it isn't raised again.

    Attributes:
        rule: The rule's id, ``VOI-1``.
        section, part, item: Where the finding was; empty where it concerned all.
        about: A fingerprint of the words that the finding was about. Once they change it no
            longer fits, and the finding comes back.
        reason: Why the finding does not hold, in the author's words; "still true" for a fact
            that was confirmed.
        on: The day of the answer.
    """

    rule: str
    section: str = ""
    part: str = ""
    item: str = ""
    about: str = ""
    reason: str = ""
    on: datetime.date = datetime.date.min
