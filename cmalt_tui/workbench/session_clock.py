"""Follows a writing session: words put in, and time in which no key came."""

import os
from collections.abc import Callable
from datetime import datetime

from cmalt_tui.model.portfolio import Portfolio, Section
from cmalt_tui.workbench.session_log import WritingSession

IDLE_AFTER = 120.0


def _now() -> datetime:
    return datetime.now().astimezone()


class SessionClock:
    """Counts while a portfolio is open; looks at the sections that were changed, not at all.

    Attributes:
        added: Words that were put in so far.
        net: Words that there are more than at the beginning.
        last_key: When the last key came.
        changed: Whether anything at all was changed.
    """

    def __init__(
        self, folder: str, portfolio: Portfolio, at: float, now: Callable[[], datetime] = _now
    ) -> None:
        """Begin a session.

        Args:
            folder: The portfolio's folder.
            portfolio: As it stands at the beginning.
            at: Now, in seconds from any start; all later moments are told from the same one.
            now: The time of the day with its offset from UTC.
        """
        self.added = 0
        self.changed = False
        self._folder = folder
        self._now = now
        self._start = now()
        self._id = f"{self._start:%Y%m%dT%H%M%S}-{os.urandom(4).hex()}"
        self.last_key = at
        self._idle = 0.0
        self.net = 0
        self._known = dict(portfolio.sections)

    def key(self, at: float) -> None:
        """Take note of a key; one that was told already changes nothing."""
        if at <= self.last_key:
            return
        if at - self.last_key > IDLE_AFTER:
            self._idle += at - self.last_key
        self.last_key = at

    def look(self, portfolio: Portfolio) -> None:
        """Count what was written since the last look."""
        more = self._count(portfolio)
        self.net += more
        self.added += max(0, more)

    def start_from(self, portfolio: Portfolio) -> None:
        """Count nothing of what another program changed."""
        self._known = dict(portfolio.sections)

    def session(self, at: float) -> WritingSession:
        """The session up to now; what follows the last key is idle if it is long."""
        rest = at - self.last_key
        idle = self._idle + (rest if rest > IDLE_AFTER else 0.0)
        return WritingSession(
            self._id,
            self._folder,
            self._start,
            max(self._start, self._now()),
            self.net,
            self.added,
            int(idle),
        )

    def _count(self, portfolio: Portfolio) -> int:
        """How many words more there are than at the last look."""
        more = 0
        for section_id in {**self._known, **portfolio.sections}:
            before, now = self._known.get(section_id), portfolio.section(section_id)
            if before is now:
                continue
            self._known[section_id] = now
            if now != (before or Section(section_id)):
                self.changed = True
                more += _words(now) - (_words(before) if before is not None else 0)
        return more


def _words(section: Section) -> int:
    return sum(section.words.values())
