"""What a terminal sends for a key is taken for that key."""

import re

import pytest
from textual._xterm_parser import XTermParser
from textual.events import Key

from cmalt_tui.commands import COMMANDS
from cmalt_tui.ui.terminal_keys import read_alt_digits

ALT_KEYS = sorted({key for one in COMMANDS for key in one.keys if re.fullmatch(r"alt\+\d", key)})


@pytest.mark.parametrize("key", ALT_KEYS)
def test_alt_with_a_digit_arrives_as_such(key: str) -> None:
    read_alt_digits()
    parser = XTermParser()
    events = [*parser.feed(f"\x1b{key[-1]}"), *parser.feed("")]
    assert [event.key for event in events if isinstance(event, Key)] == [key]
