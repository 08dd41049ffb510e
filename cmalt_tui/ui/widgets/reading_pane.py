"""Text that can be read and not written: why a file is broken, and what lies in the inbox."""

from collections.abc import Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from cmalt_tui.commands.command import Scope
from cmalt_tui.model.portfolio import BrokenFile, InboxItem
from cmalt_tui.ui import marks
from cmalt_tui.ui.bindings import bindings_of
from cmalt_tui.ui.safe import safe_content, safe_line


class ReadingPane(VerticalScroll):
    """Shows a text to be read."""

    COMMAND_SCOPE = Scope.INBOX
    ACTIONS: ClassVar[Mapping[str, str]] = {
        "place_item": "screen.task('place_item')",
        "drop_item": "screen.task('drop_item')",
    }
    BINDINGS: ClassVar = bindings_of(Scope.INBOX, ACTIONS)
    FOOTER = ("inbox.place_item", "inbox.drop_item")
    HELP = "This is shown for reading; an item of the inbox can be put into a section."

    def __init__(self, content: Content) -> None:
        """Take what is shown first."""
        super().__init__(id="reading")
        self._content = content

    def compose(self) -> ComposeResult:
        """One text that scrolls."""
        yield Static(self._content, id="reading-text", markup=False)

    def why_not(self, action: str) -> str:
        """The screen knows what stands against its tasks."""
        told: str = self.screen.why_not(action.removeprefix("screen."))  # type: ignore[attr-defined]
        return told

    def show(self, content: Content) -> None:
        """Show a text from its start."""
        self._content = content
        if self.is_mounted:
            self.query_one("#reading-text", Static).update(content)
        self.scroll_home(animate=False)


def broken_file(broken: BrokenFile) -> Content:
    """Say what is wrong with a file, and how it is mended."""
    problem = broken.problem
    line = f", line {problem.line}" if problem.line is not None else ""
    key = f", {problem.key}" if problem.key else ""
    return Content("\n").join(
        [
            safe_line(f"{marks.BROKEN} This file can't be read", 0, "bold $error"),
            Content(""),
            safe_line(f"{broken.path}{line}{key}", 0, "bold"),
            safe_content(problem.message + "."),
            safe_content(problem.way_out),
            Content(""),
            Content(
                "Nothing is lost: the file stays exactly as it is, and the program never writes "
                "over it. Mend it in any text editor and save it; it is taken in by itself."
            ),
        ]
    )


def inbox_item(item: InboxItem) -> Content:
    """Show text that an import could not place, with where it came from and why it is here."""
    return Content("\n").join(
        [
            safe_line(item.heading or "Without a heading", 0, "bold"),
            safe_line(f"from {item.source}" if item.source else "", 0, "$text-muted"),
            safe_line(f"here because: {item.reason}" if item.reason else "", 0, "$text-muted"),
            Content(""),
            safe_content(item.text),
        ]
    )
