"""TOML read with checks: every fault is one message that names file, line, key and what was expected."""

from cmalt_tui.checked_toml.reading import parse_table, read_table
from cmalt_tui.checked_toml.table import Table

__all__ = ["Table", "parse_table", "read_table"]
