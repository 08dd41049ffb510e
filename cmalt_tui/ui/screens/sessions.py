"""A dialog that shows when and how much was written in the last weeks."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from cmalt_tui.ui.safe import safe_content


class SessionsScreen(ModalScreen[None]):
    """Shows lines that were drawn in letters."""

    BINDINGS: ClassVar = [
        Binding("escape,q,enter", "dismiss", "back", show=False),
        Binding("j", "scroll_lines(1)", show=False),
        Binding("k", "scroll_lines(-1)", show=False),
    ]
    DEFAULT_CSS = """
    SessionsScreen VerticalScroll {
        height: auto;
        max-height: 60vh;
        scrollbar-size-vertical: 1;
        background-tint: $foreground 0%;
    }
    SessionsScreen Static { height: auto; }
    """

    def __init__(self, lines: Sequence[str]) -> None:
        """Take the lines."""
        super().__init__()
        self._lines = lines

    def compose(self) -> ComposeResult:
        """The picture, and how to leave."""
        with Vertical(classes="dialog"):
            yield Static("Writing sessions", classes="dialog-title", markup=False)
            with VerticalScroll():
                yield Static(Content("\n").join([safe_content(line) for line in self._lines]))
            yield Static("esc back   ↑↓ scroll", classes="dialog-keys", markup=False)

    def on_mount(self) -> None:
        """Let the arrows scroll."""
        self.query_one(VerticalScroll).focus()

    def action_scroll_lines(self, lines: int) -> None:
        """Scroll by lines."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)
