"""The editor: one text area that shows many texts in turn, each with its own undo."""

from collections.abc import Mapping
from functools import partial
from typing import ClassVar, Protocol, runtime_checkable

from rich.text import Text
from textual.events import Paste
from textual.timer import Timer
from textual.widgets import TextArea
from textual.widgets.text_area import Selection

from cmalt_tui.commands.command import Scope
from cmalt_tui.model.paragraphs import next_paragraph, previous_paragraph
from cmalt_tui.model.text_address import TextAddress
from cmalt_tui.ui.bindings import bindings_of
from cmalt_tui.ui.editor import tools
from cmalt_tui.ui.editor.focus_text_area import FocusTextArea
from cmalt_tui.ui.editor.one_edit import one_edit
from cmalt_tui.ui.editor.open_texts import OpenText, OpenTexts
from cmalt_tui.ui.editor.text_history import OlderSteps, TextHistory
from cmalt_tui.ui.themes import TEXT_THEME, text_theme

_CHANGES = frozenset(
    {
        *("delete_left", "delete_right", "delete_word_left", "delete_word_right", "cut", "paste"),
        *("delete_to_start_of_line", "delete_to_end_of_line_or_delete_line", "undo", "redo"),
    }
)
_UNDO_BEHIND = 3.0


class UndoKeeper(Protocol):
    """Keeps histories for the next session."""

    def older(self, address: TextAddress, text: str) -> OlderSteps | None:
        """Fetch the steps of earlier sessions that lead to a text."""
        ...

    def keep(self, address: TextAddress, text: str, history: TextHistory) -> None:
        """Write the history of a text; returns at once."""
        ...

    def leave(self) -> None:
        """Wait a little until all is written."""
        ...


class LineMarker(Protocol):
    """Marks places of the text, such as what a search found."""

    def mark(self, line: Text, row: int) -> None:
        """Style what is to be marked in a line that is about to be painted."""
        ...

    def text_changed(self) -> None:
        """Learn that the text is another one than before, or another text is shown."""
        ...


@runtime_checkable
class TextTaker(Protocol):
    """A screen that takes over what is typed."""

    def text_typed(self, address: TextAddress, text: str) -> None:
        """Take over a text that is another one than before."""
        ...


