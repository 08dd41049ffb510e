"""Modal keys in the text: a small part of vi, for who has it in the fingers.

What is here does what vi does, with these differences: a word is a word as one writes it (don't),
j and k go by the lines on the screen, and there is one register, which is the clipboard.
"""

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Protocol, cast, runtime_checkable

from textual.events import Key
from textual.widgets import TextArea
from textual.widgets.text_area import Selection

from cmalt_tui.ui.editor import modal_edits
from cmalt_tui.ui.editor.clusters import boundary_after, boundary_before
from cmalt_tui.ui.editor.modal_motions import INCLUSIVE, LINEWISE, MOTIONS, go

NORMAL, INSERT, VISUAL = "normal", "insert", "visual"
ROWS = (
    ("h j k l   w b e   0 ^ $   gg G   { }   ( )", "move; a number before it repeats it"),
    ("i a I A o O", "write; esc goes back to normal"),
    ("x dd D   cc cw C   yy   d c y with a motion", "delete, change, copy"),
    ("p P J   u ctrl+r", "put, join lines, undo, redo"),
    ("v, then a motion and d, y or c", "mark characters"),
    ("/", "find"),
)
_NAMED = {"enter": "+", "backspace": "h", "space": "l", "ctrl+r": "ctrl+r"}
_CHANGING = frozenset("iaIAoOxDCpPuJ") | {"ctrl+r"}


class _Screen(Protocol):
    def show_figures(self) -> None:
        """Draw the line below the text, where the mode stands."""
        ...


@runtime_checkable
class _HasTasks(Protocol):
    def action_task(self, name: str) -> None:
        """Begin a task."""
        ...


