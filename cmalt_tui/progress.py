"""How long work tells how far it is, and how it is stopped, with no screen in sight."""

from collections.abc import Callable
from typing import NamedTuple


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
