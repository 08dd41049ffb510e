"""One writer at a time in a corpus folder, whoever they are and wherever their index lies."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cmalt_tui.atomic_file import not_written
from cmalt_tui.problems import InputProblem

_FILE = ".writing"
_PATIENCE = 30.0
_PAUSE = 0.02


@contextmanager
def writing_turn(folder: Path) -> Iterator[None]:
    """Wait for one's turn to put a source in its place, which takes moments; readers never wait.

    The system itself gives the turn back when a writer dies (flock(2)), so that nothing is left
    to clear away. A network disk without such locks is written to without them: files are put in
    their places whole either way.

    Raises:
        InputProblem: Somebody else's turn doesn't end, or the folder can't be written.
    """
    descriptor = _opened(folder)
    try:
        end = time.monotonic() + _PATIENCE
        while not _taken(descriptor):
            if time.monotonic() > end:
                raise InputProblem(
                    "another program is changing the example corpus",
                    "Try again when it is done.",
                    file=folder,
                )
            time.sleep(_PAUSE)
        yield
    finally:
        os.close(descriptor)


def _opened(folder: Path) -> int:
    try:
        return os.open(folder / _FILE, os.O_RDWR | os.O_CREAT, 0o666)
    except OSError as error:
        refused = not_written(folder, error)
    try:
        # Made by somebody whose files others may not change; to wait for it, reading is enough.
        return os.open(folder / _FILE, os.O_RDONLY)
    except OSError:
        raise refused from None


def _taken(descriptor: int) -> bool:
    """Take the lock, if nobody has it; where there are no locks, the turn is always one's own."""
    try:
        if os.name == "nt":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined, unused-ignore]
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    except OSError:
        return True
    return True
