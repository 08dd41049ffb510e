"""Saves by itself: soon after the last key, and now and then while the keys keep coming."""

from collections.abc import Callable
from datetime import datetime
from time import monotonic

from textual.screen import Screen
from textual.timer import Timer

from cmalt_tui.problems import InputProblem, Problem
from cmalt_tui.workbench.desk import Conflict, Desk

# What a crash may cost at most is two seconds of typing; writing takes a part of that.
LONGEST_WAIT = 1.5
RETRY_AFTER = 10.0
_LOOK_EVERY = 0.25


class Autosave:
    """Decides when to save, and knows whether all is saved.

    Attributes:
        saved_at: When it was saved last in this session; None before that.
        problem: Why the last attempt failed; None if it did not.
    """

    def __init__(
        self,
        desk: Desk,
        quiet_seconds: float,
        told: Callable[[], None],
        settle: Callable[[Conflict], None],
        clock: Callable[[], float] = monotonic,
    ) -> None:
        """Begin with everything saved.

        Args:
            desk: What is saved.
            quiet_seconds: How long no key has to come before it saves.
            told: Called whenever `word` says something else than before.
            settle: Called with a conflict that an attempt of its own met.
            clock: Seconds, from any start.
        """
        self._desk = desk
        self._quiet = quiet_seconds
        self._told = told
        self._settle = settle
        self._clock = clock
        self._timer: Timer | None = None
        self._first: float | None = None
        self._last = 0.0
        self.saved_at: datetime | None = None
        self.problem: Problem | None = None

    def watch(self, screen: Screen[None]) -> None:
        """Look now and then whether it is time; sleeps while all is saved."""
        self._timer = screen.set_interval(_LOOK_EVERY, self.look, pause=True)

    def touched(self) -> None:
        """Take note that something was changed."""
        self._last = self._clock()
        if self._first is None:
            self._first = self._last
            self._told()
            if self._timer is not None:
                self._timer.resume()

    def look(self) -> None:
        """Save if it is time."""
        now = self._clock()
        if self._first is None:
            return
        wait = RETRY_AFTER if self.problem else self._quiet
        longest = max(wait, LONGEST_WAIT)
        if now - self._last >= wait or now - self._first >= longest:
            self.try_to_save()

    def try_to_save(self) -> None:
        """Save now, and have the person asked about a conflict."""
        try:
            self.save()
        except Conflict as conflict:
            self._settle(conflict)

    def save(self) -> None:
        """Save now.

        Raises:
            Conflict: A file was changed on disk; saving rests until that is settled.
        """
        if self._desk.read_only or not self._desk.unsaved:
            self._rest()
            return
        try:
            self._desk.save()
        except InputProblem as refused:
            self.problem = refused.problem
            self._first = self._last = self._clock()
            self._told()
        except Conflict as conflict:
            self.problem = Problem(str(conflict))
            self._rest()
            raise
        else:
            self.problem = None
            self.saved_at = datetime.now()
            self._rest()

    @property
    def word(self) -> str:
        """How things stand, for the header."""
        if self._desk.read_only:
            return "reading only"
        if self.problem is not None:
            return f"not saved: {self.problem.message}"
        if self._first is not None or self._desk.unsaved:
            return "not saved yet"
        return f"saved {self.saved_at:%H:%M}" if self.saved_at else "saved"

    def _rest(self) -> None:
        self._first = None
        if self._timer is not None:
            self._timer.pause()
        self._told()
