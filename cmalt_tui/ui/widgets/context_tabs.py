"""The names of the context pane's tabs, on one line."""

from collections.abc import Mapping
from typing import NamedTuple

from rich.cells import cell_len
from textual.content import Content
from textual.events import Click
from textual.widgets import Static

from cmalt_tui.ui.messages import ShowTab

_MORE_BEFORE, _MORE_AFTER = "‹", "›"


class _Named(NamedTuple):
    """A tab, and the words that stand for it."""

    tab: str
    words: str


class _Span(NamedTuple):
    """Where a tab stands."""

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

    def words(self, width: int) -> str:
        """The line as it stands in a width."""
        return "".join(f"{' ' * gap}{words}" for _, words, gap in self._fitting(width))

    def on_resize(self) -> None:
        """Set them anew: there may be room for more."""
        self._draw()

    def on_click(self, event: Click) -> None:
        """Open the tab under the mouse."""
        column = event.x - self.styles.padding.left
        for span in self._spans:
            if span.start <= column < span.end:
                self.post_message(ShowTab(span.tab))

    def _draw(self) -> None:
        pieces: list[tuple[str, str]] = []
        self._spans = []
        column = 0
        for tab, words, gap in self._fitting(self.size.width or 1000):
            pieces.append((" " * gap, ""))
            column += gap
            end = column + cell_len(words)
            self._spans.append(_Span(column, end, tab))
            is_open = tab == self._open and words not in (_MORE_BEFORE, _MORE_AFTER)
            pieces.append((words, "bold $accent" if is_open else "$text-muted"))
            column = end
        self.update(Content.assemble(*pieces))

    def _fitting(self, width: int) -> list[tuple[str, str, int]]:
        """The tabs with the space before each: all of them, or as many as stand round the open one.

        Where room is short, the space between them goes first, then what is said of those that are
        not open.
        """
        with_told, bare = self._named(told=True), self._named(told=False)
        for named, gap in ((with_told, 2), (with_told, 1), (bare, 1)):
            if _width(named, gap) <= width:
                return [
                    (tab, words, gap if place else 0) for place, (tab, words) in enumerate(named)
                ]
        return [
            (tab, words, bool(place))
            for place, (tab, words) in enumerate(self._round_open(bare, width))
        ]

    def _named(self, *, told: bool) -> list[_Named]:
        named = []
        for tab, inside in self._tabs.items():
            is_open = tab == self._open
            words = f"{tab.upper() if is_open else tab} {inside if told or is_open else ''}"
            named.append(_Named(tab, words.rstrip()))
        return named

    def _round_open(self, named: list[_Named], width: int) -> list[_Named]:
        """As many tabs as have room, the open one among them; arrows lead to the others."""
        tabs = [tab for tab, _ in named]
        place = tabs.index(self._open) if self._open in tabs else 0
        first, last = 0, len(named)
        while True:
            before = [_Named(tabs[first - 1], _MORE_BEFORE)] if first else []
            after = [_Named(tabs[last], _MORE_AFTER)] if last < len(named) else []
            shown = [*before, *named[first:last], *after]
            if _width(shown, 1) <= width or last - first == 1:
                return shown
            if last - 1 > place:
                last -= 1
            else:
                first += 1


def _width(named: list[_Named], gap: int) -> int:
    return sum(cell_len(words) for _, words in named) + gap * (len(named) - 1)
