"""A line to type into that control characters can't get into, by paste or from a file."""

import unicodedata
from typing import Any

from textual.events import Paste
from textual.widgets import Input

from cmalt_tui.plain_text import clean
from cmalt_tui.settings.settings import Settings


class LineInput(Input):
    """An input of one line; compact, as all forms here are."""

    def __init__(self, value: str = "", **options: Any) -> None:
        """Begin with a value; the options are those of `Input`."""
        super().__init__(value, compact=True, **options)

    def on_mount(self) -> None:
        """Let the cursor stand still unless the settings say otherwise."""
        settings = getattr(self.app, "settings", None)
        self.cursor_blink = isinstance(settings, Settings) and settings.cursor_blink

    def validate_value(self, value: str) -> str:
        """Keep out what could write to the terminal; leave everything else as it was typed."""
        cleaned = clean(value).replace("\n", " ").replace("\t", " ")
        return value if unicodedata.normalize("NFC", value) == cleaned else cleaned

    def on_paste(self, event: Paste) -> None:
        """Take a paste as one line."""
        event.stop()
        event.prevent_default()
        self.replace(" ".join(clean(event.text).split()), *self.selection)
