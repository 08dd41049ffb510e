"""Which keys a command has in the running app, the person's own choices included."""

from typing import Any

from textual.app import App

from cmalt_tui.commands.command import Command
from cmalt_tui.commands.keymap import Keymap


def keys_of(app: App[Any], command: Command) -> tuple[str, ...]:
    """The keys that carry out a command now; the first is the one to show."""
    keymap = getattr(app, "keymap", None)
    if isinstance(keymap, Keymap):
        return keymap.keys.get(command.id, command.keys)
    return command.keys
