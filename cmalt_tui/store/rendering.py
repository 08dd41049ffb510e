"""The bytes of an item's file: what is there with the changes in it, proved to read back alike."""

from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

from cmalt_tui.checked_toml import LARGEST_FILE, Table, parse_table
from cmalt_tui.problems import InputProblem
from cmalt_tui.store.item_reading import read_item
from cmalt_tui.store.item_values import item_values
from cmalt_tui.store.layout import Item, folder_of
from cmalt_tui.store.migration import migrated


class Rendered(NamedTuple):
    """What to write.

    Attributes:
        anew: Whether the file had to be written from nothing although there was one, so that
            comments and foreign keys of the old one are not in it.
    """

    content: bytes
    anew: bool = False


def render(item: Item, path: PurePosixPath, folder: Path, content: bytes | None = None) -> Rendered:
    """Write an item as TOML.

    The result is read back before it is handed out: an exotic shape that tomlkit can't change
    faithfully is written from nothing instead.

    Args:
        item: The item.
        path: The item's file, relative to the portfolio's folder.
        folder: The portfolio's folder, for messages.
        content: What the file holds now, None if there is no file.

    Raises:
        InputProblem: What would be written could not be read again.
    """
    from cmalt_tui.store.toml_text import new_text

    changed = _changed(item, path, folder, content) if content is not None else None
    written = changed if changed is not None else new_text(item_values(item)).encode()
    if changed is None:
        read_item(parse_table(written, folder / path), path)
    if len(written) > LARGEST_FILE:
        raise InputProblem(
            f"would be larger than the {LARGEST_FILE // 1_000_000} MB that can be read again",
            "Move some of its text elsewhere.",
            file=folder / path,
        )
    return Rendered(written, anew=content is not None and changed is None)


def _changed(item: Item, path: PurePosixPath, folder: Path, content: bytes) -> bytes | None:
    from tomlkit.exceptions import TOMLKitError

    from cmalt_tui.store.toml_text import changed_text

    file = folder / path
    try:
        table = parse_table(content, file)
        old, new = item_values(read_item(table, path)), item_values(item)
        text = content.decode("utf-8-sig").replace("\r\n", "\n")
        written = changed_text(text, old, new, _reshaped(table, path)).encode()
        if item_values(read_item(parse_table(written, file), path)) != new:
            return None
    # tomlkit is stricter than tomllib in some places and trips over its own proxies in others.
    except (InputProblem, TOMLKitError, ValueError, KeyError, TypeError, AttributeError):
        return None
    return written.replace(b"\n", b"\r\n") if b"\r\n" in content else written


def _reshaped(table: Table, path: PurePosixPath) -> Mapping[str, Any]:
    now = migrated(table, folder_of(path)).values
    return {key: value for key, value in now.items() if table.values.get(key) != value}
