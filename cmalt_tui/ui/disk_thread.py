"""A thread that disks are written in, so that no key ever waits for one that hangs."""

import queue
import threading
from collections.abc import Callable
from contextlib import suppress


class DiskThread:
    """Carries out jobs one after the other; the program's end waits for them as long as it likes.

    A daemon, because a network folder that hangs would otherwise keep the program from ending.
    """

    def __init__(self, name: str) -> None:
        """Give the thread a name; it begins with the first job."""
        self._name = name
        self._jobs: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None

    def submit(self, job: Callable[[], None]) -> None:
        """Carry out a job after those that were submitted before; it tells its own failures."""
        self._jobs.put(job)
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name=self._name, daemon=True)
            self._thread.start()

    def wait(self, seconds: float) -> bool:
        """Wait until all jobs are done, but no longer than some seconds; says whether they are."""
        if self._thread is None:
            return True
        done = threading.Event()
        self.submit(done.set)
        return done.wait(seconds)

    def _work(self) -> None:
        while True:
            job = self._jobs.get()
            with suppress(Exception):
                job()
