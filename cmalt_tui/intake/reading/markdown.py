"""Markdown as people write it turned into HTML, so that raw HTML in it is understood as well."""

import re

from cmalt_tui.pandoc import run

# The reader takes nothing for markup that prose may hold by chance (a), $5, ~, ^, @name) and
# needs no blank line before a heading or a list, as the web's Markdown programs don't.
_OFF = (
    "raw_tex raw_attribute latex_macros yaml_metadata_block pandoc_title_block citations smart "
    "tex_math_dollars fancy_lists example_lists definition_lists line_blocks subscript superscript "
    "implicit_figures blank_before_header blank_before_blockquote inline_notes"
)
_ON = "lists_without_preceding_blankline autolink_bare_uris"
_READER = (
    "markdown"
    + "".join(f"-{name}" for name in _OFF.split())
    + "".join(f"+{name}" for name in _ON.split())
)
_HEADLESS_TABLE = re.compile(r"(?<=\n\n)(?P<rule>\|(?:[ \t]*:?-+:?[ \t]*\|)+[ \t]*\n)(?=\|)")
_NUMBERED = re.compile(r"^([ \t]*\d{1,3})\)[ \t]+", re.M)
_FENCE = re.compile(r"^[ \t]*(?:```|~~~)", re.M)


def markdown_to_html(text: str, time_limit: float) -> bytes:
    """Turn Markdown into HTML.

    Raises:
        cmalt_tui.pandoc.PandocFailed: Pandoc refuses the text or takes too long over it.
    """
    text = _HEADLESS_TABLE.sub(_with_empty_head, "\n\n" + text)
    if not _FENCE.search(text):
        text = _NUMBERED.sub(r"\1. ", text)
    options = ["-f", _READER, "-t", "html", "--wrap=none", "--syntax-highlighting=none"]
    return run(options, text.encode(), time_limit=time_limit)


def _with_empty_head(found: re.Match[str]) -> str:
    columns = found["rule"].count("|") - 1
    return "|" + "   |" * columns + "\n" + found["rule"]
