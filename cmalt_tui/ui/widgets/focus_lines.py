"""What little there is beside the text in focus: the principles above it, a line below it."""

from textual.content import Content
from textual.events import Click
from textual.widget import Widget
from textual.widgets import Static

from cmalt_tui.model.text_address import TextAddress
from cmalt_tui.ui.widgets.line import Line


class FocusLine(Line):
    """How much was written in this session; a click brings the rest of the screen back.

    Attributes:
        address: The text that it stood below when it was drawn last.
    """

    DEFAULT_CSS = """
    FocusLine {
        height: 1;
        margin-top: 1;
        padding: 0 1;
    }
    """

    def __init__(self, column: Widget) -> None:
        """Stand in the column of the text."""
        super().__init__("focus-line")
        self.address: TextAddress | None = None
        self.styles.max_width = column.styles.max_width

    async def on_click(self, event: Click) -> None:
        """End focus."""
        event.stop()
        await self.screen.run_action("leave")


class FocusPrinciples(Static):
    """A line for each principle, as long as there is focus."""

    DEFAULT_CSS = """
    FocusPrinciples {
        height: auto;
        padding: 0 1;
        margin-bottom: 1;
    }
    """

    def __init__(self, column: Widget) -> None:
        """Stand in the column of the text."""
        super().__init__(Content(""), id="focus-principles", markup=False)
        self.styles.max_width = column.styles.max_width
        self._shown = Content("")

    def show(self, content: Content) -> None:
        """Show other lines; costs nothing where nothing is new."""
        if not content.is_same(self._shown):
            self._shown = content
            self.update(content)
