"""Ends the line mode in good order when its terminal is closed or it is told to end."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class Left(BaseException):
    """Raised where the program waits when it is told to end, so that what was typed is saved."""


@contextmanager
def leaving_on_hangup() -> Iterator[None]:
    """Turn SIGHUP and SIGTERM into `Left` while the block runs; Windows has only the latter."""
    before = {}
    for name in ("SIGHUP", "SIGTERM"):
        number = getattr(signal, name, None)
        if number is not None:
            before[number] = signal.signal(number, _leave)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _leave(number: int, frame: FrameType | None) -> None:
    del number, frame
    raise Left
