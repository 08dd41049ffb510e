"""A table of things by sections that draws only the lines in sight, with one cell marked."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from textual.content import Content
from textual.events import Click
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from cmalt_tui.ui.safe import safe_line

_LEAST_LABEL, _MOST_LABEL = 16, 44
_GAP = 2


class GridColumn(NamedTuple):
    """A column: the id of what it stands for, and its name, as short as can be."""

    id: str
    name: str


class GridCell(NamedTuple):
    """What stands in a cell: a glyph, and how it looks."""

    glyph: str
    style: str = ""


class GridRow(NamedTuple):
    """A row.

    Attributes:
        id: What it stands for.
        label: What it is called.
        cells: By column; a column that is not there is empty.
        facts: What is said behind the cells, each in its own width: words and a style.
    """

    id: str
    label: str
    cells: Mapping[str, GridCell]
    facts: tuple[tuple[str, str], ...] = ()


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
        self._columns: tuple[GridColumn, ...] = ()
        self._rows: tuple[GridRow, ...] = ()
        self._heads: tuple[tuple[str, int], ...] = ()
        self._row = self._column = self._first_column = 0

    @property
    def row(self) -> GridRow | None:
        """The marked row; None where there is none."""
        return self._rows[self._row] if self._rows else None

    @property
    def column(self) -> GridColumn | None:
        """The marked column; None where there is none."""
        return self._columns[self._column] if self._columns else None

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
        self._columns, self._rows, self._heads = tuple(columns), tuple(rows), tuple(heads)
        places = {row.id: place for place, row in enumerate(self._rows)}
        self._row = places.get(row_id, min(self._row, max(0, len(self._rows) - 1)))
        named = [column.id for column in self._columns]
        kept = min(self._column, max(0, len(named) - 1))
        self._column = named.index(column_id) if column_id in named else kept
        self.virtual_size = Size(0, len(self._rows) + 1)
        self._follow()
        self.refresh()

    def mark(self, row_id: str = "", column_id: str = "") -> None:
        """Mark a row, a column or both, if they are there."""
        before = self._row
        for place, row in enumerate(self._rows):
            if row.id == row_id:
                self._row = place
        for place, column in enumerate(self._columns):
            if column.id == column_id:
                self._column = place
        self._moved(before)

    def move(self, rows: int, columns: int = 0) -> None:
        """Move the mark; it stops at the edges."""
        before = (self._row, self._column)
        self._row = max(0, min(self._row + rows, len(self._rows) - 1))
        self._column = max(0, min(self._column + columns, len(self._columns) - 1))
        if (self._row, self._column) != before:
            self._moved(before[0])

    def move_pages(self, pages: int) -> None:
        """Move the mark by what is in sight."""
        self.move(pages * max(1, self.size.height - 2))

    def render_line(self, y: int) -> Strip:
        """Draw the head, or the row that stands there."""
        width = self.scrollable_content_region.width
        number = self.scroll_offset.y + y - 1
        if y == 0:
            line = self._head()
        elif number < len(self._rows):
            line = self._line(number)
        else:
            return Strip.blank(width, self.rich_style)
        strips = Visual.to_strips(self, line, width, 1, self.visual_style, pad=True)
        return strips[0] if strips else Strip.blank(width, self.rich_style)

    def on_resize(self) -> None:
        """Keep the mark in sight."""
        self._follow()

    def watch_has_focus(self, has_focus: bool) -> None:
        """Show the mark, or show it paler."""
        super().watch_has_focus(has_focus)
        self.refresh()

    def on_click(self, event: Click) -> None:
        """Mark the cell under the mouse; open it if it is marked."""
        number = self.scroll_offset.y + event.y - self.gutter.top - 1
        if event.y - self.gutter.top < 1 or not 0 <= number < len(self._rows):
            return
        place = (event.x - self.gutter.left - self._label_width) // self._cell_width
        column = self._first_column + place
        was = (self._row, self._column)
        self._row = number
        if place >= 0 and column < len(self._columns):
            self._column = column
        if (self._row, self._column) == was:
            self.post_message(self.Opened())
        self._moved(was[0])

    @property
    def _cell_width(self) -> int:
        longest = max((len(column.name) for column in self._columns), default=2)
        return min(longest, 6) + _GAP

    @property
    def _facts_width(self) -> int:
        return sum(width + 1 for _, width in self._heads)

    @property
    def _label_width(self) -> int:
        """As much as the rest leaves; the facts give way before the label does."""
        room = self.scrollable_content_region.width
        left = room - self._cell_width * len(self._columns) - self._facts_width
        return max(_LEAST_LABEL, min(_MOST_LABEL, left, room // 2))

    @property
    def _columns_in_sight(self) -> int:
        room = self.scrollable_content_region.width - self._label_width
        fitting = (room - self._facts_width) // self._cell_width
        return max(
            1, fitting if fitting >= min(4, len(self._columns)) else room // self._cell_width
        )

    def _head(self) -> Content:
        more = "‹ " if self._first_column else ""
        pieces = [_padded(more, self._label_width, "$text-muted")]
        for place, column in self._shown_columns():
            style = "bold $accent" if place == self._column else "$text-muted"
            pieces.append(_padded(column.name, self._cell_width, style))
        hidden = len(self._columns) - self._first_column - self._columns_in_sight
        if hidden > 0:
            pieces.append(_padded(f"› {hidden} more", 9, "$text-muted"))
        pieces += [_padded(name, width + 1, "$text-muted") for name, width in self._heads]
        return Content.assemble(*pieces)

    def _line(self, number: int) -> Content:
        row = self._rows[number]
        is_here = number == self._row
        style = "bold $accent" if is_here else ""
        bar = "▌" if is_here else " "
        pieces = [_padded(f"{bar}{row.label}", self._label_width, style, gap=1)]
        for place, column in self._shown_columns():
            cell = row.cells.get(column.id, GridCell("·", "$text-muted"))
            is_marked = is_here and place == self._column
            drawn = f"[{cell.glyph}]" if is_marked else f" {cell.glyph}"
            style = f"{cell.style} reverse" if is_marked and self.has_focus else cell.style
            pieces.append(_padded(drawn, len(drawn), style.strip()))
            pieces.append(Content(" " * (self._cell_width - len(drawn))))
        if len(self._columns) - self._first_column - self._columns_in_sight > 0:
            pieces.append(Content(" " * 9))
        widths = [width for _, width in self._heads]
        for (words, fact_style), width in zip(row.facts, widths, strict=False):
            pieces.append(_padded(words, width + 1, fact_style, gap=1))
        return Content.assemble(*pieces)

    def _shown_columns(self) -> list[tuple[int, GridColumn]]:
        end = self._first_column + self._columns_in_sight
        return list(enumerate(self._columns))[self._first_column : end]

    def _follow(self) -> None:
        """Scroll so that the marked cell is in sight; the head covers the first line."""
        if not self.size.height:
            return
        seen = self._columns_in_sight
        if self._column < self._first_column:
            self._first_column = self._column
        elif self._column >= self._first_column + seen:
            self._first_column = self._column - seen + 1
        self._first_column = max(0, min(self._first_column, len(self._columns) - seen))
        top, room = self.scroll_offset.y, max(1, self.size.height - 1)
        if not top <= self._row < top + room:
            wanted = self._row if self._row < top else self._row - room + 1
            self.scroll_to(y=wanted, animate=False, force=True)

    def _moved(self, before: int) -> None:
        """Draw anew what another mark changes, which is two lines and the head."""
        first, top = self._first_column, self.scroll_offset.y
        self._follow()
        if (self._first_column, self.scroll_offset.y) == (first, top):
            for number in {before - top, self._row - top, -1}:
                self.refresh(Region(0, number + 1 + self.gutter.top, self.size.width, 1))
        else:
            self.refresh()
        self.post_message(self.Moved())


def _padded(words: str, width: int, style: str, *, gap: int = 0) -> Content:
    """Words in a width, cut or filled up."""
    line = safe_line(words, width - gap, style)
    return line.pad_right(max(0, width - line.cell_length))
