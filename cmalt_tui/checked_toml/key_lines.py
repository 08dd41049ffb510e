"""Finds the line on which a key of a TOML document stands, which tomllib does not tell."""

import re
import tomllib
from contextlib import suppress

KeyPath = tuple[str | int, ...]

_BLANK = re.compile(r"(?:[ \t\n]|#[^\n]*)*")
_SPACE = re.compile(r"[ \t]*")
_REST_OF_LINE = re.compile(r"[^\n]*")
_NAME = re.compile(r"""[A-Za-z0-9_-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'""")
_STRING = re.compile(
    r'''"""(?:[^"\\]++|\\.|"(?!""))*"{3,5}'''
    r"""|'''(?:[^']++|'(?!''))*'{3,5}"""
    r"""|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'""",
    re.DOTALL,
)
_BARE_VALUE = re.compile(r"[^,\]}\n#]*")


def line_of(document: str, path: KeyPath) -> int:
    r"""Find the line of a key, counted from 1.

    Args:
        document: A valid TOML document with ``\n`` line ends.
        path: Names of tables and keys from the top, with places in lists counted from 0.

    Returns:
        The line of the key, or, where it is missing, of the nearest table around it that is there.
    """
    spots = _Scan(document).spots
    for length in range(len(path), 0, -1):
        if path[:length] in spots:
            return document.count("\n", 0, spots[path[:length]]) + 1
    return 1


class _Scan:
    """One walk through a document, noting where each key and each table starts."""

    def __init__(self, document: str) -> None:
        self.spots: dict[KeyPath, int] = {}
        self._text = document
        self._at = 0
        self._lists: dict[KeyPath, int] = {}
        # Nested too deeply to follow, the tables around it are known, which is enough.
        with suppress(RecursionError):
            self._document()

    def _document(self) -> None:
        table: KeyPath = ()
        self._skip(_BLANK)
        while self._at < len(self._text):
            if self._text[self._at] == "[":
                table = self._header()
                self._skip(_REST_OF_LINE)
            else:
                self._pair(table)
            self._skip(_BLANK)

    def _header(self) -> KeyPath:
        start = self._at
        repeated = self._text.startswith("[[", start)
        self._at += 2 if repeated else 1
        names = self._names()
        table: KeyPath = ()
        for place, name in enumerate(names):
            table = (*table, name)
            self.spots.setdefault(table, start)
            if repeated and place == len(names) - 1:
                self._lists[table] = self._lists.get(table, 0) + 1
            if table in self._lists:
                table = (*table, self._lists[table] - 1)
        self.spots.setdefault(table, start)
        return table

    def _pair(self, table: KeyPath) -> None:
        start = self._at
        for name in self._names():
            table = (*table, name)
            self.spots.setdefault(table, start)
        self._at += 1  # the equals sign
        self._skip(_SPACE)
        self._value(table)

    def _names(self) -> list[str]:
        names = []
        while True:
            self._skip(_SPACE)
            name = self._skip(_NAME)
            names.append(tomllib.loads(f"name = {name}")["name"] if name[:1] in "\"'" else name)
            self._skip(_SPACE)
            if self._text[self._at] != ".":
                return names
            self._at += 1

    def _value(self, path: KeyPath) -> None:
        opening = self._text[self._at]
        if opening in "[{":
            self._at += 1
            self._inside(path, "]" if opening == "[" else "}")
        elif opening in "\"'":
            self._skip(_STRING)
        else:
            self._skip(_BARE_VALUE)

    def _inside(self, path: KeyPath, closing: str) -> None:
        place = 0
        self._skip(_BLANK)
        while self._text[self._at] != closing:
            if self._text[self._at] == ",":
                place += 1
                self._at += 1
            elif closing == "}":
                self._pair(path)
            else:
                self.spots.setdefault((*path, place), self._at)
                self._value((*path, place))
            self._skip(_BLANK)
        self._at += 1

    def _skip(self, pattern: re.Pattern[str]) -> str:
        found = pattern.match(self._text, self._at)
        if found is None:
            return ""
        self._at = found.end()
        return found[0]
