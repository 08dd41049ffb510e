"""Makes Textual's key bindings out of the command table."""

from textual.binding import Binding, BindingType

from cmalt_tui.commands.command import Command, Scope
from cmalt_tui.commands.table import commands_in


def bindings_of(scope: Scope) -> list[BindingType]:
    """The bindings of one scope, for the class that carries out its commands.

    Each binding has the command's id, by which `App.set_keymap` finds it.
    """
    return [binding_of(command) for command in commands_in(scope) if command.keys]


def binding_of(command: Command) -> Binding:
    """One command as a binding that a keymap can find by the command's id."""
    return Binding(
        ",".join(command.keys),
        command.action,
        command.title,
        show=command.footer,
        tooltip=command.help,
        id=command.id,
    )


_SHOWN = {
    "pageup": "pgup",
    "pagedown": "pgdn",
    "escape": "esc",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "plus": "+",
    "question_mark": "?",
    "slash": "/",
    "delete": "del",
    "full_stop": ".",
}


def shown_key(key: str) -> str:
    """Write a key as the footer and the help show it: ``^p``, ``alt+→``, ``f1``."""
    *modifiers, name = key.split("+")
    shown = _SHOWN.get(name, name)
    if modifiers == ["ctrl"] and len(name) == 1:
        return f"^{name}"
    return "+".join([*modifiers, shown])
