"""A thread that disks are read and written in, so that no key ever waits for one that hangs."""

import queue
import threading
from collections import deque
from collections.abc import Callable

Then = Callable[[object], None]


class DiskThread:
    """Carries out jobs one after the other; who waits for them says how long at most.

    A daemon, because a network folder that hangs would otherwise keep the program from ending. It
    ends with the last job and begins anew with the next one, so that nothing that was closed is
    held by a thread that waits.
    """

    def __init__(self, name: str) -> None:
        """Give the thread a name."""
        self._name = name
        self._jobs: deque[Callable[[], None]] = deque()
        self._lock = threading.Lock()
        self._answers: queue.SimpleQueue[tuple[Then, object]] = queue.SimpleQueue()
        self._asked = 0
        self._thread: threading.Thread | None = None

    @property
    def busy(self) -> bool:
        """Whether there is a job whose answer has not been taken."""
        return self._asked > 0

    def ask(self, job: Callable[[], object], then: Then) -> None:
        """Carry out a job, and what comes after it when its answer is taken.

        Args:
            job: What is done in the thread.
            then: Gets what the job gave back, or the exception that it raised; called by
                `take_answers`.
        """

        def answer() -> None:
            try:
                found = job()
            except Exception as trouble:
                found = trouble
            self._answers.put((then, found))

        self._asked += 1
        self._submit(answer)

    def take_answers(self) -> None:
        """Go on with what the jobs gave that are done by now."""
        while not self._answers.empty():
            then, found = self._answers.get()
            self._asked -= 1
            then(found)

    def wait(self, seconds: float) -> bool:
        """Wait until all jobs are done, but no longer than some seconds; says whether they are."""
        done = threading.Event()
        self._submit(done.set)
        return done.wait(seconds)

    def _submit(self, job: Callable[[], None]) -> None:
        with self._lock:
            self._jobs.append(job)
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name=self._name, daemon=True)
                self._thread.start()

    def _work(self) -> None:
        while True:
            with self._lock:
                if not self._jobs:
                    self._thread = None
                    return
                job = self._jobs.popleft()
            job()
            del job
