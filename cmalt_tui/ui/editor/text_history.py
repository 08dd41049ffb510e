"""The undo of one text, which goes on where an earlier session ended."""

import threading
from collections.abc import Callable
from typing import NamedTuple

from textual.document._edit import Edit
from textual.document._history import EditHistory

MOST_STEPS = 200


class OlderSteps(NamedTuple):
    """What an earlier session left: steps that can be undone and redone, in Textual's order."""

    undo: list[list[Edit]]
    redo: list[list[Edit]]


class TextHistory(EditHistory):
    """Fetches the older steps when undo or redo asks for them first, so that no start waits.

    Textual has no public way to continue a history:
    https://github.com/Textualize/textual/blob/v8.2.8/src/textual/document/_history.py
    """

    def __init__(self, older: Callable[[], OlderSteps | None]) -> None:
        """Begin with no steps of this session.

        Args:
            older: Fetches the steps that lead to the text as it is now; None if there are none.
        """
        # Pauses and sizes as in Textual's own editor.
        super().__init__(
            max_checkpoints=MOST_STEPS, checkpoint_timer=2.0, checkpoint_max_characters=100
        )
        self.older: Once | None = Once(older)

    def recall(self) -> None:
        """Put the older steps below those of this session."""
        if self.older is None:
            return
        older, self.older = self.older(), None
        if older is None:
            return
        untouched = not self._undo_stack and not self._redo_stack
        # A full deque would drop the newest where something is put in at its old end.
        room = MOST_STEPS - len(self._undo_stack)
        self._undo_stack.extendleft(reversed(older.undo[-room:] if room else []))
        if untouched:
            self._redo_stack.extend(older.redo)
            self.checkpoint()

    def _pop_undo(self) -> list[Edit] | None:
        self.recall()
        return super()._pop_undo()

    def _pop_redo(self) -> list[Edit] | None:
        self.recall()
        return super()._pop_redo()


class Once:
    """Asks once, whoever asks first, and gives everybody that answer.

    The thread that writes a history may need the older steps before undo does; after it has
    written, the file holds more than those.
    """

    def __init__(self, ask: Callable[[], OlderSteps | None]) -> None:
        """Take what is asked."""
        self._ask = ask
        self._lock = threading.Lock()
        self._answers: list[OlderSteps | None] = []

    def __call__(self) -> OlderSteps | None:
        """Give the answer."""
        with self._lock:
            if not self._answers:
                self._answers.append(self._ask())
            return self._answers[0]
