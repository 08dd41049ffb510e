"""What a paste becomes before it goes into a text."""

import textwrap

from cmalt_tui.plain_text import clean

LONGEST_LINE = 20_000
WRAPPED_AT = 1_000


def pasted_text(text: str) -> str:
    """Clean a paste, and break lines that no editor could handle.

    A line of 30,000 characters makes every key slow, one of 110,000 stops the screen for seconds.
    A single line end inside a paragraph changes nothing in Markdown.
    """
    return "\n".join(
        line if len(line) <= LONGEST_LINE else _broken(line) for line in clean(text).split("\n")
    )


def _broken(line: str) -> str:
    return textwrap.fill(
        line, WRAPPED_AT, replace_whitespace=False, break_on_hyphens=False, tabsize=4
    )
