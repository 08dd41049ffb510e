"""Reads the lines that an export writes about evidence, principles and dates."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import NamedTuple

from cmalt_tui.pandoc.tree import Node, plain_text, walk
from cmalt_tui.plain_text import clean_line

_ENTRY = re.compile(r"Evidence (?P<number>\d{1,4}): (?P<title>.+)$")
_AGAIN = re.compile(r"Evidence (?P<number>\d{1,4}) \(above\): (?P<title>.*)$")
_ABOUT = re.compile(
    r"(?:Written (?P<day>\d{1,2} [A-Z][a-z]+ \d{4}))?(?:(?:^|\. )Principles shown: (?P<codes>.+))?$"
)
_MISSING_FILE = re.compile(r"\[file missing: (?P<file>.+)\]$")
_NOT_SAID = re.compile(
    r"No (?:text|evidence) yet\.|\[evidence not found: .*\]|\[This section’s file can’t be read\.\]"
)
_LINES = {
    "What it shows": "shows",
    "My part": "role",
    "Link": "url",
    "File": "file",
    "Where it is": "physical",
    "To open it": "access",
}


class About(NamedTuple):
    """What a line above a text says: ``Written 3 May 2026. Principles shown: P1, P3``."""

    written: date | None = None
    principles: tuple[str, ...] = ()


@dataclass
class OwnEntry:
    """An entry of an evidence part as an export writes it.

    Attributes:
        again: Whether it only refers back to an item that was told in full before.
        told: What its lines say: ``shows``, ``role``, ``url``, ``file``, ``physical``, ``access``.
        pointer: The picture that it shows, or the link to its file.
    """

    number: int
    title: str
    again: bool = False
    kind: str = ""
    day: date | None = None
    told: dict[str, str] = field(default_factory=dict)
    pointer: Node | None = None
    caption: str = ""


def own_about(block: Node) -> About | None:
    """Read the line above a text; None if the block is no such line."""
    if block["t"] not in ("Para", "Plain") or len(block["c"]) != 1:
        return None
    if block["c"][0]["t"] != "Emph":
        return None
    found = _ABOUT.match(clean_line(plain_text(block)))
    if found is None or not (found["day"] or found["codes"]):
        return None
    codes = tuple(code.strip() for code in (found["codes"] or "").split(",") if code.strip())
    return About(_day(found["day"] or ""), codes)


def says_nothing(block: Node) -> bool:
    """Whether a block only says that something isn't there."""
    if block["t"] not in ("Para", "Plain") or len(block["c"]) != 1:
        return False
    is_emphatic = block["c"][0]["t"] == "Emph"
    return is_emphatic and bool(_NOT_SAID.fullmatch(clean_line(plain_text(block))))


def is_own_line(block: Node) -> bool:
    """Whether a block is a line that an export puts between texts."""
    return own_about(block) is not None or says_nothing(block)


def is_own_entry(block: Node) -> bool:
    """Whether a block begins an entry of evidence."""
    return _opened(block) is not None


def own_entries(blocks: Sequence[Node]) -> tuple[list[OwnEntry], list[Node]]:
    """Read the entries of an evidence part, and what belongs to none of them."""
    entries: list[OwnEntry] = []
    others: list[Node] = []
    for block in blocks:
        entry = _opened(block)
        if entry is not None:
            entries.append(entry)
        elif not says_nothing(block) and not (entries and _belongs(block, entries[-1])):
            others.append(block)
    return entries, others


def _belongs(block: Node, entry: OwnEntry) -> bool:
    """Take a picture, or the caption below one, for the entry above it."""
    if entry.again:
        return False
    picture = next((node for node in walk(block) if node["t"] == "Image"), None)
    if picture is not None and (entry.pointer is None or entry.pointer["t"] == "Link"):
        entry.pointer = picture
        if block["t"] == "Figure":
            entry.caption = clean_line(plain_text(block["c"][1][1]))
        return True
    has_picture = entry.pointer is not None and entry.pointer["t"] == "Image"
    if has_picture and not entry.caption and block["t"] in ("Para", "Plain"):
        entry.caption = clean_line(plain_text(block))
        return True
    return False


def _opened(block: Node) -> OwnEntry | None:
    if block["t"] not in ("Para", "Plain"):
        return None
    lines = list(_lines(block["c"]))
    first = clean_line(plain_text(lines[0]))
    strong = next((node for node in walk(lines[0]) if node["t"] == "Strong"), None)
    name = clean_line(plain_text(strong)) if strong else ""
    if not name.startswith("Evidence "):
        return None
    if again := _AGAIN.match(first):
        entry = OwnEntry(int(again["number"]), again["title"], again=True)
    elif found := _ENTRY.match(name):
        about = first.removeprefix(name).strip()
        kind, day = _kind_and_day(about[1:-1] if about.startswith("(") else "")
        entry = OwnEntry(int(found["number"]), found["title"], kind=kind, day=day)
    else:
        return None
    for line in lines[1:]:
        _read_line(line, entry)
    return entry


def _read_line(line: list[Node], entry: OwnEntry) -> None:
    said = clean_line(plain_text(line))
    label, colon, text = said.partition(": ")
    if colon and label in _LINES:
        entry.told[_LINES[label]] = text
        if label == "File":
            entry.pointer = next((node for node in walk(line) if node["t"] == "Link"), None)
    elif missing := _MISSING_FILE.match(said):
        entry.told["file"] = missing["file"]


def _lines(inlines: Sequence[Node]) -> Iterator[list[Node]]:
    line: list[Node] = []
    for node in inlines:
        if node["t"] == "LineBreak":
            yield line
            line = []
        else:
            line.append(node)
    yield line


def _kind_and_day(about: str) -> tuple[str, date | None]:
    kind, comma, last = about.rpartition(", ")
    day = _day(last)
    if day is None:
        return about, None
    return (kind if comma else ""), day


def _day(text: str) -> date | None:
    try:
        return datetime.strptime(text, "%d %B %Y").date()
    except ValueError:
        return None
