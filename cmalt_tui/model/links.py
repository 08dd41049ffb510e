"""Links in Markdown: finds the one at a place, writes one, knows an address when it sees one."""

import re
from functools import cache
from typing import NamedTuple

from cmalt_tui.model.inline_marks import inline_marks

_LONGEST_ADDRESS = 2_000


class WrittenLink(NamedTuple):
    """A link as it stands in a paragraph.

    Attributes:
        start: Where it begins.
        end: Where it ends.
        label: What is read, as Markdown.
        address: Where it leads.
    """

    start: int
    end: int
    label: str
    address: str


def link_at(text: str, start: int, end: int) -> WrittenLink | None:
    """Find the link that a stretch of a paragraph lies in; links to pictures count as well.

    Args:
        text: A paragraph.
        start: Where the stretch begins.
        end: Where it ends.
    """
    for link in inline_marks(text).links:
        if link.start <= start and end <= link.end and text[link.label_end + 1] == "(":
            inside = text[link.label_end + 2 : link.end - 1].strip()
            address = inside[1:].partition(">")[0] if inside[:1] == "<" else inside
            label = text[link.start + 1 : link.label_end]
            return WrittenLink(link.start, link.end, label, address)
    return None


def written_link(label: str, address: str) -> str:
    """Write a link.

    Args:
        label: What is read, as Markdown; brackets in it that would end it are escaped, spaces
            round it stay outside the link. The address itself is read where there is nothing else.
        address: Where it leads.
    """
    address = address.strip()
    words = label.strip() or address
    before, _, after = label.partition(words)
    if not _plain().fullmatch(address):
        address = f"<{address.replace('<', '%3C').replace('>', '%3E')}>"
    return f"{before}[{_balanced(words)}]({address}){after}"


def is_address(text: str) -> bool:
    """Whether a text is nothing but the address of a page or of a mailbox."""
    text = text.strip()
    return len(text) <= _LONGEST_ADDRESS and _address().fullmatch(text) is not None


def _balanced(label: str) -> str:
    depth = 0
    for letter in re.sub(r"\\.", "", label):
        depth += {"[": 1, "]": -1}.get(letter, 0)
        if depth < 0:
            break
    return re.sub(r"(?<!\\)([\[\]])", r"\\\1", label) if depth else label


@cache
def _address() -> re.Pattern[str]:
    return re.compile(
        r"(?:https?://[^\s<>\"\\]+\.?[^\s<>\"\\]+|mailto:[^\s<>@]+@[^\s<>@]+|www\.[^\s<>\"\\]+\.[^\s<>\"\\]+)",
        re.IGNORECASE,
    )


@cache
def _plain() -> re.Pattern[str]:
    return re.compile(r"[^\s<>()\\]*(?:\([^\s<>()\\]*\)[^\s<>()\\]*)*")
