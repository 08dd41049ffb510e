"""Writes values as TOML, or into TOML that exists so that comments, order and foreign keys survive.

Importing this module costs what tomlkit costs; it is imported where something is written.
"""

from collections.abc import Iterable, Mapping, MutableMapping
from typing import Any

import tomlkit
from tomlkit.items import AoT, Comment, Item, String, StringType, Table, Trivia

from cmalt_tui.store.item_values import Values
from cmalt_tui.store.prose import Prose, quoted, tidy

# All else that a file leaves out means the same as ever; without these its meaning could shift.
_NEVER_IMPLIED = ("id", "schema")
_QUOTES = {"'''": StringType.MLL, '"""': StringType.MLB}


def new_text(values: Values) -> str:
    """Write a file from nothing: keys first, then tables, a blank line before each."""
    document = tomlkit.document()
    for key, value in values.items():
        _add(document, key, value)
    return tomlkit.dumps(document)


def changed_text(text: str, old: Values, new: Values, replaced: Mapping[str, Any]) -> str:
    """Write values into a file that exists, touching nothing but what differs.

    Args:
        text: The file as it is.
        old: What it says now.
        new: What it shall say.
        replaced: Keys that a migration gave another shape, with their values in that shape;
            they are written anew before anything else.
    """
    document = tomlkit.parse(text if text.endswith("\n") else f"{text}\n")
    for key, value in replaced.items():
        _add(document, key, value)
    _change(document, old, new)
    return tomlkit.dumps(document)


def _change(
    table: MutableMapping[str, Any], old: Mapping[str, Any], new: Mapping[str, Any]
) -> None:
    for key in [key for key in old if key not in new and key in table]:
        if isinstance(old[key], Mapping):
            _change(table[key], old[key], {})
            if not table[key] and "#" not in table[key].as_string():
                del table[key]
        else:
            stranded = _closing_comments(table[key]) if isinstance(table[key], AoT) else []
            del table[key]
            _add_comments(table, stranded)
    for key, value in new.items():
        if isinstance(value, Mapping) and key in table:
            _change(table[key], old.get(key, {}), value)
        elif old.get(key) == value and (key in table or key not in _NEVER_IMPLIED):
            continue
        elif _is_rows(value) and isinstance(table.get(key), AoT):
            _change_rows(table[key], old.get(key, ()), value)
        else:
            _add(table, key, value)


def _change_rows(
    listed: AoT, old: Iterable[Mapping[str, Any]], new: Iterable[Mapping[str, Any]]
) -> None:
    """Bring ``[[key]]`` from its old rows to the new ones; a row is known by what names it."""
    waiting = list(zip(old, list(listed.body), strict=True))
    ordered: list[Table] = []
    for row in new:
        found = next((pair for pair in waiting if _name(pair[0]) == _name(row)), None)
        if found:
            waiting.remove(found)
        ordered.append(found[1] if found else _table(row))
        _change(ordered[-1], found[0] if found else row, row)
    if [id(table) for table in ordered] != [id(table) for table in listed.body]:
        stranded = [comment for _, table in waiting for comment in _closing_comments([table])]
        _put_in_order(listed, ordered)
        _add_comments(listed.body[-1], stranded)


def _closing_comments(tables: Iterable[Table]) -> list[str]:
    """The comments after the last key of each table; mostly they stand above the next header."""
    comments: list[str] = []
    for table in tables:
        closing = []
        for key, item in reversed(table.value.body):
            if key is not None:
                break
            if isinstance(item, Comment):
                closing.append(item.trivia.comment)
        comments += reversed(closing)
    return comments


def _add_comments(parent: MutableMapping[str, Any], comments: Iterable[str]) -> None:
    for comment in comments:
        if isinstance(parent, tomlkit.TOMLDocument | Table):
            parent.add(tomlkit.comment(comment.removeprefix("#").strip()))


def _put_in_order(listed: AoT, tables: list[Table]) -> None:
    ends_blank = listed.as_string().endswith("\n\n")
    while len(listed):
        del listed[0]
    for place, table in enumerate(tables, 1):
        table.trivia.indent = table.trivia.indent.lstrip("\n")
        listed.append(table)
        wants_blank = place < len(tables) or ends_blank
        if wants_blank and not table.as_string().endswith("\n\n"):
            table.add(tomlkit.nl())


def _name(row: Mapping[str, Any]) -> Any:
    return row.get("id") or row.get("about") or row.get("item")


def _is_rows(value: object) -> bool:
    return isinstance(value, tuple | list) and bool(value) and isinstance(value[0], Mapping)


def _add(parent: MutableMapping[str, Any], key: str, value: Any) -> None:
    """Put a key in its place; new tables get a blank line before them, if there isn't one."""
    if not isinstance(value, Mapping) and not _is_rows(value):
        parent[key] = _item(value)
        return
    before = parent.as_string() if isinstance(parent, tomlkit.TOMLDocument) else ""
    rows = (value,) if isinstance(value, Mapping) else value
    tables = [_table(row) for row in rows]
    for place, table in enumerate(tables):
        if place or (before and not before.endswith("\n\n")):
            table.trivia.indent = "\n"
    if key in parent:
        del parent[key]
    parent[key] = tables[0] if isinstance(value, Mapping) else AoT(tables)


def _table(row: Mapping[str, Any]) -> Table:
    table = tomlkit.table()
    for key, value in row.items():
        table.add(key, _item(value))
    return table


def _item(value: Any) -> Item:
    if isinstance(value, Prose) or (isinstance(value, str) and "\n" in value):
        text = tidy(value)
        quotes, written = quoted(text)
        return String(_QUOTES[quotes], f"{text}\n", written, Trivia())
    item: Item = tomlkit.item(list(value) if isinstance(value, tuple) else value)
    return item
