"""What a terminal sends for a key is taken for that key."""

import re

import pytest
from textual._xterm_parser import XTermParser
from textual.events import Key

from cmalt_tui.commands import COMMANDS
from cmalt_tui.ui.terminal_keys import read_alt_keys

SENT = {
    "comma": ",",
    "full_stop": ".",
    "slash": "/",
    "minus": "-",
    "semicolon": ";",
    "apostrophe": "'",
}
SIMPLE = re.compile(rf"alt\+([a-z0-9]|{'|'.join(SENT)})")
ALT_KEYS = sorted({key for one in COMMANDS for key in one.keys if SIMPLE.fullmatch(key)})
# How macOS sends alt with an arrow; the commands on them have a second key.
TAKEN = {"alt+b": "ctrl+left", "alt+f": "ctrl+right"}


@pytest.mark.parametrize("key", ALT_KEYS)
def test_alt_with_a_character_arrives_as_such_even_when_held_down(key: str) -> None:
    read_alt_keys()
    name = key.removeprefix("alt+")
    sent = f"\x1b{SENT.get(name, name)}"
    events = list(XTermParser().feed(f"{sent}{sent}\x1b[A"))
    got = [event.key for event in events if isinstance(event, Key)]
    assert got == [TAKEN.get(key, key), TAKEN.get(key, key), "up"]
