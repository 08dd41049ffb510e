"""How far the search index is while a question makes it anew, for whoever waits for an answer."""

from cmalt_tui.progress import Cancelled, Progress, Report, unreported


class IndexMaking:
    """Told of in the thread of whichever question needs the index; looked at from any other.

    Attributes:
        progress: How far it is; None while it is not being made.
    """

    def __init__(self, report: Report = unreported) -> None:
        """Begin with nothing being made; ``report`` is told of it too."""
        self.progress: Progress | None = None
        self._report = report
        self._is_stopped = False

    def told(self, progress: Progress) -> None:
        """Take note how far it is.

        Raises:
            Cancelled: It was stopped.
        """
        if self._is_stopped:
            self.progress = None
            raise Cancelled
        self.progress = progress if progress.done < progress.total else None
        self._report(progress)

    def stop(self) -> None:
        """Make it no further, until somebody goes on; what is done stays."""
        self._is_stopped = True

    def go_on(self) -> None:
        """Let the next question make what is not done yet."""
        self._is_stopped = False
