"""Alt with a digit, as a terminal without extended keys sends it."""

from textual._xterm_parser import XTermParser
from textual.events import Key

from cmalt_tui.ui.alt_digits import free_alt_digits


def test_escape_and_a_digit_are_a_key_and_no_stray_letter() -> None:
    free_alt_digits()
    parser = XTermParser()
    for digit in "0123456789":
        sent = [event for event in parser.feed(f"\x1b{digit}") if isinstance(event, Key)]
        assert [event.key for event in sent] == [f"alt+{digit}"]
