"""The lines of a table of things by sections: what stands in each, and how wide everything is."""

from collections.abc import Mapping
from typing import NamedTuple

from textual.content import Content

from cmalt_tui.ui.safe import safe_line

_LEAST_LABEL, _MOST_LABEL = 26, 44
_LONGEST_NAME, _LEAST_CELL = 6, 4
_LEAST_COLUMNS = 4
_MORE_WIDTH = 9


class GridColumn(NamedTuple):
    """A column: the id of what it stands for, and its name, as short as can be."""

    id: str
    name: str


class GridCell(NamedTuple):
    """What stands in a cell: a glyph, and how it looks."""

    glyph: str
    style: str = ""


_EMPTY = GridCell("·", "$text-muted")


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


class MatrixLines(NamedTuple):
    """A table as it is drawn in a width.

    Attributes:
        columns: The columns.
        rows: The rows.
        heads: The heads of the facts, each with its width.
        width: How much room there is.
    """

    columns: tuple[GridColumn, ...] = ()
    rows: tuple[GridRow, ...] = ()
    heads: tuple[tuple[str, int], ...] = ()
    width: int = 0

    @property
    def cell_width(self) -> int:
        """How wide a column is; there is air between them where the labels have room."""
        longest = min(max((len(one.name) for one in self.columns), default=2), _LONGEST_NAME)
        roomy, tight = longest + 2, max(longest + 1, _LEAST_CELL)
        left = self.width - max(roomy, _LEAST_CELL) * len(self.columns) - self._facts_width
        return max(roomy, _LEAST_CELL) if left >= _LEAST_LABEL else tight

    @property
    def label_width(self) -> int:
        """As much as the rest leaves; the facts give way before the label does."""
        left = self.width - self.cell_width * len(self.columns) - self._facts_width
        return max(_LEAST_LABEL, min(_MOST_LABEL, left, self.width // 2))

    @property
    def columns_in_sight(self) -> int:
        """How many columns fit; a few do, even if that pushes the facts out."""
        room = self.width - self.label_width
        fitting = (room - self._facts_width) // self.cell_width
        if fitting < min(_LEAST_COLUMNS, len(self.columns)):
            fitting = room // self.cell_width
        return max(1, fitting)

    def head(self, first: int, marked: int) -> Content:
        """The line above the rows.

        Args:
            first: The first column in sight.
            marked: The marked column.
        """
        pieces = [_padded("‹ " if first else "", self.label_width, "$text-muted")]
        for place, column in self._shown(first):
            style = "bold $accent" if place == marked else "$text-muted"
            pieces.append(_padded(column.name, self.cell_width, style))
        hidden = self._hidden(first)
        if hidden:
            pieces.append(_padded(f"› {hidden} more", _MORE_WIDTH, "$text-muted"))
        pieces += [_padded(name, width + 1, "$text-muted") for name, width in self._heads(first)]
        return Content.assemble(*pieces)

    def line(self, number: int, first: int, marked: int, *, has_keys: bool) -> Content:
        """The line of a row.

        Args:
            number: The row.
            first: The first column in sight.
            marked: The marked column; less than 0 if another row is marked.
            has_keys: Whether keys go to the table, so that the mark is bright.
        """
        row = self.rows[number]
        is_here = marked >= 0
        bar = "▌" if is_here else " "
        style = "bold $accent" if is_here else ""
        pieces = [_padded(f"{bar}{row.label}", self.label_width, style, gap=1)]
        for place, column in self._shown(first):
            cell = row.cells.get(column.id, _EMPTY)
            is_marked = place == marked
            drawn = f"[{cell.glyph}]" if is_marked else f" {cell.glyph}"
            style = f"{cell.style} reverse".strip() if is_marked and has_keys else cell.style
            pieces.append(_padded(drawn, len(drawn), style))
            pieces.append(Content(" " * (self.cell_width - len(drawn))))
        if self._hidden(first):
            pieces.append(Content(" " * _MORE_WIDTH))
        for (words, fact_style), (_, width) in zip(row.facts, self._heads(first), strict=False):
            pieces.append(_padded(words, width + 1, fact_style, gap=1))
        return Content.assemble(*pieces)

    @property
    def _facts_width(self) -> int:
        return sum(width + 1 for _, width in self.heads)

    def _heads(self, first: int) -> list[tuple[str, int]]:
        """The facts that have room, whole; the last ones give way."""
        taken = self.label_width + self.cell_width * len(self._shown(first))
        left = self.width - taken - (_MORE_WIDTH if self._hidden(first) else 0)
        fitting = []
        for name, width in self.heads:
            left -= width + 1
            if left < -1:
                break
            fitting.append((name, width))
        return fitting

    def _hidden(self, first: int) -> int:
        return max(0, len(self.columns) - first - self.columns_in_sight)

    def _shown(self, first: int) -> list[tuple[int, GridColumn]]:
        return list(enumerate(self.columns))[first : first + self.columns_in_sight]


def _padded(words: str, width: int, style: str, *, gap: int = 0) -> Content:
    """Words in a width, cut or filled up."""
    line = safe_line(words, width - gap, style)
    return line.pad_right(max(0, width - line.cell_length))
