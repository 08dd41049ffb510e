"""Makes every character that could act on a terminal visible before it is printed."""

import re

# What `cmalt_tui.plain_text.clean` takes out of texts, and the halves of characters that a file
# name holds when it is no UTF-8. A name on disk can't be cleaned: it would name another file.
_ACTING = (
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)


def printable(text: str) -> str:
    r"""Write control characters, bidi overrides and the like as ``\u001b`` or ``\u202e``.

    Tab and line feed stay. A file name so written can still be recognised, and pasted into a
    shell between ``$'…'``; JSON so written says the same as before.
    """
    return re.sub(_ACTING, lambda found: f"\\u{ord(found[0]):04x}", text)


def printable_line(text: str) -> str:
    r"""Like `printable`, for what has to stay on one line: a line feed becomes ``\n``."""
    return printable(text).replace("\n", "\\n")
