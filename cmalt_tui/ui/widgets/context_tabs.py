"""The names of the context pane's tabs, on as many lines as they need."""

from collections.abc import Mapping
from typing import NamedTuple

from rich.cells import cell_len
from textual.content import Content
from textual.events import Click
from textual.widgets import Static

from cmalt_tui.ui.messages import ShowTab

_GAP = 2


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
        drawn = Content("")
        self._spans = []
        row = column = 0
        for tab, told in self._tabs.items():
            name = tab.upper() if tab == self._open else tab
            words = f"{name} {told}".rstrip()
            gap = _GAP if column else 0
            if column and 0 < self.size.width < column + gap + cell_len(words):
                drawn, row, column, gap = drawn.append("\n"), row + 1, 0, 0
            style = "bold $accent" if tab == self._open else "$text-muted"
            drawn = Content.assemble(drawn, " " * gap, (words, style))
            self._spans.append(_Span(row, column + gap, column + gap + cell_len(words), tab))
            column += gap + cell_len(words)
        self.update(drawn)
