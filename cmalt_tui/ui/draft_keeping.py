"""Keeps what is not saved as drafts, in a thread, a second behind the keys."""

from functools import partial
from pathlib import Path

from cmalt_tui.ui.disk_thread import DiskThread
from cmalt_tui.workbench.desk import Desk

KEPT_AFTER = 1.25
_EVERY = 0.75


class DraftKeeping:
    """Decides when drafts are due. Has a thread of its own, for when the portfolio's disk hangs.

    Attributes:
        kept: Whether all could be kept when that was last tried.
        files: The drafts that there are.
    """

    def __init__(self, desk: Desk) -> None:
        """Take what drafts are kept of."""
        self.kept = False
        self.files: tuple[Path, ...] = ()
        self._desk = desk
        self._disk = DiskThread("drafts")
        self._kept_at = 0.0

    def look(self, now: float, first: float, last: float, *, elsewhere: bool) -> None:
        """Keep drafts if it is time.

        Args:
            now: The time.
            first, last: When the first and the last change was made that is not saved.
            elsewhere: Whether the portfolio's own disk does not answer.
        """
        self._disk.take_answers()
        waited = now - first >= KEPT_AFTER and now - self._kept_at >= _EVERY
        if waited and not self._disk.busy and (last >= self._kept_at or not self.kept):
            self.begin(now, elsewhere=elsewhere)

    def begin(self, now: float, *, elsewhere: bool) -> None:
        """Begin to keep drafts of what is not saved now."""
        self._kept_at = now
        self._disk.ask(partial(self._desk.keep_drafts, elsewhere=elsewhere), self._end)

    def wait(self, seconds: float) -> None:
        """Wait until drafts are kept, but not longer."""
        self._disk.wait(seconds)
        self._disk.take_answers()

    def _end(self, outcome: object) -> None:
        self.kept = isinstance(outcome, tuple)
        self.files = outcome if isinstance(outcome, tuple) else ()
