"""The one way by which text of a person, a file or a corpus becomes something to draw."""

from functools import lru_cache

from rich.cells import cell_len, set_cell_size
from rich.text import Text
from textual.content import Content

from cmalt_tui.plain_text import clean, clean_line

_LONGEST = 20_000


def safe_content(text: str, style: str = "") -> Content:
    """Make drawable content of a text that may hold anything.

    Never read as markup, so that ``[/]`` in somebody's prose is shown and not obeyed; control
    characters are taken out, so that a passage can't write to the terminal; bounded in length.

    Args:
        text: The text, from anywhere.
        style: A style of this program, as Textual names it: ``"$text-muted"``.
    """
    return Content.styled(clean(text[:_LONGEST]).expandtabs(4), style)


def safe_line(text: str, width: int = 0, style: str = "") -> Content:
    """Make one line of drawable content, cut to a width in terminal cells.

    Args:
        text: The text, from anywhere; line ends become spaces.
        width: The widest that it may be; 0 for no limit.
        style: A style of this program.
    """
    return Content.styled(cut_line(text, width), style)


def safe_label(text: str, width: int = 0) -> Text:
    """Make one line for a tree, which still draws with Rich."""
    return Text(cut_line(text, width), no_wrap=True, end="")


@lru_cache(maxsize=2048)
def cut_line(text: str, width: int = 0) -> str:
    """Clean a text to one line and cut it to a width in cells; an ellipsis marks the cut."""
    line = clean_line(text[:_LONGEST])
    if width <= 0 or cell_len(line) <= width:
        return line
    return set_cell_size(line, width - 1).rstrip() + "…"
