"""Does one piece of work at a time on a thread behind the caller, who prepares the next."""

from collections.abc import Callable
from threading import Thread
from types import TracebackType


class Behind:
    """A place for one piece of work; leaving it waits, so that nothing goes on after that."""

    def __init__(self) -> None:
        """Begin with nothing to do."""
        self._thread: Thread | None = None
        self._error: BaseException | None = None

    def __enter__(self) -> "Behind":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._join()
        if error is None:
            self._raise()

    def start(self, work: Callable[[], object]) -> None:
        """Begin the next piece when the one before is done; an error of that is raised here."""
        self.wait()

        def run() -> None:
            try:
                work()
            except BaseException as error:
                self._error = error

        self._thread = Thread(target=run, daemon=True)
        self._thread.start()

    def wait(self) -> None:
        """Wait for the work that was begun; its error is raised here."""
        self._join()
        self._raise()

    def _join(self) -> None:
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def _raise(self) -> None:
        error, self._error = self._error, None
        if error is not None:
            raise error
