"""The writing screen: the outline, one text, and what helps with it."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.screen import Screen
from textual.widgets import TextArea

from cmalt_tui.commands.command import Scope
from cmalt_tui.ui.bindings import bindings_of
from cmalt_tui.ui.widgets.footer_line import FooterLine
from cmalt_tui.workbench.desk import Desk


class WriteScreen(Screen[None]):
    """Shows one text of the portfolio."""

    COMMAND_SCOPE = Scope.WRITE
    BINDINGS: ClassVar = bindings_of(Scope.WRITE)

    def __init__(self, desk: Desk, at: str = "") -> None:
        """Take the opened portfolio and the place to begin at."""
        super().__init__()
        self.desk = desk
        self._at = at

    def compose(self) -> ComposeResult:
        """Lay out the panes."""
        yield TextArea()
        yield FooterLine(Scope.WRITE, "○ empty ◐ draft ● done")

    def why_not(self, action: str) -> str:
        """Why an action can't be carried out now."""
        del action
        return ""
