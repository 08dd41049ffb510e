"""Which keys carry out which command, after the person's own choices were checked."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from cmalt_tui.commands.command import Command, Scope
from cmalt_tui.commands.table import COMMANDS
from cmalt_tui.problems import Problem, did_you_mean

# Scopes whose commands compete for a key because both listen at the same moment.
_PANES = (Scope.OUTLINE, Scope.EDITOR, Scope.EVIDENCE, Scope.CONTEXT, Scope.INBOX, Scope.FINDING)
# Scopes that listen while prose is typed: a letter bound there could never be written.
_TYPED_IN = frozenset({Scope.ANYWHERE, Scope.WRITE, Scope.EDITOR, Scope.INTERVIEW, Scope.FINDING})
# Keys that mean something fixed to the program or to every terminal.
_RESERVED = frozenset({"escape", "enter", "tab", "shift+tab", "ctrl+c"})
# Without the Kitty protocol these arrive as another key or not at all (ECMA-48, xterm ctlseqs).
_SENT_AS = {
    "ctrl+i": "tab",
    "ctrl+m": "enter",
    "ctrl+j": "enter",
    "ctrl+h": "backspace",
    "ctrl+left_square_bracket": "escape",
}

_NAMED = (
    "up|down|left|right|home|end|pageup|pagedown|insert|delete|backspace|space|enter|escape|tab|"
    r"plus|minus|comma|full_stop|slash|question_mark|asterisk|underscore|semicolon|apostrophe|"
    r"f(?:[1-9]|1\d|2[0-4])"
)
_KEY = re.compile(
    rf"(?:(?:ctrl|alt|shift|super|meta|hyper)\+)*(?:{_NAMED}|left_square_bracket|[^\s,+])"
)
_MODIFIERS = {"ctrl": 0, "alt": 1, "shift": 2}
_PRINTABLE_NAMES = frozenset(
    [
        *("space", "plus", "minus", "comma", "full_stop"),
        *("slash", "question_mark", "asterisk", "underscore", "semicolon", "apostrophe"),
    ]
)


@dataclass(frozen=True)
class Keymap:
    """The keys in force.

    Attributes:
        keys: Every command's id, with its keys; the first is the one that is shown.
        overrides: Only the commands whose keys differ from the table, as Textual wants them.
        problems: What the person asked for and did not get; there the table's keys stand.
    """

    keys: Mapping[str, tuple[str, ...]]
    overrides: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def effective_keys(
    overrides: Mapping[str, str], commands: tuple[Command, ...] = COMMANDS
) -> Keymap:
    """Join the person's keys with the table's, refusing what could not work.

    Overrides are taken in the order in which they stand; a key belongs to whoever had it first,
    and keys that an override gives up become free for the ones after it.

    Args:
        overrides: Command id to keys, several separated by commas: ``{"write.save": "f12"}``.
        commands: The table; another one only in tests.

    Returns:
        The keys in force, and a problem for each override that was refused.
    """
    table = {command.id: command for command in commands}
    problems: list[Problem] = []
    wanted: dict[str, tuple[str, ...]] = {}
    for command_id, typed in overrides.items():
        if command_id not in table:
            problems.append(_unknown(command_id, table))
            continue
        keys = tuple(normal_key(key) for key in typed.split(",") if key.strip())
        fault = _fault_of(table[command_id], keys)
        if fault:
            problems.append(Problem(fault, _STAYS, key=f"keys.{command_id}"))
        else:
            wanted[command_id] = keys
    # A refused command keeps its old key, which another may have counted on: so judge anew.
    while clash := _first_clash(table, wanted):
        command_id, key, other = clash
        del wanted[command_id]
        told = f'"{key}" is already the key of {other.id} ({other.title})'
        problems.append(Problem(told, _STAYS, key=f"keys.{command_id}"))
    keys_now = {command.id: wanted.get(command.id, command.keys) for command in commands}
    textual = {command_id: ",".join(keys) for command_id, keys in wanted.items()}
    return Keymap(keys_now, textual, tuple(problems))


_STAYS = "The key of the program stays; see cmalt-tui keys for all of them."


def normal_key(typed: str) -> str:
    """Write a key as Textual names it: modifiers in lower case and in one order, ``+`` by name."""
    typed = typed.strip()
    if typed in ("+", "plus"):
        return "plus"
    *modifiers, key = typed.split("+")
    named = [modifier.strip().lower() for modifier in modifiers]
    key = key.strip()
    plain = key if len(key) == 1 and not named else key.lower()
    plain = {
        "?": "question_mark",
        "/": "slash",
        "*": "asterisk",
        "-": "minus",
        ".": "full_stop",
        ";": "semicolon",
        "'": "apostrophe",
    }.get(
        plain,
        {"esc": "escape", "return": "enter", "pgup": "pageup", "pgdn": "pagedown"}.get(
            plain, plain
        ),
    )
    return "+".join([*sorted(named, key=lambda name: _MODIFIERS.get(name, 9)), plain])


def together(one: Scope, other: Scope) -> bool:
    """Whether commands of two scopes listen at the same moment."""
    if one is other or Scope.ANYWHERE in (one, other):
        return True
    return Scope.WRITE in (one, other) and (one in _PANES or other in _PANES)


def is_printable(key: str) -> bool:
    """Whether the key writes a character when a text has the keys."""
    return len(key) == 1 or key in _PRINTABLE_NAMES


def _unknown(command_id: str, table: Mapping[str, Command]) -> Problem:
    way_out = did_you_mean(command_id, table, "cmalt-tui keys lists all commands.")
    return Problem(f'there is no command "{command_id}"', way_out, key=f"keys.{command_id}")


def _fault_of(command: Command, keys: tuple[str, ...]) -> str:
    if not keys:
        return "no key is given"
    for key in keys:
        if key in command.keys:
            continue
        if not _KEY.fullmatch(key):
            return f'"{key}" is no key'
        if key in _SENT_AS:
            return f'most terminals send "{key}" as {_SENT_AS[key]}'
        if key in _RESERVED:
            return f'"{key}" is reserved'
        if _cannot_be_sent(key):
            return f'"{key}" can not be sent by most terminals'
        if command.scope in _TYPED_IN and is_printable(key):
            return f'"{key}" has to stay free for typing'
    return ""


def _cannot_be_sent(key: str) -> bool:
    *modifiers, name = key.split("+")
    if {"super", "meta", "hyper"} & set(modifiers):
        return True
    if "shift" in modifiers and (len(name) == 1 or name.startswith("f")):
        return True
    return "ctrl" in modifiers and len(name) == 1 and not (name.isascii() and name.isalpha())


def _first_clash(
    table: Mapping[str, Command], wanted: Mapping[str, tuple[str, ...]]
) -> tuple[str, str, Command] | None:
    """Find the first override whose key another command has: one of the table, or one before it."""
    settled = {command.id: command.keys for command in table.values() if command.id not in wanted}
    for command_id, keys in wanted.items():
        for other_id, taken in settled.items():
            both = [key for key in keys if key in taken]
            if both and together(table[command_id].scope, table[other_id].scope):
                return command_id, both[0], table[other_id]
        settled[command_id] = keys
    return None
