"""A finding: what a review rule has to say about one place of a portfolio."""

from enum import StrEnum
from typing import NamedTuple


class Level(StrEnum):
    """How grave a finding is: only an error would have a submission turned back."""

    ERROR = "error"
    WARNING = "warn"
    HINT = "info"


class Finding(NamedTuple):
    """One result of one rule.

    Attributes:
        rule: The rule's id, ``DUP-2``.
        section, part, item: Where; empty where it concerns all. ``item`` is a reflection's or an
            evidence item's id.
        message: What was found, in a sentence.
        question: What a reader would ask about it; may be empty.
        quote: The words that it is about; may be empty.
        start: Where the quote begins in the text of that part, in characters; -1 if nowhere.
    """

    rule: str
    level: Level
    section: str = ""
    part: str = ""
    item: str = ""
    message: str = ""
    question: str = ""
    quote: str = ""
    start: int = -1
