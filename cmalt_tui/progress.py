"""How long work tells how far it is, and how it is stopped, with no screen in sight."""

from collections.abc import Callable
from time import monotonic
from typing import NamedTuple

_TELLING = 0.5  # seconds before a rate says anything
_QUICK = 10.0  # a second: from there on whole numbers tell enough


class Progress(NamedTuple):
    """How far a piece of work is.

    Attributes:
        done: Steps finished.
        total: Steps in all; 0 where that can't be known beforehand.
        what: What is being done now, as a person would say it.
    """

    done: int
    total: int
    what: str


class Cancelled(Exception):  # noqa: N818 - stopping on request is no error
    """Raised by a report callback to stop the work; the work cleans up and lets it pass."""


Report = Callable[[Progress], None]


def unreported(progress: Progress) -> None:
    """Take a progress report and do nothing with it."""


class Pace:
    """Tells progress in words, with the rate and the time left once there is something to tell.

    One object goes with one piece of work; the clock starts when it is told of it first.
    """

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        """Start with nothing done.

        Args:
            clock: Seconds that only go forward.
        """
        self._clock = clock
        self._began = 0.0
        self._first = self._last = Progress(0, -1, "")

    def told(self, progress: Progress) -> str:
        """Say how far the work is: ``Indexing … 12,000 of 100,000 · 8,100/s · 11 s left``."""
        now = self._clock()
        if progress.total != self._last.total or progress.done < self._last.done:
            self._first, self._began = progress, now
        self._last = progress
        said = [progress.what]
        if progress.total:
            said.append(f"{progress.done:,} of {progress.total:,}")
        elif progress.done:
            said.append(f"{progress.done:,}")
        done, took = progress.done - self._first.done, now - self._began
        if done > 0 and took >= _TELLING:
            rate = done / took
            said.append(f"{rate:,.0f}/s" if rate >= _QUICK else f"{rate:.1f}/s")
            if progress.total > progress.done:
                said.append(f"{_duration((progress.total - progress.done) / rate)} left")
        return " · ".join(said)


def _duration(seconds: float) -> str:
    if seconds < 100:
        return f"{max(1, round(seconds))} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 100 else f"{round(minutes / 60)} h"
