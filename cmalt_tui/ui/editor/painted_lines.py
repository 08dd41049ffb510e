"""How a line of a text is painted: its marks, its colours, what is marked, and the cursor."""

from collections.abc import Callable
from typing import NamedTuple

from rich.console import Console
from rich.segment import Segment
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


def piece_of(line: Text, start: int, end: int | None) -> Text:
    """Cut a piece out of a line, which may be as long as a book, with its styles.

    Args:
        line: The line; a kind of text that styles in a way of its own stays of that kind.
        start: Its first column.
        end: The column behind it; None for the end of the line, with a blank for the cursor.
    """
    plain = line.plain[start:] + " " if end is None else line.plain[start:end]
    spans = [
        Span(max(0, first - start), min(len(plain), last - start), style)
        for first, last, style in line.spans
        if last > start and (end is None or first < end)
    ]
    return type(line)(plain, end="", no_wrap=True, spans=spans)


def draw_selection(
    piece: Text, row: int, start: int, selection: Selection, paint: Paint, *, is_end: bool
) -> None:
    """Style what of a line is marked, and put the cursor on it.

    Args:
        piece: The line or a piece of it.
        row: Its number.
        start: The column of the line at which the piece begins.
        selection: What is marked; its end is where the cursor is.
        paint: How that looks.
        is_end: Whether it is the end of the line, with a blank for the cursor behind it.
    """
    (top, first), (bottom, last) = sorted(selection)
    length = len(piece.plain)
    if selection.start != selection.end and paint.selected is not None and top <= row <= bottom:
        if piece.plain == " " and is_end and not start and row != selection.end[0]:
            # A mere bar, to show that empty lines are marked as well.
            piece.plain = "▌"
            piece.stylize(Style(color=paint.selected.bgcolor))
        else:
            begin = max(0, first - start) if row == top else 0
            end = min(last - start, length) if row == bottom else length - is_end
            if begin < end:
                piece.stylize(paint.selected, begin, end)
    column = selection.end[1] - start
    if paint.cursor is not None and row == selection.end[0] and 0 <= column < length:
        piece.stylize(paint.cursor, column, column + 1)


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
            drawn = list(Segment.apply_style(section.render(console), paint.ground))
            missing = paint.width - section.cell_len
            if missing > 0:
                drawn.append(Segment(" " * missing, paint.ground))
            strip = self._known[key] = Strip(drawn, section.cell_len + max(0, missing))
        return strip
