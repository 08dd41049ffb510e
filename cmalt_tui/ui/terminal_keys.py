"""Keys that arrive from a terminal under another name than a person pressed."""

from textual._ansi_sequences import ANSI_SEQUENCES_KEYS


def read_alt_digits() -> None:
    """Take alt with a digit for that key, as alt with a letter is.

    Textual 8.2.8 reads ``ESC 5`` as the character ``∞``, for the sake of one terminal on macOS, so
    that no command on such a key could be reached without the Kitty protocol:
    https://github.com/Textualize/textual/blob/v8.2.8/src/textual/_ansi_sequences.py
    """
    for digit in "0123456789":
        ANSI_SEQUENCES_KEYS.pop(f"\x1b{digit}", None)  # type: ignore[attr-defined]
