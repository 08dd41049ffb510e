"""A dialog that asks for one line."""

from collections.abc import Callable
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

    def __init__(
        self, title: str, value: str = "", cut_off: Callable[[str], object] | None = None
    ) -> None:
        """Say what is asked.

        Args:
            title: What is asked.
            value: What stands there now.
            cut_off: Takes what was typed so far where the program is ended before it is answered.
        """
        super().__init__()
        self._cut_off = cut_off
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

    def hand_in(self) -> None:
        """Give away what was typed so far, as the program is being ended."""
        typed = clean_line(self.query_one(Input).value)
        if typed and self._cut_off is not None:
            self._cut_off(typed)

    @on(Input.Submitted)
    def _typed(self, event: Input.Submitted) -> None:
        event.stop()
        self.dismiss(clean_line(event.value))
