"""A text area that sends only the lines that look different, so that a slow line stays quick.

Textual 8.2.8 repaints a text area whole for each key, 14,000 bytes at 120×40. The hooks used here,
``_exchange_repaint_regions`` and ``render_lines``, are where its compositor asks a widget what is
to be painted:
https://github.com/Textualize/textual/blob/v8.2.8/src/textual/_compositor.py, ``update_widgets``.
"""

from collections.abc import Collection

from rich.cells import cell_len
from rich.segment import Segment
from textual.geometry import Region
from textual.strip import Strip
from textual.widgets import TextArea


class ExactTextArea(TextArea, inherit_bindings=False):
    """Remembers each line as it was painted, and asks for a repaint where it differs now."""

    def __init__(self, *, id: str, read_only: bool) -> None:
        """Begin with nothing painted.

        Args:
            id: The widget's id.
            read_only: Whether nothing may be changed.
        """
        self._painted: dict[int, Strip] = {}
        super().__init__(id=id, compact=True, read_only=read_only, highlight_cursor_line=False)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Render lines to be painted, and remember them."""
        strips = super().render_lines(crop)
        top = self.content_offset.y
        for row in range(crop.y - top, crop.bottom - top):
            if 0 <= row < self.size.height:
                self._painted[row] = self.render_line(row)
        return strips

    def notify_style_update(self) -> None:
        """Forget what was painted: other colours reach further than the lines."""
        self._painted.clear()
        super().notify_style_update()

    def on_hide(self) -> None:
        """Forget what was painted: something else is there now."""
        self._painted.clear()

    def _watch_show_vertical_scrollbar(self) -> None:
        # Textual 8.2.8 undoes an edit before it puts the cursor back, and where the scroll bar goes
        # with the lines that are undone, it looks for the cursor on a line that is gone and fails.
        # Once the cursor is back, it is brought in sight anyway.
        if self.cursor_location[0] < self.document.line_count:
            super()._watch_show_vertical_scrollbar()
        elif self.wrap_width:
            self._rewrap_and_refresh_virtual_size()

    def _exchange_repaint_regions(self) -> Collection[Region]:
        asked = super()._exchange_repaint_regions()
        if self.outer_size.region not in asked or len(self._painted) != self.size.height:
            # Not painted in full yet, or not in this size.
            self._painted = {}
            return asked
        left, top = self.content_offset
        regions = []
        for row in range(self.size.height):
            now, before = self.render_line(row), self._painted[row]
            if now != before:
                start, end = differing_cells(before, now)
                regions.append(Region(left + start, top + row, end - start, 1))
        return regions


def differing_cells(before: Strip, now: Strip) -> tuple[int, int]:
    """Find the first cell in which two lines differ, and the one after the last.

    Args:
        before: A line.
        now: Another one of the same width.
    """
    one, other = list(before), list(now)
    start = _same_cells(one, other)
    same_at_end = _same_cells(one[::-1], other[::-1], from_end=True)
    width = max(before.cell_length, now.cell_length)
    return start, max(start + 1, width - same_at_end)


def _same_cells(one: list[Segment], other: list[Segment], *, from_end: bool = False) -> int:
    """Count the cells that are the same from one end of two lines on."""
    cells = 0
    for first, second in zip(one, other, strict=False):
        if first != second:
            if first.style == second.style:
                cells += cell_len(_common(first.text, second.text, from_end=from_end))
            break
        cells += cell_len(first.text)
    return cells


def _common(one: str, other: str, *, from_end: bool) -> str:
    pairs = (
        zip(reversed(one), reversed(other), strict=False)
        if from_end
        else zip(one, other, strict=False)
    )
    length = 0
    for first, second in pairs:
        if first != second:
            break
        length += 1
    return one[len(one) - length :] if from_end else one[:length]
