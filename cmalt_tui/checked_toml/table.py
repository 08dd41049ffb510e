"""A TOML table whose values are taken out by type, with the line of the key in every complaint."""

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from cmalt_tui.plain_text import clean, clean_line
from cmalt_tui.problems import InputProblem

_NAMES = {
    str: "text",
    int: "a whole number",
    bool: "true or false",
    list: "a list",
    dict: "a table",
}


class Table:
    """One table of a TOML file. Text is cleaned of control characters on the way out."""

    def __init__(
        self, values: Mapping[str, Any], file: Path, document: str, path: tuple[str | int, ...] = ()
    ) -> None:
        """Wrap values.

        Args:
            values: Keys and values as tomllib reads them.
            file: The file that they come from.
            document: The whole text of the file, in which the line of a key is looked for.
            path: Where in the file they stand.
        """
        self.values = values
        self.file = file
        self._document = document
        self._path = path

    def with_values(self, values: Mapping[str, Any]) -> "Table":
        """The same place of the same file with other values, as a migration makes them."""
        return Table(values, self.file, self._document, self._path)

    def __contains__(self, key: str) -> bool:
        """Whether the table has the key."""
        return key in self.values

    def text(self, key: str, default: str | None = None) -> str:
        """A text of any number of lines; required unless there is a default."""
        value = self._get(key, str, default)
        return clean(value)

    def line(self, key: str, default: str | None = None) -> str:
        """A text that is kept to one line: a title, a name, an id."""
        return clean_line(self._get(key, str, default))

    def number(self, key: str, default: int | None = None) -> int:
        """A whole number; required unless there is a default."""
        value: int = self._get(key, int, default)
        return value

    def flag(self, key: str, default: bool | None = None) -> bool:
        """True or false; required unless there is a default."""
        value: bool = self._get(key, bool, default)
        return value

    def day(self, key: str) -> date | None:
        """A date, as ``2026-03-01``, in quotes or not; None where the key is missing."""
        value = self.values.get(key)
        if isinstance(value, str):
            try:
                return date.fromisoformat(value.strip()) if value.strip() else None
            except ValueError:
                raise self.problem(key, "expected a date such as 2026-03-01") from None
        if isinstance(value, datetime):
            return value.date()
        if value is None or isinstance(value, date):
            return value
        raise self._wrong_type(key, "a date such as 2026-03-01", value)

    def lines(self, key: str) -> tuple[str, ...]:
        """A list of one-line texts; empty where the key is missing."""
        listed = self._get(key, list, [])
        for value in listed:
            if not isinstance(value, str):
                raise self._wrong_type(key, "a list of texts", value)
        return tuple(clean_line(value) for value in listed)

    def choice(self, key: str, allowed: tuple[str, ...], default: str | None = None) -> str:
        """One of a few words; anything else is refused with the words that are allowed."""
        value = self.line(key, default)
        if value not in allowed:
            raise self.problem(
                key, f'"{value}" is not known here; expected one of: {", ".join(allowed)}'
            )
        return value

    def table(self, key: str) -> "Table":
        """A table inside this one; an empty one where the key is missing."""
        return Table(self._get(key, dict, {}), self.file, self._document, (*self._path, key))

    def tables(self, key: str) -> tuple["Table", ...]:
        """The tables of a list such as ``[[reflection]]``; none where the key is missing."""
        listed = self._get(key, list, [])
        for value in listed:
            if not isinstance(value, dict):
                raise self._wrong_type(key, f"tables, each under [[{key}]]", value)
        return tuple(
            Table(value, self.file, self._document, (*self._path, key, place))
            for place, value in enumerate(listed)
        )

    def unknown(self, known: tuple[str, ...]) -> tuple[str, ...]:
        """The keys that are not among the known ones, for a warning."""
        return tuple(key for key in self.values if key not in known)

    def problem(self, key: str, message: str, way_out: str = "Mend that line.") -> InputProblem:
        """Make the complaint about a key, to be raised; it names file, line and key."""
        shown = ".".join(
            str(part + 1) if isinstance(part, int) else part
            for part in (*self._path, key)
            if part != ""
        )
        return InputProblem(
            message, way_out, file=self.file, line=self.line_of(key), key=clean_line(shown)
        )

    def line_of(self, key: str) -> int:
        """The line on which a key stands, counted from 1; that of its table where it is missing."""
        # Only complaints need it, and its patterns take long to compile.
        from cmalt_tui.checked_toml.key_lines import line_of

        return line_of(self._document, (*self._path, key))

    def _get(self, key: str, kind: type, default: Any) -> Any:
        if key not in self.values:
            if default is None:
                raise self.problem(key, f"is missing; expected {_NAMES[kind]}", f"Add {key} = …")
            return default
        value = self.values[key]
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise self._wrong_type(key, _NAMES[kind], value)
        return value

    def _wrong_type(self, key: str, expected: str, value: object) -> InputProblem:
        got = next(
            (name for kind, name in _NAMES.items() if type(value) is kind), type(value).__name__
        )
        return self.problem(key, f"expected {expected}, found {got}")
