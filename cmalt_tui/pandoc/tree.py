"""Pandoc's JSON tree read in Python: the text in it, and a walk over its nodes.

A node is ``{"t": type, "c": content}``; the types are those of pandoc-types,
module Text.Pandoc.Definition.
"""

from collections.abc import Iterator
from typing import Any

Node = dict[str, Any]

_TEXT_IN_SECOND = ("Code", "CodeBlock", "Math")
_BLOCKS = ("Para", "Plain", "Header", "CodeBlock", "HorizontalRule", "Table", "Figure")


def walk(value: object) -> Iterator[Node]:
    """Go over every node below a node or a list of nodes, parents before children."""
    if isinstance(value, list | tuple):
        for piece in value:
            yield from walk(piece)
    elif isinstance(value, dict):
        if "t" in value:
            yield value
        yield from walk(value.get("c"))


def plain_text(value: object) -> str:
    """The text of a node or a list of nodes: no markup, no addresses, each block on its own line.

    The description of a picture, a caption and a footnote are text; raw HTML is not.
    """
    return "".join(_pieces(value)).strip()


def _pieces(value: object) -> Iterator[str]:
    if isinstance(value, list | tuple):
        for piece in value:
            yield from _pieces(piece)
    elif isinstance(value, dict) and "t" in value:
        yield from _node_pieces(value["t"], value.get("c"))


def _node_pieces(kind: str, content: Any) -> Iterator[str]:
    if kind == "Str":
        yield content
    elif kind in ("Space", "SoftBreak"):
        yield " "
    elif kind == "LineBreak":
        yield "\n"
    elif kind in _TEXT_IN_SECOND:
        yield content[1]
    elif kind == "Note":
        yield " "
        yield from _pieces(content)
        yield " "
    elif kind == "LineBlock":
        for line in content:
            yield from (*_pieces(line), "\n")
    elif kind == "DefinitionList":
        for term, definitions in content:
            yield from (*_pieces(term), "\n", *_pieces(definitions))
    elif kind not in ("RawInline", "RawBlock"):
        yield from _pieces(content)
    if kind in _BLOCKS:
        yield "\n"
