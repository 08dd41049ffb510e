"""Has the person write in their own editor, and comes back with the text as one step of undo."""

import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from textual.app import SuspendNotSupported

from cmalt_tui.problems import InputProblem
from cmalt_tui.ui.editor.one_edit import one_edit
from cmalt_tui.ui.editor.one_step import change_in_one_step
from cmalt_tui.ui.editor.prose_editor import ProseEditor
from cmalt_tui.ui.screens.write_edits import EditingScreen
from cmalt_tui.workbench import outside_text

_DISK_ANSWERS_WITHIN = 2.0
_AT_ONCE = 0.5


def edit_outside(screen: EditingScreen) -> None:
    """Write the text at hand in the editor that ``VISUAL`` or ``EDITOR`` names.

    Raises:
        InputProblem: It can't be; nothing is lost, and where there is a file, it is named.
        Conflict: A file of the portfolio was changed on disk; that comes first.
    """
    if screen.reading or not screen.address.is_text:
        screen.main.say("There is no text here: go to one first.", warn=True)
        return
    command = outside_text.own_editor(os.environ)
    editor = screen.query_one(ProseEditor)
    editor.tell_typed()
    screen.autosave.save_or_keep(_DISK_ANSWERS_WITHIN)
    text = editor.text
    file = outside_text.put_outside(screen.main.places.outside, screen.address, text)
    began = time.monotonic()
    try:
        with screen.app.suspend(), _interrupts_left_to_the_editor():
            code = outside_text.edit_outside(command, file)
    except SuspendNotSupported:
        outside_text.remove_outside(file)
        screen.main.say("This terminal can't be handed over to another program.", warn=True)
        return
    except InputProblem:
        outside_text.remove_outside(file)
        raise
    _take_back(screen, editor, file, text, code, time.monotonic() - began)


def _take_back(
    screen: EditingScreen, editor: ProseEditor, file: Path, text: str, code: int, seconds: float
) -> None:
    if code != 0:
        raise InputProblem(
            f"your editor ended with code {code}, so the text here is as it was",
            f"What it left is kept in {file}.",
        )
    back = outside_text.take_back(file, text)
    if back != text:
        change_in_one_step(editor, one_edit(text, back))
        editor.tell_typed()
        screen.autosave.try_to_save()
    elif seconds < _AT_ONCE:
        screen.main.say(
            "Your editor came back at once and changed nothing. If its window is still open, it "
            f'needs to be told to wait, as in EDITOR="code --wait"; the file is {file}.',
            warn=True,
        )
        return
    outside_text.remove_outside(file)
    told = "Taken back from your editor." if back != text else "Your editor changed nothing."
    screen.main.say(told)


@contextmanager
def _interrupts_left_to_the_editor() -> Iterator[None]:
    """Have ctrl+c end the editor alone: both programs get it where a terminal sends it."""
    names = (signal.SIGINT, getattr(signal, "SIGQUIT", signal.SIGINT))
    before = {name: signal.getsignal(name) for name in names}
    for name in before:
        # Not SIG_IGN, which the editor would inherit.
        signal.signal(name, lambda *_: None)
    try:
        yield
    finally:
        for name, handler in before.items():
            signal.signal(name, handler)
