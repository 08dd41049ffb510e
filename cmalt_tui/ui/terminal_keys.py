"""Keys that arrive from a terminal in another way than Textual expects them."""

import sys
from codecs import IncrementalDecoder, getincrementaldecoder
from collections.abc import Callable
from functools import partial
from string import ascii_lowercase, digits
from typing import NamedTuple

from textual._ansi_sequences import ANSI_SEQUENCES_KEYS


class _NamedKey(NamedTuple):
    """What Textual asks of an entry of its table of keys: a name."""

    value: str


_PUNCTUATION = {
    ",": "comma",
    ".": "full_stop",
    "/": "slash",
    "-": "minus",
    ";": "semicolon",
    "'": "apostrophe",
}


def read_alt_keys() -> None:
    """Take alt with a letter, digit or common mark for that key as soon as it is there.

    Textual 8.2.8 doesn't have them in its table. It waits a tenth of a second for more; when that
    brings another escape, as with a key that is held down or a slow line, it writes ``^`` and the
    letter into the text, and alt with a full stop is a full stop in any case. ``ESC 5`` is the
    character ``∞`` to it, for the sake of one terminal on macOS. What stands in the table for a
    letter is kept: ``ESC b`` and ``ESC f`` are how macOS sends alt with an arrow.
    https://github.com/Textualize/textual/blob/v8.2.8/src/textual/_xterm_parser.py
    https://github.com/Textualize/textual/blob/v8.2.8/src/textual/_ansi_sequences.py
    """
    named = {letter: letter for letter in ascii_lowercase} | _PUNCTUATION
    keys = {f"\x1b{sent}": (_NamedKey(f"alt+{name}"),) for sent, name in named.items()}
    keys |= {f"\x1b{digit}": (_NamedKey(f"alt+{digit}"),) for digit in digits}
    kept = {sent: ANSI_SEQUENCES_KEYS[sent] for sent in ("\x1bb", "\x1bf")}
    ANSI_SEQUENCES_KEYS.update(keys | kept)  # type: ignore[attr-defined]


def read_odd_bytes() -> None:
    """Show bytes that are no UTF-8 as ``�``, such as an é from a terminal that is set to Latin-1.

    The thread in which Textual 8.2.8 reads keys ends on such a byte, and the program with it.
    https://github.com/Textualize/textual/blob/v8.2.8/src/textual/drivers/linux_driver.py
    """
    driver = sys.modules.get("textual.drivers.linux_driver")
    if driver is not None:
        driver.getincrementaldecoder = _patient_decoder  # type: ignore[attr-defined]


def _patient_decoder(encoding: str) -> Callable[[], IncrementalDecoder]:
    return partial(getincrementaldecoder(encoding), errors="replace")
