"""Pandoc's blocks cut down to what plain Markdown can say, so that no HTML comes out."""

from collections.abc import Callable, Iterable
from typing import Any

from cmalt_tui.pandoc.tree import Node, plain_text

Address = Callable[[str], str | None]
_NO_ATTRIBUTES: list[Any] = ["", [], []]
_UNWRAPPED = ("Underline", "SmallCaps", "Superscript", "Subscript")
_QUOTES = {"SingleQuote": ("‘", "’"), "DoubleQuote": ("“", "”")}
_TIGHT = (",", ".", ";", ":", ")", "!", "?", "’s")
TOP_HEADING = 3


def simple_blocks(blocks: Iterable[Node], address: Address) -> list[Node]:
    """Cut blocks down.

    Args:
        blocks: Any blocks of pandoc's.
        address: Gives the new address of a link or a picture; None takes the link off its text.

    Returns:
        Blocks that pandoc's GFM writer writes with no HTML and no attributes. Headings begin at
        the level below a section's parts.
    """
    blocks = list(blocks)
    levels = [block["c"][0] for block in blocks if block["t"] == "Header"]
    shift = TOP_HEADING - min(levels, default=TOP_HEADING)
    return [piece for block in blocks for piece in _block(block, address, shift)]


def _block(block: Node, address: Address, shift: int) -> list[Node]:
    kind: str = block["t"]
    content: Any = block.get("c")
    if kind in ("Para", "Plain"):
        inlines = _inlines(content, address)
        return [{"t": "Para", "c": inlines}] if inlines else []
    if kind == "Header":
        level = max(1, min(6, content[0] + shift))
        inlines = _inlines(content[2], address)
        return [{"t": "Header", "c": [level, _NO_ATTRIBUTES, inlines]}] if inlines else []
    if kind == "Div":
        return _blocks(content[1], address, shift)
    if kind == "BlockQuote":
        return [{"t": "BlockQuote", "c": _blocks(content, address, shift)}]
    if kind == "BulletList":
        return [{"t": "BulletList", "c": [_item(item, address, shift) for item in content]}]
    if kind == "OrderedList":
        numbers = [content[0][0], {"t": "Decimal"}, {"t": "Period"}]
        return [
            {
                "t": "OrderedList",
                "c": [numbers, [_item(item, address, shift) for item in content[1]]],
            }
        ]
    return _rare_block(kind, content, address, shift)


def _rare_block(kind: str, content: Any, address: Address, shift: int) -> list[Node]:
    if kind == "CodeBlock":
        return [{"t": "CodeBlock", "c": [["", content[0][1][:1], []], content[1]]}]
    if kind == "LineBlock":
        lines: list[Node] = []
        for line in content:
            lines += [*_inlines(line, address), {"t": "LineBreak"}]
        return [{"t": "Para", "c": lines[:-1]}]
    if kind == "DefinitionList":
        pieces: list[Node] = []
        for term, definitions in content:
            pieces.append({"t": "Para", "c": [{"t": "Strong", "c": _inlines(term, address)}]})
            for definition in definitions:
                pieces += _blocks(definition, address, shift)
        return pieces
    if kind == "Figure":
        return _figure(content, address, shift)
    if kind == "Table":
        return _table(content, address)
    return []


def _blocks(blocks: Iterable[Node], address: Address, shift: int) -> list[Node]:
    return [piece for block in blocks for piece in _block(block, address, shift)]


def _item(item: list[Node], address: Address, shift: int) -> list[Node]:
    """A list item; one that was tight stays tight."""
    tight = all(block["t"] != "Para" for block in item)
    blocks = _blocks(item, address, shift)
    return [
        {"t": "Plain", "c": block["c"]} if tight and block["t"] == "Para" else block
        for block in blocks
    ]


def _figure(content: Any, address: Address, shift: int) -> list[Node]:
    shown = _blocks(content[2], address, shift)
    caption = _blocks(content[1][1], address, shift)
    if plain_text(caption) == plain_text(shown):
        return shown
    return [
        *shown,
        *(
            {"t": "Para", "c": [{"t": "Emph", "c": block["c"]}]} if block["t"] == "Para" else block
            for block in caption
        ),
    ]


