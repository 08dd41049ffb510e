"""Dims the lines of a text that lie outside the paragraph at the cursor."""

from collections.abc import Callable, Sequence

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.geometry import Offset
from textual.strip import Strip
from textual.widgets import TextArea

_DIM = Style(dim=True)


class Dimming:
    """Dims lines as they were drawn; one that was drawn as before is dimmed as before."""

    def __init__(self, area: TextArea) -> None:
        """Take the text whose lines are dimmed."""
        self._area = area
        self._known: dict[int, tuple[Strip, Style, Strip]] = {}
        self._blank = (0, "", Strip([]))

    def line(self, y: int, draw: Callable[[int], Strip]) -> Strip:
        """Draw a line, dim unless it belongs to the paragraph at the cursor.

        What is marked keeps its colours: it would not be read on its own ground otherwise.

        Args:
            y: The line's row in the text area.
            draw: Draws it as it is without dimming.
        """
        area = self._area
        row = y + area.scroll_offset.y
        if row < 0:
            return self._blank_line()
        strip = draw(y)
        if row >= area.wrapped_document.height:
            return strip
        line, _ = area.wrapped_document.offset_to_location(Offset(0, row))
        if is_same_paragraph(area.document.lines, line, area.cursor_location[0]):
            return strip
        dim = _dim_style(area)
        known = self._known.get(y)
        if known is not None and known[0] is strip and known[1] == dim:
            return known[2]
        ground = area.rich_style.bgcolor
        dimmed = Strip([_dimmed(segment, dim, ground) for segment in strip], strip.cell_length)
        self._known[y] = (strip, dim, dimmed)
        return dimmed

    def _blank_line(self) -> Strip:
        """What stands above the first line of the text."""
        width, theme = self._area.size.width, self._area.app.theme
        if self._blank[:2] != (width, theme):
            self._blank = (width, theme, Strip.blank(width, self._area.rich_style))
        return self._blank[2]


def is_same_paragraph(lines: Sequence[str], one: int, other: int) -> bool:
    """Whether no blank line parts two lines; a blank one stands for itself."""
    first, last = sorted((one, other))
    return first == last or all(line.strip() for line in lines[first : last + 1])


def _dimmed(segment: Segment, dim: Style, ground: object) -> Segment:
    style = segment.style
    if style is None:
        return Segment(segment.text, dim)
    if style.bgcolor is not None and style.bgcolor != ground:
        return segment
    return Segment(segment.text, style + dim)


def _dim_style(area: TextArea) -> Style:
    """The theme's muted colour, which can be read on its ground; without colours, dim letters."""
    app = area.app
    if app.no_color or app.native_ansi_color:
        return _DIM
    return Style(color=Color.parse(app.theme_variables["text-muted"]).rich_color)
