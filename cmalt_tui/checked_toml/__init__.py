"""TOML read with checks: a fault is one message that names file, line, key and what is expected."""

from cmalt_tui.checked_toml.reading import LARGEST_FILE, parse_table, read_content, read_table
from cmalt_tui.checked_toml.table import Table

__all__ = ["LARGEST_FILE", "Table", "parse_table", "read_content", "read_table"]
