"""A dialog that asks why a finding doesn't hold: a reason to choose, or one's own in a line."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from cmalt_tui.plain_text import clean_line
from cmalt_tui.ui.safe import safe_content, safe_line
from cmalt_tui.ui.widgets.line_input import LineInput

_QUOTE = 200
_KEYS = "↑↓ choose, or type your own   enter dismiss   esc back"


class DismissScreen(ModalScreen[str | None]):
    """Gives back the reason, or None on escape. What is typed goes before what is marked."""

    BINDINGS: ClassVar = [
        Binding("escape", "dismiss(None)", "back", show=False),
        Binding("up", "mark(-1)", "up", show=False, priority=True),
        Binding("down", "mark(1)", "down", show=False, priority=True),
    ]
    DEFAULT_CSS = """
    DismissScreen OptionList {
        border: none; padding: 0; height: auto; background: $panel; background-tint: transparent;
        margin-top: 1;
    }
    DismissScreen Input { background: $surface; }
    """

    def __init__(self, about: str, reasons: Sequence[str]) -> None:
        """Say what is dismissed.

        Args:
            about: What was found, or the words that it is about.
            reasons: What a person may want to answer.
        """
        super().__init__()
        self._about = about
        self._reasons = tuple(reasons)

    def compose(self) -> ComposeResult:
        """What it is about, the line, the reasons."""
        with Vertical(classes="dialog"):
            yield Static("Why does it not hold here?", classes="dialog-title", markup=False)
            yield Static(safe_content(self._about[:_QUOTE], "$text-muted"))
            yield LineInput(placeholder="a reason of your own …")
            listed = OptionList(
                *(Option(safe_line(one, 64)) for one in self._reasons), markup=False
            )
            listed.can_focus = False
            yield listed
            yield Static(Content(_KEYS), classes="dialog-keys")

    def on_mount(self) -> None:
        """Mark the likeliest reason; a letter begins another one."""
        self.query_one(OptionList).highlighted = 0
        self.query_one(Input).focus()

    def action_mark(self, step: int) -> None:
        """Mark another reason."""
        listed = self.query_one(OptionList)
        listed.highlighted = ((listed.highlighted or 0) + step) % len(self._reasons)

    @on(Input.Submitted)
    def _typed(self, event: Input.Submitted) -> None:
        event.stop()
        marked = self.query_one(OptionList).highlighted or 0
        self.dismiss(clean_line(event.value) or self._reasons[marked])

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.dismiss(self._reasons[event.option_index])
