"""How far the search index is while a question makes it anew, for whoever waits for an answer."""

from cmalt_tui.progress import Cancelled, Pace, Progress, Report, unreported


class IndexMaking:
    """Told of in the thread of whichever question needs the index; looked at from any other.

    Attributes:
        words: How far it is, with rate and time left; empty while it is not being made.
        is_stopped: Whether somebody stopped it, and nobody has asked since.
    """

    def __init__(self, report: Report = unreported) -> None:
        """Begin with nothing being made; ``report`` is told of it too."""
        self.words = ""
        self._pace = Pace()
        self._report = report
        self.is_stopped = False

    def told(self, progress: Progress) -> None:
        """Take note how far it is.

        Raises:
            Cancelled: It was stopped.
        """
        if self.is_stopped:
            self.words = ""
            raise Cancelled
        self.words = self._pace.told(progress) if progress.done < progress.total else ""
        self._report(progress)

    def stop(self) -> None:
        """Make it no further, until somebody goes on; what is done stays."""
        self.is_stopped = True

    def go_on(self) -> None:
        """Let the next question make what is not done yet."""
        self.is_stopped = False