class ProseEditor(FocusTextArea, inherit_bindings=False):
    """Shows the text at an address and says when it was changed."""

    COMMAND_SCOPE = Scope.EDITOR
    ACTIONS: ClassVar[Mapping[str, str]] = {
        "leave": "screen.leave",
        "mark_up": "cursor_up(True)",
        "mark_down": "cursor_down(True)",
        "mark_left": "cursor_left(True)",
        "mark_right": "cursor_right(True)",
        "mark_word_left": "cursor_word_left(True)",
        "mark_word_right": "cursor_word_right(True)",
        "mark_line_start": "cursor_line_start(True)",
        "mark_line_end": "cursor_line_end(True)",
        **tools.ACTIONS,
    }
    BINDINGS: ClassVar = bindings_of(Scope.EDITOR, ACTIONS)
    HELP = "The text. It is Markdown and saves itself; undo goes back in this text alone."

    def __init__(self, *, cursor_blink: bool, read_only: bool) -> None:
        """Begin with no text.

        Args:
            cursor_blink: Whether the cursor blinks.
            read_only: Whether nothing may be changed, because somebody else writes.
        """
        super().__init__(id="editor", read_only=read_only)
        self.cursor_blink = cursor_blink
        self.address: TextAddress | None = None
        self.undo_keeper: UndoKeeper | None = None
        self.line_marker: LineMarker | None = None
        self._open = OpenTexts()
        self._known = ""
        self._keeping: Timer | None = None

    def show(self, address: TextAddress, text: str) -> None:
        """Show a text where it was left, or from its start.

        Args:
            address: Where the text stands.
            text: As the portfolio has it; if it is another one than was left here, it becomes one
                more step that undo can take back.
        """
        if address != self.address:
            self._put_aside()
            self.address = address
            self._take_up(text)
        if self.text != text:
            from cmalt_tui.ui.editor.one_step import change_in_one_step

            change_in_one_step(self, one_edit(self.text, text))
            self._keep_undo_soon()
        self._known = text
        if self.line_marker is not None:
            self.line_marker.text_changed()

    def get_line(self, line_index: int) -> Text:
        """A line to be painted, with its marks."""
        line = super().get_line(line_index)
        if self.line_marker is not None:
            self.line_marker.mark(line, line_index)
        return line

    def tell_typed(self) -> None:
        """Have the screen take over what was typed.

        To be called as well before anything else happens to the portfolio: Textual tells of an
        edit by a message, which may still be on its way.
        """
        text = self.text
        if self.address is not None and text != self._known:
            self._known = text
            self._keep_undo_soon()
            if isinstance(self.screen, TextTaker):
                self.screen.text_typed(self.address, text)
            if self.line_marker is not None:
                self.line_marker.text_changed()

    def keep_undo(self) -> None:
        """Have the history of this text kept for the next session, if it is another one now."""
        if self._keeping is None or self.undo_keeper is None or self.address is None:
            return
        self._keeping.stop()
        self._keeping = None
        if isinstance(self.history, TextHistory):
            self.undo_keeper.keep(self.address, self.text, self.history)

    def on_unmount(self) -> None:
        """Keep the undo of the text that was written in last."""
        self.keep_undo()
        if self.undo_keeper is not None:
            self.undo_keeper.leave()

    def colour_markdown(self) -> None:
        """Tell headings, lists, links and emphasis apart by how they are drawn."""
        from cmalt_tui.ui.editor.markdown_colours import MarkdownColours

        self.colouring = MarkdownColours(self.document.lines)
        self.recolour()
        self.paint_marks()

    def recolour(self) -> None:
        """Take the colours of the app's theme."""
        self.register_theme(text_theme(self.app))
        self.theme = TEXT_THEME

    def why_not(self, action: str) -> str:
        """Why an edit can't be carried out: the portfolio is read-only, or there is nothing."""
        if self.read_only and (action in _CHANGES or tools.changing_tool(action)):
            return "this is open for reading only"
        if action == "copy" and self.selection.is_empty:
            return "mark some text first, with shift and the arrow keys"
        return ""

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Say so only if the text differs: Textual also reports a text that was just loaded."""
        event.stop()
        self.tell_typed()

    async def on_paste(self, event: Paste) -> None:
        """Put in a paste, cleaned."""
        event.stop()
        event.prevent_default()
        if not self.read_only:
            from cmalt_tui.ui.editor.pasting import paste

            paste(self, event.text)

    def action_tool(self, name: str) -> None:
        """Use one of the tools."""
        tools.load_tool(name)(self)

    def action_paragraph_up(self) -> None:
        """Go to the start of the paragraph, or of the one above."""
        lines = self.document.lines
        self.move_cursor((previous_paragraph(lines, self.cursor_location), 0))

    def action_paragraph_down(self) -> None:
        """Go to the start of the next paragraph, or to the end of the text."""
        row = next_paragraph(self.document.lines, self.cursor_location[0])
        self.move_cursor((row, 0) if row is not None else self.document.end)

    def action_text_start(self) -> None:
        """Go to the start of the text."""
        self.move_cursor(self.document.start)

    def action_text_end(self) -> None:
        """Go to the end of the text."""
        self.move_cursor(self.document.end)

    def _keep_undo_soon(self) -> None:
        if self._keeping is None:
            self._keeping = self.set_timer(_UNDO_BEHIND, self.keep_undo)

    def _put_aside(self) -> None:
        self.tell_typed()
        self.keep_undo()
        if self.address is not None:
            left = OpenText(
                self.document,
                self.wrapped_document,
                self.navigator,
                self.history,
                self.selection,
                self.scroll_offset.y,
            )
            self._open.keep(self.address, left)

    def _take_up(self, text: str) -> None:
        assert self.address is not None
        kept = self._open.take(self.address)
        if kept is None:
            self.history = TextHistory(partial(_older_steps, self, self.address, text))
            self._known = text
            self.load_text(text)
            self.scroll_to(y=0, animate=False, force=True)
            return
        self.document, self.wrapped_document = kept.document, kept.wrapped
        self.navigator, self.history = kept.navigator, kept.history
        self._known = self.text
        # Textual 8.2.8 has no public way to put another document into a text area and keep its
        # history: https://github.com/Textualize/textual/blob/v8.2.8/src/textual/widgets/_text_area.py
        self._build_highlight_map()
        # First the cursor: wrapping may scroll to it, and it must lie inside this text by then.
        self.selection = Selection(*kept.selection)
        self._rewrap_and_refresh_virtual_size()
        self.scroll_to(y=kept.scroll_y, animate=False, force=True)
        self.refresh()


def _older_steps(editor: ProseEditor, address: TextAddress, text: str) -> OlderSteps | None:
    return editor.undo_keeper.older(address, text) if editor.undo_keeper is not None else None
