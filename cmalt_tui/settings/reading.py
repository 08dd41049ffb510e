"""Reads the settings file; what is wrong in it is told with its line, and the rest holds."""

from collections.abc import Callable, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

from cmalt_tui.checked_toml import Table, read_table
from cmalt_tui.plain_text import clean_line
from cmalt_tui.problems import InputProblem, Problem, did_you_mean
from cmalt_tui.settings.settings import BOUNDS, SPELLINGS, Settings

_NAMES = tuple(field.name for field in fields(Settings))


def load_settings(file: Path) -> tuple[Settings, tuple[Problem, ...]]:
    """Read the settings.

    A fault never keeps the program from starting: the setting at fault keeps its default, and
    the person is told.

    Args:
        file: The settings file; need not exist.

    Returns:
        The settings, and what is wrong with the file.
    """
    if not file.exists():
        return Settings(), ()
    try:
        table = read_table(file)
    except InputProblem as refused:
        return Settings(), (refused.problem,)
    problems = [_unknown(table, key) for key in table.unknown(_NAMES)]
    chosen: dict[str, Any] = {}
    for name, read in _READERS.items():
        if name in table:
            try:
                chosen[name] = read(table, name)
            except InputProblem as refused:
                problems.append(refused.problem)
    return Settings(**chosen), tuple(problems)


def _unknown(table: Table, key: str) -> Problem:
    way_out = did_you_mean(key, _NAMES, f"Known are: {', '.join(_NAMES)}.")
    return table.problem(clean_line(key), "is no setting", way_out).problem


def _number(table: Table, key: str) -> float:
    value = table.values[key]
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise table.problem(key, f"expected a number, found {value!r:.40}")
    least, most = BOUNDS[key]
    if not least <= value <= most:
        raise table.problem(key, f"expected a number from {least:g} to {most:g}, found {value:g}")
    return float(value)


def _whole_number(table: Table, key: str) -> int:
    table.number(key)
    return int(_number(table, key))


def _spelling(table: Table, key: str) -> str:
    chosen = table.line(key)
    if chosen not in SPELLINGS:
        raise table.problem(
            key, f'there is no spelling "{chosen}"', f"Known are: {', '.join(SPELLINGS)}."
        )
    return chosen


def _keys(table: Table, key: str) -> Mapping[str, str]:
    listed = table.table(key)
    return dict(_flat(listed, listed.values, ""))


def _flat(listed: Table, values: Mapping[str, Any], above: str) -> list[tuple[str, str]]:
    """Take ``welcome.demo = "d"`` for ``"welcome.demo" = "d"``: the dot is easily left unquoted."""
    found: list[tuple[str, str]] = []
    for key, value in values.items():
        name = f"{above}.{key}" if above else key
        if isinstance(value, dict):
            found += _flat(listed, value, name)
        elif isinstance(value, str):
            found.append((clean_line(name), clean_line(value)))
        else:
            raise listed.problem(key, 'expected a key as text, such as "ctrl+e"')
    return found


_READERS: Mapping[str, Callable[[Table, str], Any]] = {
    "theme": Table.line,
    "keys": _keys,
    "autosave_seconds": _number,
    "cursor_blink": Table.flag,
    "text_width": _whole_number,
    "spelling": _spelling,
    "grammar": Table.flag,
    "modal_keys": Table.flag,
    "typewriter": Table.flag,
    "principles_in_focus": Table.flag,
    "word_goal": _whole_number,
    "rules_off": Table.lines,
    "evidence_months": _whole_number,
    "stale_months": _whole_number,
    "corpus": Table.line,
    "author": Table.line,
}