class ModalKeys:
    """Takes the keys of a text while modal keys are on."""

    def __init__(self, area: TextArea) -> None:
        """Begin where keys are commands."""
        self._area = area
        self._mode = NORMAL
        self._typed = ""

    @property
    def word(self) -> str:
        """The mode, and what is typed of a command so far."""
        return f"{self._mode} {self._typed}".strip()

    @property
    def help_rows(self) -> tuple[tuple[str, str], ...]:
        """What can be typed, and what it means."""
        return ROWS

    def take(self, event: Key) -> bool:
        """Take a key; False leaves it to whoever takes it without modal keys."""
        before = self.word
        taken = self._take(event)
        if self.word != before:
            cast(_Screen, self._area.screen).show_figures()
        return taken

    def _take(self, event: Key) -> bool:
        if event.key == "escape":
            return self._escape()
        if self._mode == INSERT:
            return False
        key = _NAMED.get(event.key) or (event.character if event.is_printable else None)
        if not key:
            return False
        if self._mode == VISUAL and key in ("d", "y", "c", "x"):
            self._typed = ""
            self._change_marked("d" if key == "x" else key)
            return True
        self._typed += key
        found = _command().fullmatch(self._typed)
        if found is None:
            self._typed = ""
        elif found["key"]:
            self._typed = ""
            self._carry_out(found["first"], found["operator"] or "", found["second"], found["key"])
        return True

    def _escape(self) -> bool:
        if self._mode == NORMAL and not self._typed:
            return False
        if self._mode == INSERT:
            row, column = self._area.cursor_location
            self._area.move_cursor((row, boundary_before(self._area.document[row], column)))
        self._typed = ""
        self._rest()
        return True

    def _carry_out(self, first: str | None, operator: str, second: str | None, key: str) -> None:
        area = self._area
        count = int(first or 1) * int(second or 1) if first or second else None
        if self._refused(operator in ("d", "c") or (not operator and key in _CHANGING)):
            return
        if self._mode == VISUAL:
            if key == "v":
                self._rest()
            elif key in MOTIONS or key in LINEWISE or key in "jk+":
                self._move(key, count)
        elif operator:
            self._operate(operator, key, count)
        elif key in _COMMANDS:
            _COMMANDS[key](self, count or 1)
        else:
            self._move(key, count)
        if self._mode == NORMAL:
            modal_edits.stay_on_text(area)

    def _move(self, key: str, count: int | None) -> None:
        area = self._area
        if key in "jk+":
            for _ in range(min(count or 1, 10_000)):
                up = key == "k"
                to = area.get_cursor_up_location() if up else area.get_cursor_down_location()
                area.move_cursor(to, record_width=False, select=self._mode == VISUAL)
            return
        to = go(area.document.lines, area.cursor_location, key, count)
        area.move_cursor(to, select=self._mode == VISUAL)

    def _operate(self, operator: str, key: str, count: int | None) -> None:
        area = self._area
        lines, at = area.document.lines, area.cursor_location
        if key == operator:
            modal_edits.operate_on_lines(area, operator, at[0], at[0] + (count or 1) - 1)
        elif key in LINEWISE:
            first, last = sorted((at[0], go(lines, at, key, count)[0]))
            modal_edits.operate_on_lines(area, operator, first, last)
        elif key in MOTIONS:
            # vi's own exception: changing a word leaves the space behind it.
            key = "e" if (operator, key) == ("c", "w") else key
            to = go(lines, at, key, count)
            if key == "w" and to[0] > at[0]:
                to = (at[0], len(lines[at[0]])) if count in (None, 1) else to
            start, end = sorted((at, to))
            if key in INCLUSIVE:
                end = (end[0], boundary_after(lines[end[0]], end[1]))
            modal_edits.operate(area, operator, start, end)
        else:
            return
        if operator == "c":
            self._mode = INSERT

    def _change_marked(self, operator: str) -> None:
        """Delete, change or copy what is marked, with the character under the cursor."""
        if self._refused(operator != "y"):
            return
        area = self._area
        start, end = sorted(area.selection)
        end = (end[0], boundary_after(area.document[end[0]], end[1]))
        modal_edits.operate(area, operator, start, end)
        self._mode = INSERT
        if operator != "c":
            self._rest()

    def _refused(self, changes: bool) -> bool:
        if changes and self._area.read_only:
            self._area.notify("this is open for reading only", severity="warning")
        return changes and self._area.read_only

    def _rest(self) -> None:
        self._mode = NORMAL
        self._area.selection = Selection.cursor(self._area.cursor_location)
        modal_edits.stay_on_text(self._area)

    def _write(self, motion: str = "", *, behind: bool = False) -> None:
        area = self._area
        if motion:
            area.move_cursor(go(area.document.lines, area.cursor_location, motion, None))
        row, column = area.cursor_location
        if behind:
            area.move_cursor((row, boundary_after(area.document[row], column)))
        self._mode = INSERT

    def _open(self, *, above: bool) -> None:
        modal_edits.open_line(self._area, above=above)
        self._mode = INSERT

    def _cut(self, operator: str, count: int, *, to_end: bool) -> None:
        area = self._area
        row, column = area.cursor_location
        line, end = area.document[row], column
        for _ in range(min(count, len(line))):
            end = boundary_after(line, end)
        end = len(line) if to_end else end
        modal_edits.operate(area, operator, (row, column), (row, end))
        if operator == "c":
            self._mode = INSERT

    def _times(self, action: Callable[[], None], count: int) -> None:
        for _ in range(min(count, 1_000)):
            action()

    def _find(self) -> None:
        screen: object = self._area.screen
        if isinstance(screen, _HasTasks):
            screen.action_task("find")

    def _mark(self) -> None:
        self._mode = VISUAL
        self._area.selection = Selection.cursor(self._area.cursor_location)


_COMMANDS: Mapping[str, Callable[[ModalKeys, int], None]] = {
    "i": lambda keys, count: keys._write(),
    "a": lambda keys, count: keys._write(behind=True),
    "I": lambda keys, count: keys._write("^"),
    "A": lambda keys, count: keys._write("$", behind=True),
    "o": lambda keys, count: keys._open(above=False),
    "O": lambda keys, count: keys._open(above=True),
    "x": lambda keys, count: keys._cut("d", count, to_end=False),
    "D": lambda keys, count: keys._cut("d", count, to_end=True),
    "C": lambda keys, count: keys._cut("c", count, to_end=True),
    "p": lambda keys, count: modal_edits.put(keys._area, before=False, count=min(count, 100)),
    "P": lambda keys, count: modal_edits.put(keys._area, before=True, count=min(count, 100)),
    "J": lambda keys, count: modal_edits.join_lines(keys._area, count),
    "u": lambda keys, count: keys._times(keys._area.undo, count),
    "ctrl+r": lambda keys, count: keys._times(keys._area.redo, count),
    "v": lambda keys, count: keys._mark(),
    "/": lambda keys, count: keys._find(),
}


@cache
def _command() -> re.Pattern[str]:
    return re.compile(
        r"(?P<first>[1-9]\d{0,3})?(?P<operator>[dcy])?(?P<second>[1-9]\d{0,3})?"
        r"(?:g|(?P<key>gg|ctrl\+r|[-hjklwbe0^$G{}()iaIAoOxDCpPuJv/+]|(?<=[dcy0-9])[dcy]))?"
    )
