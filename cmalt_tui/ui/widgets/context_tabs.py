"""The names of the context pane's tabs, on as many lines as they need."""

from collections.abc import Mapping
from typing import NamedTuple

from rich.cells import cell_len
from textual.content import Content
from textual.events import Click
from textual.widgets import Static

from cmalt_tui.ui.messages import ShowTab


class _Span(NamedTuple):
    """Where a tab stands."""

    row: int
    start: int
    end: int
    tab: str


class ContextTabs(Static):
    """Shows which tabs there are, what is in them, and which one is open."""

    def __init__(self) -> None:
        """Begin with no tab."""
        super().__init__("", id="context-tabs", markup=False)
        self._tabs: Mapping[str, str] = {}
        self._open = ""
        self._spans: list[_Span] = []

    def show(self, tabs: Mapping[str, str], is_open: str) -> None:
        """Show tabs.

        Args:
            tabs: Each tab's name, and what is said of what is in it: ``★2``.
            is_open: The one that is open.
        """
        if (tabs, is_open) != (self._tabs, self._open):
            self._tabs, self._open = tabs, is_open
            self._draw()

    def on_resize(self) -> None:
        """Set them anew: there may be room for all on one line."""
        self._draw()

    def on_click(self, event: Click) -> None:
        """Open the tab under the mouse."""
        column = event.x - self.styles.padding.left
        for span in self._spans:
            if event.y == span.row and span.start <= column < span.end:
                self.post_message(ShowTab(span.tab))

    def _draw(self) -> None:
        named = {
            tab: f"{tab.upper() if tab == self._open else tab} {told}".rstrip()
            for tab, told in self._tabs.items()
        }
        closest = sum(map(cell_len, named.values())) + len(named) - 1
        width = self.size.width or 2 * closest
        # Closer together where that spares a line.
        gap = 1 if closest <= width < closest + len(named) - 1 else 2
        drawn, row, column = Content(""), 0, 0
        self._spans = []
        for tab, words in named.items():
            before = "" if not column else " " * gap
            if column and column + gap + cell_len(words) > width:
                before, row, column = "\n", row + 1, 0
            start = column + (gap if column else 0)
            column = start + cell_len(words)
            self._spans.append(_Span(row, start, column, tab))
            style = "bold $accent" if tab == self._open else "$text-muted"
            drawn = Content.assemble(drawn, before, (words, style))
        self.update(drawn)
