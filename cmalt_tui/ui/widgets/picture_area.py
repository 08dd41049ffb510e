"""A picture in half blocks: two pixels a cell, in plain colours that every frame can carry."""

from functools import lru_cache

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from cmalt_tui.export.picture_pixels import Pixels

_UPPER_HALF = "▀"


class PictureArea(Widget):
    """Draws pixels in the middle of its room; nothing before it has any."""

    DEFAULT_CSS = "PictureArea { height: 1fr; }"

    class Sized(Message):
        """There is another room for pixels."""

    def __init__(self) -> None:
        """Begin with nothing."""
        super().__init__()
        self._pixels: Pixels | None = None

    @property
    def room(self) -> Size:
        """How many pixels have room."""
        return Size(self.size.width, self.size.height * 2)

    def on_resize(self) -> None:
        """Tell how much room there is."""
        self.post_message(self.Sized())

    def show(self, pixels: Pixels) -> None:
        """Show another picture."""
        self._pixels = pixels
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw two rows of pixels."""
        width = self.size.width
        background = self.rich_style
        if self._pixels is None:
            return Strip.blank(width, background)
        rows = self._pixels.rows
        lines = (len(rows) + 1) // 2
        top = max(0, (self.size.height - lines) // 2)
        row = (y - top) * 2
        if not 0 <= row < len(rows):
            return Strip.blank(width, background)
        upper = rows[row]
        lower = rows[row + 1] if row + 1 < len(rows) else None
        left = max(0, (width - self._pixels.width) // 2)
        cells = [
            Segment(
                _UPPER_HALF, _colours(upper[at : at + 3], lower[at : at + 3] if lower else None)
            )
            for at in range(0, len(upper), 3)
        ]
        strip = Strip([Segment(" " * left, background), *cells], left + self._pixels.width)
        return strip.crop(0, width).extend_cell_length(width, background)


@lru_cache(maxsize=8192)
def _colours(upper: bytes, lower: bytes | None) -> Style:
    return Style(color=_named(upper), bgcolor=_named(lower) if lower is not None else None)


def _named(pixel: bytes) -> str:
    return f"#{pixel.hex()}"
