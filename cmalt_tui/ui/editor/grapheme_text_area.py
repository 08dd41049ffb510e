"""A text area whose cursor and backspace go by what a person sees as one character."""

from collections.abc import Sequence
from typing import Protocol

from rich.text import Text
from textual.document._document import Location, Selection
from textual.events import Click, Key, MouseEvent
from textual.geometry import Offset

from cmalt_tui.settings.settings import Settings
from cmalt_tui.ui.editor.exact_text_area import ExactTextArea

_LIST_MARKS = frozenset("-*+0123456789")


class KeyTaker(Protocol):
    """Who takes keys before they are written, and has a word for what it is doing."""

    @property
    def word(self) -> str:
        """The word."""
        ...

    @property
    def help_rows(self) -> Sequence[tuple[str, str]]:
        """What can be typed, and what it means."""
        ...

    def take(self, event: Key) -> bool:
        """Take a key; False leaves it to the text."""
        ...


class GraphemeTextArea(ExactTextArea, inherit_bindings=False):
    """Moves, marks and deletes by grapheme clusters, and by words as they are written.

    A line of ASCII alone goes Textual's way: what the rest takes is not even loaded for it.
    """

    _keys: KeyTaker | None = None

    def get_line(self, line_index: int) -> Text:
        """A line to be painted."""
        line = super().get_line(line_index)
        if line.plain.isascii():
            return line
        from cmalt_tui.ui.editor.clusters import has_clusters

        if not has_clusters(line.plain):
            return line
        from cmalt_tui.ui.editor.cluster_line import ClusterLine

        return ClusterLine(line.plain, end="", no_wrap=True)

    def get_cursor_left_location(self) -> Location:
        """The location before the cluster left of the cursor."""
        row, column = self.cursor_location
        if column == 0 or self.document[row].isascii():
            return super().get_cursor_left_location()
        from cmalt_tui.ui.editor.clusters import boundary_before

        return row, boundary_before(self.document[row], column)

    def get_cursor_right_location(self) -> Location:
        """The location behind the cluster at the cursor."""
        row, column = self.cursor_location
        line = self.document[row]
        if column == len(line) or line.isascii():
            return super().get_cursor_right_location()
        from cmalt_tui.ui.editor.clusters import boundary_after

        return row, boundary_after(line, column)

    def get_cursor_up_location(self) -> Location:
        """The location that is painted above the cursor."""
        found = super().get_cursor_up_location()
        if self._all_ascii(found, self.cursor_location):
            return found
        from cmalt_tui.ui.editor.cluster_moves import painted_above

        return painted_above(self)

    def get_cursor_down_location(self) -> Location:
        """The location that is painted below the cursor."""
        found = super().get_cursor_down_location()
        if self._all_ascii(found, self.cursor_location):
            return found
        from cmalt_tui.ui.editor.cluster_moves import painted_below

        return painted_below(self)

    def get_target_document_location(self, event: MouseEvent) -> Location:
        """The location of the cluster that the mouse is on."""
        found = super().get_target_document_location(event)
        if self._all_ascii(found):
            return found
        from cmalt_tui.ui.editor.cluster_moves import painted_at

        cell = event.offset + self.scroll_offset - Offset(self.gutter.left, self.gutter.top)
        return painted_at(self.wrapped_document, cell, found)

    def get_cursor_word_left_location(self) -> Location:
        """The start of the word left of the cursor, or the end of the line above."""
        from cmalt_tui.ui.editor.prose_words import word_before

        row, column = self.cursor_location
        if column == 0 and row > 0:
            return row - 1, len(self.document[row - 1])
        return row, word_before(self.document[row], column)

    def get_cursor_word_right_location(self) -> Location:
        """The end of the word at or behind the cursor, or the start of the line below."""
        from cmalt_tui.ui.editor.prose_words import word_after

        row, column = self.cursor_location
        line = self.document[row]
        if column == len(line) and row < self.document.line_count - 1:
            return row + 1, 0
        return row, word_after(line, column)

    def action_delete_word_right(self) -> None:
        """Delete what is marked, or to the end of the word at or behind the cursor."""
        start, end = self.selection
        if start == end:
            end = self.get_cursor_word_right_location()
        self._delete_via_keyboard(start, end)

    def action_copy(self) -> None:
        """Copy what is marked; the terminal gets it too."""
        from cmalt_tui.ui.editor.clipboard import copy_text

        copy_text(self.app, self.selected_text)

    def action_cut(self) -> None:
        """Cut what is marked, or the line; the terminal gets it too."""
        from cmalt_tui.ui.editor.clipboard import copy_text

        start, end = self.selection
        is_line = start == end
        cut = self._delete_cursor_line() if is_line else self._delete_via_keyboard(start, end)
        if cut is not None:
            copy_text(self.app, cut.replaced_text)

    def action_paste(self) -> None:
        """Put in what was cut or copied in this program."""
        if not self.read_only:
            from cmalt_tui.ui.editor.pasting import paste

            paste(self, self.app.clipboard, own=True)

    @property
    def mode_word(self) -> str:
        """The mode that the modal keys are in, in a word; empty where they are off."""
        return self._modal_keys().word if self._has_modal_keys else ""

    @property
    def help_rows(self) -> Sequence[tuple[str, str]]:
        """What the modal keys are, for the help; nothing where they are off."""
        return self._modal_keys().help_rows if self._has_modal_keys else ()

    async def on_key(self, event: Key) -> None:
        """Let modal keys have the key, if they are on; go on with a list on enter."""
        if self._has_modal_keys and self._modal_keys().take(event):
            event.stop()
            event.prevent_default()
            return
        if event.key == "enter" and not self.read_only and self._on_item():
            from cmalt_tui.ui.editor.tools.continuing import go_on_with_list

            if go_on_with_list(self):
                event.stop()
                event.prevent_default()

    async def on_click(self, event: Click) -> None:
        """Mark the word where the mouse was clicked twice, the paragraph where it was thrice."""
        if event.chain not in (2, 3):
            return
        from cmalt_tui.ui.editor.marking import mark_paragraph, mark_word

        mark = mark_word if event.chain == 2 else mark_paragraph
        mark(self, self.get_target_document_location(event))

    @property
    def _has_modal_keys(self) -> bool:
        settings = getattr(self.app, "settings", None)
        return isinstance(settings, Settings) and settings.modal_keys

    def _modal_keys(self) -> KeyTaker:
        if self._keys is None:
            from cmalt_tui.ui.editor.modal_keys import ModalKeys

            self._keys = ModalKeys(self)
        return self._keys

    def _on_item(self) -> bool:
        return self.document[self.cursor_location[0]].lstrip(" \t>")[:1] in _LIST_MARKS

    def _validate_selection(self, selection: Selection) -> Selection:
        inside = super()._validate_selection(selection)
        if self._all_ascii(*inside):
            return inside
        from cmalt_tui.ui.editor.cluster_moves import whole

        return whole(self.document.lines, inside)

    def _all_ascii(self, *locations: Location) -> bool:
        return all(self.document[row].isascii() for row, _ in locations)
