"""A dialog that asks for one line."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from cmalt_tui.plain_text import clean_line
from cmalt_tui.ui.safe import safe_content


class AskLineScreen(ModalScreen[str | None]):
    """Asks for a line; gives back what was typed, or None on escape."""

    BINDINGS: ClassVar = [Binding("escape", "dismiss(None)", "back", show=False)]

    def __init__(self, title: str, value: str = "") -> None:
        """Say what is asked and what stands there now."""
        super().__init__()
        self._title = title
        self._value = value

    def compose(self) -> ComposeResult:
        """Lay out the line."""
        with Vertical(classes="dialog"):
            yield Static(safe_content(self._title), classes="dialog-title")
            line = Input(self._value, compact=True, select_on_focus=False)
            line.cursor_blink = False
            yield line
            yield Static("enter take it   esc back", classes="dialog-keys", markup=False)

    def on_mount(self) -> None:
        """Let the person type at once."""
        self.query_one(Input).focus()

    @on(Input.Submitted)
    def _typed(self, event: Input.Submitted) -> None:
        event.stop()
        self.dismiss(clean_line(event.value))
