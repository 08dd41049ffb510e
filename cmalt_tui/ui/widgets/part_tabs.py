"""The line of a section's parts above the text; the open one is marked and bold."""

from dataclasses import dataclass

from rich.cells import cell_len
from textual.app import RenderResult
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.widget import Widget

from cmalt_tui.model.text_address import TextAddress

_GAP = "   "


class PartTabs(Widget):
    """Shows the names of the parts; a click opens one."""

    @dataclass
    class Chosen(Message):
        """A part was clicked."""

        address: TextAddress

    def __init__(self) -> None:
        """Begin with none."""
        super().__init__(id="tabs")
        self._tabs: tuple[tuple[TextAddress, str], ...] = ()
        self._open: TextAddress | None = None

    def show(self, tabs: tuple[tuple[TextAddress, str], ...], open_one: TextAddress) -> None:
        """Show the parts of a section and mark the open one."""
        if (tabs, open_one) != (self._tabs, self._open):
            self._tabs, self._open = tabs, open_one
            self.refresh()

    def render(self) -> RenderResult:
        """Draw the names."""
        return (
            Content(_GAP)
            .join(
                [
                    Content.styled(
                        name, "bold underline $accent" if address == self._open else "$text-muted"
                    )
                    for address, name in self._tabs
                ]
            )
            .truncate(self.size.width, ellipsis=True)
        )

    def on_click(self, event: Click) -> None:
        """Open the part under the mouse."""
        column = 0
        for address, name in self._tabs:
            if column <= event.x < column + cell_len(name):
                self.post_message(self.Chosen(address))
            column += cell_len(name) + len(_GAP)
