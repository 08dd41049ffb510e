"""Older shapes of a portfolio's files brought to today's, one pure step a version."""

from collections.abc import Callable, Mapping
from typing import Any

from cmalt_tui.checked_toml import Table
from cmalt_tui.store.layout import SECTIONS

Values = Mapping[str, Any]
Step = Callable[[str, Values], Values]


def _several_reflections(folder: str, values: Values) -> Values:
    """From 0 to 1: a section's one ``[reflection]`` becomes the first ``[[reflection]]``."""
    only = values.get("reflection")
    if folder != SECTIONS or not isinstance(only, dict):
        return values
    return {**values, "reflection": [{"id": "reflection", **only}]}


# The step at place n makes schema n + 1 out of schema n; a file that names no schema has 0.
STEPS: tuple[Step, ...] = (_several_reflections,)
CURRENT_SCHEMA = len(STEPS)


def migrated(table: Table, folder: str) -> Table:
    """Bring a file's values to the current schema, in memory.

    Args:
        table: The file as it was read.
        folder: The folder of the file, which says what it holds; empty for ``portfolio.toml``.

    Raises:
        InputProblem: The schema is no number, or that of a newer program.
    """
    schema = table.number("schema", 0)
    if schema > CURRENT_SCHEMA:
        raise table.problem(
            "schema",
            f"was made by a newer cmalt-tui (schema {schema}, this one knows {CURRENT_SCHEMA})",
            "Update it: pip install --upgrade cmalt-tui.",
        )
    if schema < 0:
        raise table.problem("schema", f"{schema} is no schema", f"Write schema = {CURRENT_SCHEMA}.")
    values: Values = table.values
    for step in STEPS[schema:]:
        values = step(folder, values)
    return table.with_values({**values, "schema": CURRENT_SCHEMA})
