"""The form of a declaration: a line for each field that the framework asks for."""

from collections.abc import Mapping

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Input, Static

from cmalt_tui.model.outline import Entry
from cmalt_tui.ui.messages import FieldTyped
from cmalt_tui.ui.safe import safe_line


class DeclarationForm(VerticalScroll, can_focus=False):
    """Shows the fields of a declaration and says what is typed into them."""

    HELP = "The fields of the declaration; tab goes from one to the next. It saves itself."

    def __init__(self, entry: Entry, *, read_only: bool) -> None:
        """Take the declaration.

        Args:
            entry: The section; its fields come from the framework.
            read_only: Whether nothing may be changed.
        """
        super().__init__(id="declaration")
        self.section = entry.id
        self._fields = entry.asked.fields
        self._optional = entry.asked.optional_fields
        self._values: dict[str, str] = dict(entry.written.declaration)
        self._read_only = read_only

    def compose(self) -> ComposeResult:
        """A label and a line for each field."""
        for number, name in enumerate(self._fields):
            words = name.replace("_", " ")
            told = f"{words[:1].upper()}{words[1:]}" + (
                " (if any)" if name in self._optional else ""
            )
            yield Static(safe_line(told), classes="field-name")
            line = Input(
                self._values.get(name, ""),
                placeholder="YYYY-MM-DD" if "date" in name else "",
                id=f"field-{number}",
                compact=True,
                disabled=self._read_only,
            )
            line.cursor_blink = False
            yield line

    def show(self, values: Mapping[str, str]) -> None:
        """Show other values; what is the same already is left alone."""
        self._values = dict(values)
        if not self.is_mounted:
            return
        for number, name in enumerate(self._fields):
            line = self.query_one(f"#field-{number}", Input)
            if line.value != values.get(name, ""):
                line.value = values.get(name, "")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Say what was typed."""
        event.stop()
        name = self._fields[int((event.input.id or "field-0").removeprefix("field-"))]
        if event.value != self._values.get(name, ""):
            self._values[name] = event.value
            self.post_message(FieldTyped(self.section, name, event.value))
