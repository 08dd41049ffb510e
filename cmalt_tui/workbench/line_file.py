"""A file of JSON lines that only grows: each is appended whole, broken ones are passed over."""

import json
import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from cmalt_tui.plain_text import clean_line

MOST_READ = 4_000_000
_LONGEST_LINE = 64_000
_MOST = 100_000_000
_Read = TypeVar("_Read")


def append_line(file: Path, told: dict[str, object]) -> None:
    """Put a line at the end of a file, or make the file.

    The line goes there in one call, so that several programs may write at once and one that is
    killed leaves what it told last. Where it can't be written, nothing is kept.
    """
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(file, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
        try:
            # After a line that a full disk tore, this one still stands by itself.
            os.write(descriptor, (b"" if _ends_whole(descriptor) else b"\n") + line_of(told))
        finally:
            os.close(descriptor)


def read_lines(file: Path, read: Callable[[dict[str, object]], _Read]) -> Iterator[_Read]:
    """Read what was told, the oldest first; of a file that grew very long, only the end.

    Args:
        file: The file; one that can't be read holds nothing.
        read: Reads one line. Raises `ValueError`, `KeyError`, `TypeError` or `OverflowError` for
            one that this program never wrote.
    """
    try:
        with file.open("rb") as opened:
            opened.seek(max(0, os.fstat(opened.fileno()).st_size - MOST_READ))
            lines = opened.read(MOST_READ).split(b"\n")
    except OSError:
        return
    for line in lines:
        if 2 < len(line) <= _LONGEST_LINE:
            with suppress(ValueError, KeyError, TypeError, OverflowError, RecursionError):
                yield read(json.loads(line))


def line_of(told: dict[str, object]) -> bytes:
    """A line as it stands in the file."""
    return json.dumps(told).encode() + b"\n"


def told_text(value: object) -> str:
    """A text of a line, made safe.

    Raises:
        ValueError: It is none, or an empty one.
    """
    if not isinstance(value, str) or not clean_line(value):
        raise ValueError
    return clean_line(value)


def told_number(value: object, least: int = 0) -> int:
    """A whole number of a line.

    Raises:
        ValueError: It is none, or beyond all that can be meant.
    """
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= _MOST:
        raise ValueError
    return value


def _ends_whole(descriptor: int) -> bool:
    size = os.fstat(descriptor).st_size
    if not size:
        return True
    os.lseek(descriptor, size - 1, os.SEEK_SET)
    return os.read(descriptor, 1) == b"\n"
