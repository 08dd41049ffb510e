"""A line to type into that quietly suggests how it could go on."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from textual.message import Message

from cmalt_tui.model.facets import Completion
from cmalt_tui.plain_text import clean_line
from cmalt_tui.ui.widgets.line_input import LineInput


class CompletingInput(LineInput):
    """Shows the rest of a suggestion behind the cursor; a key takes it, typing on ignores it."""

    @dataclass
    class Offered(Message):
        """Other suggestions are offered, or none, or another one of them is marked."""

    @dataclass
    class NothingBefore(Message):
        """Something before the line was to be deleted."""

    def __init__(self, **options: Any) -> None:
        """Begin with nothing to suggest."""
        super().__init__(select_on_focus=False, **options)
        self._completions: tuple[Completion, ...] = ()
        self._marked = 0

    @property
    def offered(self) -> tuple[list[Completion], int]:
        """What can be taken now, and which of it is marked."""
        fitting = self._fitting()
        return fitting, self._marked % max(len(fitting), 1)

    def offer(self, completions: Sequence[Completion]) -> None:
        """Suggest ways to go on, the likeliest first."""
        changed = tuple(completions) != self._completions
        self._completions = tuple(completions)
        self._marked = 0
        self._draw_rest()
        if changed:
            self._tell()

    def type_on(self) -> None:
        """Keep of the suggestions what still fits after the line has changed."""
        at = self.cursor_position
        moved = [one._replace(end=at) for one in self._completions if one.start < at]
        self.offer([one for one in moved if self._rest(one)])

    def mark_other(self, step: int) -> None:
        """Suggest another one."""
        if fitting := self._fitting():
            self._marked = (self._marked + step) % len(fitting)
            self._draw_rest()
            self._tell()

    def take(self, completion: Completion | None = None) -> None:
        """Put a suggestion into the line, the marked one if none is named."""
        fitting = self._fitting()
        if completion is None and not fitting:
            return
        taken = completion or fitting[self._marked % len(fitting)]
        text, after = clean_line(taken.text), self.value[taken.end :]
        text += "" if text.endswith(":") or after.startswith(" ") else " "
        self.value = self.value[: taken.start] + text + after
        self.cursor_position = taken.start + len(text)
        self.offer(())

    def action_cursor_right(self, select: bool = False) -> None:
        """Take what is suggested at the end of the line; else go right."""
        if not select and self.cursor_at_end and self._suggestion:
            self.take()
        else:
            super().action_cursor_right(select)

    def action_delete_left(self) -> None:
        """Delete the letter before the cursor; tell where there is none."""
        if self.cursor_position == 0 and self.selection.is_empty:
            self.post_message(self.NothingBefore())
        else:
            super().action_delete_left()

    def _fitting(self) -> list[Completion]:
        """What is offered for the place of the cursor: it may have moved since."""
        return [
            one
            for one in self._completions
            if one.start <= self.cursor_position <= one.end
            and one.text != self.value[one.start : one.end]
        ]

    def _rest(self, completion: Completion) -> str:
        """What of a completion is still to be typed; empty where other words stand there."""
        typed, text = self.value[completion.start :], clean_line(completion.text)
        fits = bool(typed) and text.casefold().startswith(typed.casefold())
        return text[len(typed) :] if fits else ""

    def _draw_rest(self) -> None:
        fitting = self._fitting() if self.cursor_at_end else []
        rest = self._rest(fitting[self._marked % len(fitting)]) if fitting else ""
        self._suggestion = self.value + rest if rest else ""

    def _tell(self) -> None:
        self.post_message(self.Offered())
