"""An entry of the log: something that happened, noted in a line as material for later."""

import datetime
from dataclasses import dataclass
from enum import StrEnum


class LogKind(StrEnum):
    """What an entry is about."""

    EXPERIENCE = "experience"
    CPD = "cpd"


@dataclass(frozen=True)
class LogEntry:
    """Something that happened at work or was learnt. Private, never exported.

    Attributes:
        text: What happened, in the person's words; one line or more.
        date: The day on which it happened.
        hours: How long it took, for CPD; 0 where that is not noted.
        sections: Ids of sections that it may be material for.
        principles: Codes of principles that it shows.
        evidence: Ids of evidence items that came of it.
    """

    id: str
    text: str
    date: datetime.date
    kind: LogKind = LogKind.EXPERIENCE
    hours: float = 0.0
    sections: tuple[str, ...] = ()
    principles: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
