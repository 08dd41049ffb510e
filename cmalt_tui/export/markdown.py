"""Writes plain text as Markdown that pandoc reads back as exactly that text."""

import re
from collections.abc import Sequence

from cmalt_tui.plain_text import clean_line

UNLISTED = "unlisted"  # pandoc's own name for a heading that a table of contents leaves out
# Pandoc lets every ASCII punctuation mark be escaped (manual, "Backslash escapes"), and all of its
# inline and block syntax starts with one, so escaping every one of them leaves nothing to be read
# as markup: no link, no raw HTML, no list, no smart quote, no emoji.
_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")


def escape_markdown(text: str) -> str:
    """Make a text that fits one line inert: pandoc's reader gives back the very same characters."""
    return _PUNCTUATION.sub(r"\\\1", clean_line(text))


def heading(level: int, text: str, identifier: str, *, listed: bool = True) -> str:
    """A heading with a fixed identifier, so that links to it outlive a change of its words.

    Args:
        level: From 1, below the document's title.
        text: Plain text.
        identifier: Unique in the document.
        listed: Whether the table of contents lists it.
    """
    classes = "" if listed else f" .{UNLISTED}"
    return f"{'#' * level} {escape_markdown(text)} {{#{identifier}{classes}}}"


def table(head: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[int]) -> str:
    """A table of one-line cells.

    Args:
        head: Cells of the header row, as Markdown.
        rows: Cells of the other rows, as Markdown, as many in each as in the header.
        widths: Widths of the columns in per cent. Their ruler is then longer than 72 characters,
            which makes pandoc take them for relative widths (manual, "pipe_tables").
    """
    ruler = "|".join("-" * width for width in widths)
    return "\n".join(f"|{line}|" for line in ("|".join(head), ruler, *map("|".join, rows)))
