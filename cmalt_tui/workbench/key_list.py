"""All keys as rows, for the command line and for the table in the README."""

from collections.abc import Mapping
from dataclasses import dataclass

from cmalt_tui.commands import COMMANDS
from cmalt_tui.commands.keymap import effective_keys


@dataclass(frozen=True)
class KeyRow:
    """One command with its keys as a person reads them."""

    scope: str
    id: str
    keys: str
    title: str
    help: str


def key_rows(overrides: Mapping[str, str] | None = None) -> tuple[KeyRow, ...]:
    """All commands with the keys that hold, in the order of the table."""
    keymap = effective_keys(overrides or {})
    return tuple(
        KeyRow(
            command.scope.value,
            command.id,
            " or ".join(keymap.keys[command.id]) or "(palette)",
            command.title,
            command.help,
        )
        for command in COMMANDS
    )


def keys_as_markdown() -> str:
    """The table of the default keys, for the README."""
    rows = ["| where | key | does | id |", "|---|---|---|---|"]
    for row in key_rows():
        if not row.id.startswith("editor."):
            keys = row.keys.replace("|", "\\|")
            rows.append(f"| {row.scope} | {keys} | {row.help} | `{row.id}` |")
    return "\n".join(rows)
