"""A table of things by sections that draws only the lines in sight, with one cell marked."""

from collections.abc import Sequence

from textual.events import Click
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from cmalt_tui.ui.matrix_lines import GridColumn, GridRow, MatrixLines

_HEAD = -1
# As many lines as a person passes without a pause; more would only be memory.
_MOST_KEPT = 1_000


class MatrixGrid(ScrollView, can_focus=True, inherit_bindings=False):
    """Shows rows and columns; the head and the labels stay where they are."""

    DEFAULT_CSS = """
    MatrixGrid {
        height: 1fr; padding: 0 1; background: $background; scrollbar-size-vertical: 1;
        scrollbar-size-horizontal: 0;
    }
    """
    HELP = "Evidence by sections; arrows move, enter goes there, space uses it or not."

    class Moved(Message):
        """Another cell is marked."""

    class Opened(Message):
        """The marked cell was clicked."""

    def __init__(self, id: str) -> None:
        """Begin with nothing."""
        super().__init__(id=id)
        self._lines = MatrixLines()
        self._row = self._column = self._first_column = 0
        self._drawn: dict[tuple[int, int, bool], Strip] = {}

    @property
    def row(self) -> GridRow | None:
        """The marked row; None where there is none."""
        return self._lines.rows[self._row] if self._lines.rows else None

    @property
    def column(self) -> GridColumn | None:
        """The marked column; None where there is none."""
        return self._lines.columns[self._column] if self._lines.columns else None

    def show(
        self,
        columns: Sequence[GridColumn],
        rows: Sequence[GridRow],
        heads: Sequence[tuple[str, int]],
    ) -> None:
        """Show a table; the mark stays on its row and its column as long as they are there.

        Args:
            columns: The columns.
            rows: The rows.
            heads: The heads of the facts, each with its width.
        """
        row_id = self.row.id if self.row else ""
        column_id = self.column.id if self.column else ""
        width = self._lines.width
        self._lines = MatrixLines(tuple(columns), tuple(rows), tuple(heads), width)
        self._drawn.clear()
        places = {row.id: place for place, row in enumerate(rows)}
        self._row = places.get(row_id, min(self._row, max(0, len(rows) - 1)))
        named = [column.id for column in columns]
        kept = min(self._column, max(0, len(named) - 1))
        self._column = named.index(column_id) if column_id in named else kept
        self.virtual_size = Size(0, len(rows) + 1)
        self._follow()
        self.refresh()

    def mark(self, row_id: str = "", column_id: str = "") -> None:
        """Mark a row, a column or both, if they are there."""
        before = self._row
        for place, row in enumerate(self._lines.rows):
            if row.id == row_id:
                self._row = place
        for place, column in enumerate(self._lines.columns):
            if column.id == column_id:
                self._column = place
        self._moved(before)

    def move(self, rows: int, columns: int = 0) -> None:
        """Move the mark; it stops at the edges."""
        before = (self._row, self._column)
        self._row = max(0, min(self._row + rows, len(self._lines.rows) - 1))
        self._column = max(0, min(self._column + columns, len(self._lines.columns) - 1))
        if (self._row, self._column) != before:
            self._moved(before[0])

    def move_pages(self, pages: int) -> None:
        """Move the mark by what is in sight."""
        self.move(pages * max(1, self.size.height - 2))

    def render_line(self, y: int) -> Strip:
        """Draw the head, or the row that stands there; a line that was drawn before is kept."""
        number = self.scroll_offset.y + y - 1 if y else _HEAD
        if number >= len(self._lines.rows):
            return Strip.blank(self._lines.width, self.rich_style)
        is_marked = number in (_HEAD, self._row)
        drawn = (number, self._column if is_marked else -1, is_marked and self.has_focus)
        if drawn not in self._drawn:
            if len(self._drawn) >= _MOST_KEPT:
                self._drawn.clear()
            self._drawn[drawn] = self._draw(*drawn)
        return self._drawn[drawn]

    def notify_style_update(self) -> None:
        """Draw everything anew in other colours."""
        self._drawn.clear()
        super().notify_style_update()

    def on_resize(self) -> None:
        """Take the width that there is now, and keep the mark in sight."""
        width = self.scrollable_content_region.width
        if width != self._lines.width:
            self._lines = self._lines._replace(width=width)
            self._drawn.clear()
            self.refresh()
        self._follow()

    def on_focus(self) -> None:
        """Show the mark."""
        self.refresh()

    def on_blur(self) -> None:
        """Show the mark paler."""
        self.refresh()

    def on_click(self, event: Click) -> None:
        """Mark the cell under the mouse; open it if it is marked."""
        number = self.scroll_offset.y + event.y - self.gutter.top - 1
        if event.y - self.gutter.top < 1 or not 0 <= number < len(self._lines.rows):
            return
        beside_label = event.x - self.gutter.left - self._lines.label_width
        column = self._first_column + beside_label // self._lines.cell_width
        was = (self._row, self._column)
        self._row = number
        if beside_label >= 0 and column < len(self._lines.columns):
            self._column = column
        if (self._row, self._column) == was:
            self.post_message(self.Opened())
        self._moved(was[0])

    def _draw(self, number: int, marked: int, has_keys: bool) -> Strip:
        lines, first = self._lines, self._first_column
        if number == _HEAD:
            line = lines.head(first, marked)
        else:
            line = lines.line(number, first, marked, has_keys=has_keys)
        strips = Visual.to_strips(self, line, lines.width, 1, self.visual_style, pad=True)
        return strips[0] if strips else Strip.blank(lines.width, self.rich_style)

    def _follow(self) -> None:
        """Scroll so that the marked cell is in sight; the head covers the first line."""
        if not self.size.height:
            return
        seen, first = self._lines.columns_in_sight, self._first_column
        if self._column < first:
            first = self._column
        elif self._column >= first + seen:
            first = self._column - seen + 1
        first = max(0, min(first, len(self._lines.columns) - seen))
        if first != self._first_column:
            self._first_column = first
            self._drawn.clear()
        top, room = self.scroll_offset.y, max(1, self.size.height - 1)
        if not top <= self._row < top + room:
            wanted = self._row if self._row < top else self._row - room + 1
            self.scroll_to(y=wanted, animate=False, force=True)

    def _moved(self, before: int) -> None:
        """Draw anew what another mark changes, which is two lines and the head."""
        first, top = self._first_column, self.scroll_offset.y
        self._follow()
        if (self._first_column, self.scroll_offset.y) == (first, top):
            for number in {before - top, self._row - top, _HEAD}:
                self.refresh(Region(0, number + 1 + self.gutter.top, self.size.width, 1))
        else:
            self.refresh()
        self.post_message(self.Moved())
