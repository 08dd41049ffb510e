"""Keeps the undo of every text for the next session, written beside the keys."""

from collections.abc import Callable
from pathlib import Path

from textual.document._edit import Edit

from cmalt_tui.model.text_address import TextAddress
from cmalt_tui.places import Places
from cmalt_tui.ui.disk_thread import DiskThread
from cmalt_tui.ui.editor.lasting_history import as_data, older_steps
from cmalt_tui.ui.editor.prose_editor import ProseEditor
from cmalt_tui.ui.editor.text_history import OlderSteps, TextHistory
from cmalt_tui.workbench.text_histories import TextHistories

_LONGEST_LEAVING = 1.0


class UndoMemory:
    """Reads and writes the histories of texts; what is written is made ready in a thread."""

    def __init__(self, histories: TextHistories) -> None:
        """Take the place where histories are kept."""
        self._histories = histories
        self._disk = DiskThread("undo")

    def older(self, address: TextAddress, text: str) -> OlderSteps | None:
        """Fetch the steps of earlier sessions that lead to a text."""
        return older_steps(self._histories.read(address), text)

    def keep(self, address: TextAddress, text: str, history: TextHistory) -> None:
        """Write the history of a text in a while; returns at once."""
        # A step may still grow while the thread looks at it.
        undo = [list(step) for step in history.undo_stack]
        redo, older = history.redo_stack, history.older
        self._disk.ask(lambda: self._write(address, text, undo, redo, older), _nothing)

    def leave(self) -> None:
        """Wait for what is being written, for a short time."""
        self._disk.wait(_LONGEST_LEAVING)

    def _write(
        self,
        address: TextAddress,
        text: str,
        undo: list[list[Edit]],
        redo: list[list[Edit]],
        older: Callable[[], OlderSteps | None] | None,
    ) -> None:
        before = older() if older is not None else None
        steps = [*(before.undo if before else ()), *undo]
        self._histories.write(address, as_data(text, steps, redo))


def remember_undo(editor: ProseEditor, places: Places, folder: Path) -> None:
    """Have an editor remember undo.

    Args:
        editor: The editor.
        places: Where the person's data are.
        folder: The portfolio's folder.
    """
    editor.undo_keeper = UndoMemory(TextHistories(places, folder))


def _nothing(answer: object) -> None:
    """Nothing depends on whether undo could be kept."""
    del answer
