"""Reads ``source.toml``: who wrote the document that it lies beside, and under which licence."""

from pathlib import Path

from cmalt_tui.checked_toml import read_table
from cmalt_tui.model.passage import Origin

ORIGIN_FILE = "source.toml"
_LATEST_YEAR = 9999


def read_origin(file: Path) -> Origin:
    """Read where a document comes from.

    Args:
        file: TOML with any of ``title``, ``author``, ``url``, ``licence``, ``pathway``, ``year``
            and ``sector``.

    Returns:
        The origin; ``portfolio`` is empty where the file gives no title.

    Raises:
        InputProblem: The file can't be read or a value is of the wrong kind.
    """
    table = read_table(file)
    year = table.number("year", 0)
    if not 0 <= year <= _LATEST_YEAR:
        raise table.problem("year", "expected a year such as 2019")
    return Origin(
        portfolio=table.line("title", ""),
        author=table.line("author", ""),
        source=table.line("url", ""),
        licence=table.line("licence", ""),
        pathway=table.line("pathway", "").lower(),
        sector=table.line("sector", ""),
        year=year,
    )