def _table(content: Any, address: Address) -> list[Node]:
    _, caption, columns, head, bodies, foot = content
    rows = [row for body in bodies for row in (*body[2], *body[3])] + foot[1]
    width = max([_width(row) for row in [*head[1], *rows]], default=0)
    if not width:
        return []
    heads = head[1][:1] or [[_NO_ATTRIBUTES, []]]
    rows = [*head[1][1:], *rows]
    columns = [[{"t": "AlignDefault"}, {"t": "ColWidthDefault"}] for _ in range(width)]
    table = [
        _NO_ATTRIBUTES,
        [None, []],
        columns,
        [_NO_ATTRIBUTES, [_row(row, width, address) for row in heads]],
        [[_NO_ATTRIBUTES, 0, [], [_row(row, width, address) for row in rows]]],
        [_NO_ATTRIBUTES, []],
    ]
    return [*_blocks(caption[1], address, 0), {"t": "Table", "c": table}]


def _width(row: Any) -> int:
    return sum(cell[3] for cell in row[1])


def _row(row: Any, width: int, address: Address) -> list[Any]:
    cells: list[Any] = []
    for cell in row[1]:
        inlines: list[Node] = []
        for block in _blocks(cell[4], address, 0):
            if inlines:
                inlines.append({"t": "Space"})
            inlines += (
                block["c"] if block["t"] == "Para" else [{"t": "Str", "c": plain_text(block)}]
            )
        flat = [
            {"t": "Space"} if node["t"] in ("LineBreak", "SoftBreak") else node for node in inlines
        ]
        cells.append(
            [
                _NO_ATTRIBUTES,
                {"t": "AlignDefault"},
                1,
                1,
                [{"t": "Plain", "c": flat}] if flat else [],
            ]
        )
        cells += [_empty_cell() for _ in range(cell[3] - 1)]
    cells += [_empty_cell() for _ in range(width - len(cells))]
    return [_NO_ATTRIBUTES, cells[:width]]


def _empty_cell() -> list[Any]:
    return [_NO_ATTRIBUTES, {"t": "AlignDefault"}, 1, 1, []]


def _inlines(inlines: Iterable[Node], address: Address) -> list[Node]:
    simple = [piece for node in inlines for piece in _inline(node, address)]
    return _tightened(simple)


def _inline(node: Node, address: Address) -> list[Node]:
    kind: str = node["t"]
    content: Any = node.get("c")
    if kind in ("Str", "Space", "SoftBreak", "LineBreak"):
        return [node]
    if kind in ("Emph", "Strong", "Strikeout"):
        inside = _inlines(content, address)
        return [{"t": kind, "c": inside}] if plain_text(inside) else inside
    if kind in _UNWRAPPED:
        return _inlines(content, address)
    if kind in ("Span", "Cite"):
        return _inlines(content[1], address)
    if kind == "Quoted":
        opening, closing = _QUOTES[content[0]["t"]]
        return [
            {"t": "Str", "c": opening},
            *_inlines(content[1], address),
            {"t": "Str", "c": closing},
        ]
    if kind == "Code":
        return [{"t": "Code", "c": [_NO_ATTRIBUTES, content[1]]}]
    if kind == "Math":
        return [{"t": "Str", "c": content[1]}]
    if kind == "Note":
        return [{"t": "Note", "c": _blocks(content, address, 0)}]
    if kind in ("Link", "Image"):
        return _pointer(kind, content, address)
    return []


def _pointer(kind: str, content: Any, address: Address) -> list[Node]:
    new = address(content[2][0])
    inside = _inlines(content[1], address)
    if new is None:
        return inside
    if new.startswith("[[ev:"):
        # The export writes such a reference as the number and the title of the item.
        written = plain_text(inside).startswith("Evidence ")
        return [{"t": "Str", "c": new}] if written else inside
    while inside and inside[0]["t"] in ("Space", "SoftBreak"):
        inside = inside[1:]
    while inside and inside[-1]["t"] in ("Space", "SoftBreak"):
        inside = inside[:-1]
    return [{"t": kind, "c": [_NO_ATTRIBUTES, inside, [new, ""]]}]


def _tightened(inlines: list[Node]) -> list[Node]:
    """Take out the space between a link and the comma after it, which web pages often have."""
    kept: list[Node] = []
    for number, node in enumerate(inlines):
        after = inlines[number + 1] if number + 1 < len(inlines) else None
        between = (
            node["t"] in ("Space", "SoftBreak")
            and kept
            and kept[-1]["t"] in ("Link", "Emph", "Strong")
        )
        if between and after is not None and after["t"] == "Str" and after["c"].startswith(_TIGHT):
            continue
        kept.append(node)
    return kept
