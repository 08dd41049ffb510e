"""Reads ``source.toml``: who wrote the document that it lies beside, and under which licence."""

from pathlib import Path

from cmalt_tui.checked_toml import read_table
from cmalt_tui.model.passage import Origin
from cmalt_tui.problems import did_you_mean

ORIGIN_FILE = "source.toml"
_LATEST_YEAR = 9999
_KEYS = ("title", "author", "url", "licence", "pathway", "year", "sector", "schema")


def read_origin(file: Path) -> Origin:
    """Read where a document comes from.

    Args:
        file: TOML with any of ``title``, ``author``, ``url``, ``licence``, ``pathway``, ``year``
            and ``sector``.

    Returns:
        The origin; ``portfolio`` is empty where the file gives no title.

    Raises:
        InputProblem: The file can't be read, a value is of the wrong kind, or a key is misspelt.
    """
    table = read_table(file)
    for key in table.unknown(_KEYS):
        meant = did_you_mean(key, _KEYS, "")
        if meant:  # any other key may be somebody's own
            raise table.problem(key, "is not a key of this file", meant)
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
