"""Builds and rewrites nodes of pandoc's tree for the writers."""

from collections.abc import Callable
from typing import Any

from cmalt_tui.pandoc.tree import Node
from cmalt_tui.plain_text import clean_line


def rewritten(value: Any, change: Callable[[Node], Node | None]) -> Any:
    """Rebuild a tree from its leaves up.

    Args:
        value: A node, or whatever is inside one.
        change: Takes a node whose content has been rebuilt; gives what stands for it, or None to
            leave it.
    """
    if isinstance(value, list):
        return [rewritten(part, change) for part in value]
    if not isinstance(value, dict) or "t" not in value:
        return value
    node = {**value, "c": rewritten(value["c"], change)} if "c" in value else value
    changed = change(node)
    return node if changed is None else changed


def inlines(text: str) -> list[Node]:
    """A line of plain text as inlines."""
    found: list[Node] = []
    for word in clean_line(text).split():
        found += [{"t": "Space"}, {"t": "Str", "c": word}] if found else [{"t": "Str", "c": word}]
    return found


def raw(language: str, code: str) -> Node:
    """A piece of code in the language of one output format."""
    return {"t": "RawInline", "c": [language, code]}


def span(content: list[Node]) -> Node:
    """A row of inlines as one node."""
    return {"t": "Span", "c": [["", [], []], content]}


def picture_attributes(node: Node) -> tuple[str, str, str]:
    """The name in the staging folder, the alternative text and the wanted width of an image."""
    (_, _, pairs), _, (name, _title) = node["c"]
    given = dict(pairs)
    return name, given.get("alt", ""), given.get("width", "")
