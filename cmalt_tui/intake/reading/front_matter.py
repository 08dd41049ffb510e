"""Front matter taken off a file and read line by line, so that no bad YAML loses a file."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

_FENCED = re.compile(
    r"\A(?P<fence>---|\+\+\+)[ \t]*\n(?P<inside>.*?)^(?:(?P=fence)|\.\.\.)[ \t]*$\n?", re.S | re.M
)
_LINE = re.compile(r"^(?P<key>[A-Za-z][\w -]{0,40}?)\s*[:=]\s*(?P<value>.*)$")
_LONGEST = 20_000


@dataclass(frozen=True)
class FrontMatter:
    """What stands above the text of a file.

    Attributes:
        text: The lines as they are, without the fences.
        values: What ``key: value`` lines say, keys in lower case; anything else is left alone.
    """

    text: str = ""
    values: Mapping[str, str] = field(default_factory=dict)


def split_front_matter(text: str) -> tuple[FrontMatter, str]:
    """Take the front matter off a text.

    Only plain ``key: value`` lines at the margin are read: everything that an import needs is in
    such lines, and a value with an unquoted colon, which YAML refuses, is then no trouble.

    Returns:
        The front matter, empty if there is none, and the text after it.
    """
    found = _FENCED.match(text)
    if not found or len(found["inside"]) > _LONGEST:
        return FrontMatter(), text
    lines = [line for line in found["inside"].splitlines() if line.strip()]
    pairs = [pair for line in lines if (pair := _LINE.match(line))]
    # A rule above and below a paragraph looks the same; prose has hardly a `key: value` line.
    if 2 * len(pairs) < len([line for line in lines if line[0] not in " \t-#"]):
        return FrontMatter(), text
    values = {pair["key"].strip().lower(): _unquoted(pair["value"]) for pair in reversed(pairs)}
    return FrontMatter(found["inside"].strip("\n"), values), text[found.end() :]


def _unquoted(value: str) -> str:
    value = value.strip()
    if len(value) >= 2 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1].strip()
    return value
