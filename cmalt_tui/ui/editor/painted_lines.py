"""How a line of a text is painted: its marks, its colours, what is marked, and the cursor."""

from collections.abc import Callable
from typing import NamedTuple

from rich.console import Console
from rich.style import Style
from rich.text import Span, Text
from textual.cache import LRUCache
from textual.document._document import Selection
from textual.expand_tabs import expand_text_tabs_from_widths
from textual.strip import Strip

_REMEMBERED = 1024


class Paint(NamedTuple):
    """What all lines of a text are painted with.

    Attributes:
        ground: The colours of plain text.
        width: How many cells a line of the screen has.
        selected: How marked text looks.
        cursor: How the cursor looks; None while none is drawn.
    """

    ground: Style
    width: int
    selected: Style | None
    cursor: Style | None


def draw_selection(line: Text, row: int, selection: Selection, paint: Paint) -> None:
    """Style what of a line is marked, and put the cursor on it.

    Args:
        line: A whole line, with a blank behind it for the cursor.
        row: Its number.
        selection: What is marked; its end is where the cursor is.
        paint: How that looks.
    """
    (top, first), (bottom, last) = sorted(selection)
    if selection.start != selection.end and paint.selected is not None and top <= row <= bottom:
        length = len(line.plain) - 1
        if not length and row != selection.end[0]:
            # A mere bar, to show that empty lines are marked as well.
            line.plain = "▌"
            line.stylize(Style(color=paint.selected.bgcolor))
        else:
            start, end = first if row == top else 0, last if row == bottom else length
            line.stylize(paint.selected, start, end)
    if paint.cursor is not None and row == selection.end[0]:
        column = selection.end[1]
        line.stylize(paint.cursor, column, column + 1)


class PaintedLines:
    """Makes strips of sections of text; one that looks as one did before is the same strip."""

    def __init__(self) -> None:
        """Begin with nothing painted."""
        self._known: LRUCache[tuple[str, tuple[Span, ...], Paint], Strip] = LRUCache(_REMEMBERED)

    def strip(
        self, section: Text, tab_widths: Callable[[], list[int]], paint: Paint, console: Console
    ) -> Strip:
        """Paint a section.

        Args:
            section: A section of a line with all its styles.
            tab_widths: Tells how wide its tabs are.
            paint: What it is painted with; how the cursor looks plays no part any more.
            console: What Rich draws with.
        """
        if "\t" in section.plain:
            section = expand_text_tabs_from_widths(section, tab_widths())
        key = (section.plain, tuple(section.spans), paint._replace(selected=None, cursor=None))
        strip = self._known.get(key)
        if strip is None:
            section.end = ""
            drawn = Strip(section.render(console), section.cell_len)
            strip = drawn.extend_cell_length(paint.width, paint.ground).apply_style(paint.ground)
            self._known[key] = strip
        return strip
