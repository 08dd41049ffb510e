"""One line that says how far long work is and how long it will take, in glyphs and in words."""

from textual.content import Content
from textual.widgets import Static

from cmalt_tui.progress import Pace, Progress
from cmalt_tui.ui.safe import safe_line

_CELLS = 12


class ProgressLine(Static):
    """``▰▰▰▰▱▱▱▱ pictures · 14 of 20 · 3.5/s``; empty where nothing is going on."""

    def __init__(self, *, id: str | None = None) -> None:
        """Begin with nothing to tell."""
        super().__init__("", id=id, markup=False)
        self._pace = Pace()

    def show(self, progress: Progress) -> None:
        """Show how far the work is."""
        self.update(progress_content(progress, safe_line(self._pace.told(progress))))

    def tell(self, words: str, style: str = "") -> None:
        """Show a sentence in place of the progress."""
        self.update(safe_line(words, style=style))

    def clear_line(self) -> None:
        """Show nothing."""
        self.update("")


def progress_content(progress: Progress, words: Content) -> Content:
    """Draw progress as a bar and in words; work of unknown length has words alone."""
    if progress.total <= 0:
        return Content.assemble(("… ", "$accent"), words)
    full = min(_CELLS, _CELLS * max(progress.done, 0) // progress.total)
    return Content.assemble(
        ("▰" * full, "$accent"), ("▱" * (_CELLS - full), "$text-muted"), " ", words
    )
