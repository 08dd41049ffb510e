"""One line of a form: what is asked, and the field."""

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Static


class FormRow(Horizontal):
    """A label and a field beside each other."""

    DEFAULT_CSS = """
    FormRow {
        height: 1;
        margin-bottom: 1;
    }
    FormRow > .form-label {
        width: 12;
        color: $text-muted;
    }
    FormRow > Input, FormRow > Select {
        width: 1fr;
        background: $surface;
    }
    FormRow.-here > .form-label {
        color: $accent;
    }
    """

    def __init__(self, label: str, field: Widget, *behind: Widget) -> None:
        """Put a field behind its label, and what is said of it behind that."""
        super().__init__()
        self._label = label
        self._fields = (field, *behind)

    def on_descendant_focus(self) -> None:
        """Mark the row that is filled in."""
        self.add_class("-here")

    def on_descendant_blur(self) -> None:
        """Take the mark away."""
        self.remove_class("-here")

    def compose(self) -> ComposeResult:
        """Label, field, and what is said of it."""
        yield Static(self._label, classes="form-label", markup=False)
        yield from self._fields
