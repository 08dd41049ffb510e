"""Makes Textual's key bindings out of the command table."""

from collections.abc import Mapping

from textual.binding import Binding, BindingType

from cmalt_tui.commands.command import Command, Scope
from cmalt_tui.commands.table import commands_in

_NONE: Mapping[str, str] = {}


def bindings_of(scope: Scope, actions: Mapping[str, str] = _NONE) -> list[BindingType]:
    """The bindings of one scope, for the class that carries out its commands.

    Each binding has the command's id, by which `App.set_keymap` finds it.

    Args:
        scope: The scope.
        actions: Where a command is carried out by another action than the one of its name:
            ``mark_left`` by ``cursor_left(True)``, ``rename`` by ``screen.rename``.
    """
    return [binding_of(command, actions) for command in commands_in(scope) if command.keys]


def binding_of(command: Command, actions: Mapping[str, str] = _NONE) -> Binding:
    """One command as a binding that a keymap can find by the command's id."""
    return Binding(
        ",".join(command.keys),
        actions.get(command.action, command.action),
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
    "minus": "-",
    "semicolon": ";",
    "apostrophe": "'",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
}


def shown_key(key: str) -> str:
    """Write a key as the footer and the help show it: ``^p``, ``alt+→``, ``f1``."""
    *modifiers, name = key.split("+")
    shown = _SHOWN.get(name, name)
    if modifiers == ["ctrl"] and len(name) == 1:
        return f"^{name}"
    return "+".join([*modifiers, shown])
