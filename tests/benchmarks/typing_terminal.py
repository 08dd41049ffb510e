"""A pseudo-terminal of 120×40 that takes the time and the bytes of the answer to each key."""

import os
import select
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pexpect

COLUMNS, LINES = 120, 40
_QUIET = 0.08
_SLOWEST = 0.6
_LONGEST = 20.0


class Answer(NamedTuple):
    """What came back for a key.

    Attributes:
        sent: How many bytes.
        seconds: From writing the key to the last of these bytes; 0 if none came.
    """

    sent: int
    seconds: float


class TypingTerminal:
    """A program in a terminal, and a typist who waits until the screen is at rest.

    Attributes:
        late: How many bytes came between the keys, after it had seemed to be at rest.
    """

    def __init__(self, child: pexpect.spawn) -> None:
        """Take a program that was started."""
        self.late = 0
        self._child = child

    def press(self, key: str, quiet: float = _QUIET) -> Answer:
        """Press a key and take in all that comes for it.

        Args:
            key: What a terminal sends for the key.
            quiet: How long nothing more has to come after something came.
        """
        while received := self._read(0):
            self.late += len(received)
        start = time.perf_counter()
        os.write(self._child.child_fd, key.encode())
        return self._take(start, quiet)

    def wait_for(self, words: bytes) -> None:
        """Take in what comes until these words have come."""
        received = b""
        while words not in received:
            received += os.read(self._child.child_fd, 65536)

    def rest(self, quiet: float = 1.0) -> None:
        """Take in what comes until nothing has come for a while."""
        self._take(time.perf_counter(), quiet)

    def idle(self, seconds: float) -> int:
        """Count the bytes that come while nothing is done."""
        end, sent = time.perf_counter() + seconds, 0
        while (left := end - time.perf_counter()) > 0:
            sent += len(self._read(left))
        return sent

    def peak_memory(self) -> int:
        """The most memory that the program has used, in kilobytes."""
        status = Path(f"/proc/{self._child.pid}/status").read_text()
        return int(status.partition("VmHWM:")[2].split()[0])

    def _take(self, start: float, quiet: float) -> Answer:
        sent, last = 0, start
        wait = max(quiet, _SLOWEST)
        while last - start < _LONGEST and (received := self._read(wait)):
            last, wait = time.perf_counter(), quiet
            sent += len(received)
        return Answer(sent, last - start)

    def _read(self, quiet: float) -> bytes:
        descriptor = self._child.child_fd
        return os.read(descriptor, 65536) if select.select([descriptor], [], [], quiet)[0] else b""


@contextmanager
def typing_into(
    command: Sequence[str | Path], environment: Mapping[str, str]
) -> Iterator[TypingTerminal]:
    """Start a program in a terminal; it is ended with the block."""
    words = [str(word) for word in command]
    child = pexpect.spawn(words[0], words[1:], env=dict(environment), dimensions=(LINES, COLUMNS))
    try:
        yield TypingTerminal(child)
    finally:
        child.close(force=True)
