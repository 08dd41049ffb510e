"""A text area that takes keys, clicks and the clipboard in the way of prose."""

from collections.abc import Sequence
from typing import Protocol

from textual.events import Click, Key

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


class KeyedTextArea(ExactTextArea, inherit_bindings=False):
    """Copies and pastes, marks by clicks, goes on with lists, and knows modal keys."""

    _keys: KeyTaker | None = None

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
