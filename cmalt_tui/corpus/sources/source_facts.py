"""Reads and writes ``source.json``: whose a source is, and where it was read from."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from cmalt_tui.atomic_file import write_atomically
from cmalt_tui.model.example_source import TakenFrom
from cmalt_tui.model.passage import Origin
from cmalt_tui.plain_text import clean_line

FACTS_FILE = "source.json"
_LATEST_YEAR = 9999
_LARGEST = 1_000_000
_ORIGIN_LINES = ("portfolio", "author", "source", "licence", "pathway", "sector")
_TAKEN_LINES = ("kind", "address", "inner", "stamp", "revision", "framework")


def read_facts(file: Path) -> tuple[Origin | None, TakenFrom | None]:
    """Read the file; None for what it doesn't say readably.

    Args:
        file: A ``source.json``, written by `write_facts`, by hand or by a stranger.

    Returns:
        Whose it is, with an empty title where it names none, and where it was read from.
    """
    try:
        if not file.is_file():  # a pipe would never end
            return None, None
        with file.open("rb") as content:
            read = content.read(_LARGEST + 1)
        values = json.loads(read) if len(read) <= _LARGEST else None
    except (OSError, ValueError, RecursionError):
        return None, None
    if not isinstance(values, dict):
        return None, None
    year = values.get("year")
    if not isinstance(year, int) or isinstance(year, bool) or not 0 <= year <= _LATEST_YEAR:
        year = 0
    origin = Origin(**{"portfolio": "", **_lines(values, _ORIGIN_LINES)}, year=year)
    taken = values.get("from")
    if not isinstance(taken, dict):
        return origin, None
    told = _lines(taken, _TAKEN_LINES)
    if not told.get("kind") or not told.get("address"):
        return origin, None
    return origin, TakenFrom(**told, each=taken.get("each") is True)


def write_facts(file: Path, origin: Origin, taken: TakenFrom | None) -> None:
    """Write the file, all or nothing.

    Raises:
        InputProblem: It can't be written.
    """
    values: dict[str, object] = {
        "schema": 1,
        **{name: getattr(origin, name) for name in _ORIGIN_LINES},
        "year": origin.year,
    }
    if taken is not None:
        values["from"] = {name: value for name, value in taken._asdict().items() if value}
    text = json.dumps(values, ensure_ascii=False, indent=2) + "\n"
    write_atomically(file, [text.encode("utf-8", "replace")])


def _lines(values: Mapping[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    return {name: clean_line(value) for name in names if isinstance(value := values.get(name), str)}
