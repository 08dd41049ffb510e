"""Which keys a command has in the running app, the person's own choices included."""

from typing import Any

from textual.app import App

from cmalt_tui.commands.command import Command
from cmalt_tui.commands.keymap import Keymap
from cmalt_tui.commands.table import COMMANDS
from cmalt_tui.ui.bindings import shown_key


def keys_of(app: App[Any], command: Command) -> tuple[str, ...]:
    """The keys that carry out a command now; the first is the one to show."""
    keymap = getattr(app, "keymap", None)
    if isinstance(keymap, Keymap):
        return keymap.keys.get(command.id, command.keys)
    return command.keys


def shown_key_of(app: App[Any], command_id: str) -> str:
    """The key that a text on the screen names for a command; empty where it has none."""
    commands = (command for command in COMMANDS if command.id == command_id)
    keys = (key for command in commands for key in keys_of(app, command))
    return shown_key(next(keys, ""))


def shown_letter_of(app: App[Any], command_id: str) -> str:
    """The key of one letter that carries out a command where nothing is typed; empty if none."""
    commands = (command for command in COMMANDS if command.id == command_id)
    keys = (key for command in commands for key in keys_of(app, command) if len(key) == 1)
    return next(keys, "")


def undo_in_outline(app: App[Any]) -> str:
    """What takes back a step of the portfolio, as a note names it: ``u in the outline (f2)``."""
    undo = shown_letter_of(app, "outline.undo_step") or "undo"
    return f"{undo} in the outline ({shown_key_of(app, 'write.outline')})"
