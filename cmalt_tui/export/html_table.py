"""Writes a table as HTML, with what a screen reader needs to find its way in it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from cmalt_tui.pandoc.tree import Node, plain_text

_CLASSES = {"AlignRight": "right", "AlignCenter": "centre"}
_Write = Callable[[Sequence[Node]], str]
_Row = list[Any]


@dataclass(frozen=True)
class Table:
    """A table of pandoc's tree by the names of its parts.

    Attributes:
        columns: Alignment and width, as a part of the whole, of each column; 0 for no width.
        row_heads: How many cells at the start of a row are its header.
    """

    caption: list[Node]
    columns: tuple[tuple[str, float], ...]
    head: list[_Row]
    rows: list[_Row]
    row_heads: int

    @classmethod
    def of(cls, content: Any) -> "Table":
        """Take pandoc's own form apart; several bodies become one."""
        _, (_, caption), columns, head, bodies, foot = content
        return cls(
            caption,
            tuple((alignment["t"], width.get("c", 0.0)) for alignment, width in columns),
            head[1],
            [row for body in bodies for row in (*body[2], *body[3])] + foot[1],
            max((body[1] for body in bodies), default=0),
        )


def table_html(table: Table, write: _Write) -> str:
    """Write a table in a frame that can be scrolled, by keyboard too, where it is too wide.

    Args:
        table: The table.
        write: Writes the blocks of a caption or a cell.
    """
    label = escape(plain_text(table.caption) or "Table")
    parts = [f'<section class="wide" tabindex="0" aria-label="{label}">\n<table>\n']
    if table.caption:
        parts.append(f"<caption>{write(table.caption)}</caption>\n")
    if any(width for _, width in table.columns):
        widths = (f'<col style="width:{100 * width:.0f}%">' for _, width in table.columns)
        parts.append(f"<colgroup>{''.join(widths)}</colgroup>\n")
    if any(plain_text(cell[4]) for row in table.head for cell in row[1]):
        rows = "".join(_row(row, table, write, "col") for row in table.head)
        parts.append(f"<thead>\n{rows}</thead>\n")
    rows = "".join(_row(row, table, write, "row") for row in table.rows)
    parts.append(f"<tbody>\n{rows}</tbody>\n</table>\n</section>\n")
    return "".join(parts)


def _row(row: _Row, table: Table, write: _Write, scope: str) -> str:
    cells, column = [], 0
    for _, alignment, row_span, column_span, blocks in row[1]:
        header = scope == "col" or column < table.row_heads
        element = "th" if header else "td"
        attributes = f' scope="{scope}"' if header else ""
        kind = alignment["t"]
        if kind == "AlignDefault" and column < len(table.columns):
            kind = table.columns[column][0]
        if kind in _CLASSES:
            attributes += f' class="{_CLASSES[kind]}"'
        if row_span > 1:
            attributes += f' rowspan="{row_span}"'
        if column_span > 1:
            attributes += f' colspan="{column_span}"'
        cells.append(f"<{element}{attributes}>{write(blocks)}</{element}>\n")
        column += column_span
    return f"<tr>\n{''.join(cells)}</tr>\n"
