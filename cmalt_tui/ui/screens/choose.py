"""A dialog that lets a person choose one of a few things."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from cmalt_tui.ui.safe import safe_content, safe_line
from cmalt_tui.ui.widgets.letter_list import LetterList

_WIDTH = 66


@dataclass(frozen=True)
class Choice:
    """One thing to choose: what comes back, what is shown, and a word on it."""

    id: str
    label: str
    told: str = ""


class ChooseScreen(ModalScreen[str | None]):
    """Shows a list; gives back the id of what was chosen, or None on escape."""

    BINDINGS: ClassVar = [
        Binding("escape", "dismiss(None)", "back", show=False),
    ]

    def __init__(
        self,
        title: str,
        choices: Sequence[Choice],
        current: str = "",
        text: str = "",
        keys: str = "enter choose   esc back",
    ) -> None:
        """Say what is asked.

        Args:
            title: The question, in a line.
            choices: What there is to choose.
            current: The id on which the cursor starts.
            text: What the person has to know before choosing.
            keys: What the keys do.
        """
        super().__init__()
        self._title = title
        self._choices = tuple(choices)
        self._current = current
        self._text = text
        self._keys = keys

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        with Vertical(classes="dialog"):
            yield Static(safe_content(self._title), classes="dialog-title")
            if self._text:
                yield Static(safe_content(self._text), classes="dialog-text")
            options = (Option(_label(choice), id=choice.id) for choice in self._choices)
            yield LetterList(*options, compact=True)
            yield Static(self._keys, classes="dialog-keys", markup=False)

    def on_mount(self) -> None:
        """Put the cursor where things stand now."""
        ids = [choice.id for choice in self._choices]
        listed = self.query_one(OptionList)
        listed.highlighted = ids.index(self._current) if self._current in ids else 0
        listed.focus()

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.dismiss(event.option_id)


def _label(choice: Choice) -> Content:
    label = safe_line(choice.label, _WIDTH)
    if not choice.told:
        return label
    return Content.assemble(label, "  ", safe_line(choice.told, _WIDTH, "$text-muted"))
