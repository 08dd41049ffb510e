"""Cuts a table down to what a table in Markdown can say: one line a cell, nothing spanned."""

from collections.abc import Sequence
from typing import Any

from cmalt_tui.pandoc.tree import Node, plain_text

_NOTHING: list[Any] = ["", [], []]
_INLINE_BLOCKS = ("Plain", "Para", "Header")
_BREAKS = ("LineBreak", "SoftBreak")


def flat_table(table: Node) -> Node:
    """The table with its rows and its words, whatever its cells held.

    Pandoc writes ``[TABLE]`` in the place of one that Markdown can't say.
    """
    attributes, caption, columns, head, bodies, foot = table["c"]
    rows = [row for body in bodies for row in (*body[2], *body[3])] + foot[1]
    heads, rest = head[1][:1], [*head[1][1:], *rows]
    width = max([len(columns), *(_width(row) for row in (*heads, *rest))])
    columns = [[alignment, {"t": "ColWidthDefault"}] for alignment, _ in columns]
    columns += [[{"t": "AlignDefault"}, {"t": "ColWidthDefault"}]] * (width - len(columns))
    flat = [[_NOTHING, _cells(row, width)] for row in rest]
    content = [
        attributes,
        caption,
        columns,
        [_NOTHING, [[_NOTHING, _cells(row, width)] for row in heads]],
        [[_NOTHING, 0, [], flat]],
        [_NOTHING, []],
    ]
    return {"t": "Table", "c": content}


def _width(row: Any) -> int:
    return sum(cell[3] for cell in row[1])


def _cells(row: Any, width: int) -> list[Any]:
    cells = []
    for cell in row[1]:
        words = _one_line(cell[4])
        blocks = [{"t": "Plain", "c": words}] if words else []
        cells.append([_NOTHING, cell[1], 1, 1, blocks])
        cells += [_empty() for _ in range(cell[3] - 1)]
    return cells + [_empty() for _ in range(width - len(cells))]


def _empty() -> list[Any]:
    return [_NOTHING, {"t": "AlignDefault"}, 1, 1, []]


def _one_line(blocks: Sequence[Node]) -> list[Node]:
    """The words of a cell one after the other, its emphasis and links kept where that can be."""
    line: list[Node] = []
    for block in blocks:
        words = _inlines(block)
        line += [{"t": "Space"}, *words] if line and words else words
    return [{"t": "Space"} if node["t"] in _BREAKS else node for node in line]


def _inlines(block: Node) -> list[Node]:
    kind: str = block["t"]
    content: Any = block.get("c")
    if kind in _INLINE_BLOCKS:
        found: list[Node] = content[2] if kind == "Header" else content
        return found
    if kind == "BlockQuote":
        return _one_line(content)
    if kind in ("BulletList", "OrderedList"):
        items = content[1] if kind == "OrderedList" else content
        line: list[Node] = []
        for item in items:
            line += [{"t": "Str", "c": ";"}, {"t": "Space"}] if line else []
            line += _one_line(item)
        return line
    if kind == "Div":
        return _one_line(content[1])
    text = " ".join(plain_text(block).split())
    return [{"t": "Str", "c": text}] if text else []
