"""Lets alt with a digit be a key on every terminal.

Terminals send ``ESC 1`` for alt+1. Textual 8.2.8 takes that for the ``¡`` that WezTerm on macOS
would have written, so the key never comes and a stray letter does:
https://github.com/Textualize/textual/blob/v8.2.8/src/textual/_ansi_sequences.py
"""

from typing import Any, NamedTuple, cast


class _Key(NamedTuple):
    """A key as Textual's table names one."""

    value: str


def free_alt_digits() -> None:
    """Have Textual's table name the keys where it has a character for alt and a digit."""
    from textual._ansi_sequences import ANSI_SEQUENCES_KEYS

    table = cast(dict[str, Any], ANSI_SEQUENCES_KEYS)
    for digit in "0123456789":
        table[f"\x1b{digit}"] = (_Key(f"alt+{digit}"),)
