"""A line of text to be painted, in which no style begins or ends inside a character."""

from rich.style import Style
from rich.text import Text

from cmalt_tui.ui.editor.clusters import boundary_after, boundary_before, is_boundary


class ClusterLine(Text):
    """Widens each style to whole clusters: a cursor on a flag lies on the flag, not on half."""

    def stylize(self, style: str | Style, start: int = 0, end: int | None = None) -> None:
        """Apply a style to the clusters that a stretch touches."""
        line = self.plain
        if not is_boundary(line, start):
            start = boundary_before(line, start)
        if end is not None and not is_boundary(line, end):
            end = boundary_after(line, end)
        super().stylize(style, start, end)
