"""The links and pictures of a text, with the words that a reader sees in their place."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from cmalt_tui.review.prose import without_unread

_REMEMBERED = 2_000


class TextLink(NamedTuple):
    """A link or a picture in a text.

    Attributes:
        label: What is read in its place, as Markdown; of a picture its alternative text.
        address: Where it leads, as it is written.
        start, end: Where it stands in the text, in characters.
        is_picture: Whether it is a picture.
        is_bare: Whether it is an address alone, with no words for it.
    """

    label: str
    address: str
    start: int
    end: int
    is_picture: bool = False
    is_bare: bool = False


@lru_cache(maxsize=_REMEMBERED)
def text_links(text: str) -> tuple[TextLink, ...]:
    """List the links and pictures of a text in order; those in code and private ones are none."""
    if "](" not in text and "://" not in text:
        return ()
    shown = _code().sub(lambda found: " " * len(found[0]), without_unread(text))
    found = [_picture_of(match) for match in _picture().finditer(shown)]
    without = _picture().sub(lambda match: "p" * len(match[0]), shown)
    links = [_link_of(match, text) for match in _link().finditer(without)]
    bare = _link().sub(lambda match: " " * len(match[0]), without)
    for match in _bare().finditer(bare):
        address = match[0].rstrip(".,;:!?'\"*_")
        links.append(
            TextLink(address, address, match.start(), match.start() + len(address), is_bare=True)
        )
    return tuple(sorted((*found, *links), key=lambda link: link.start))


def _picture_of(match: re.Match[str]) -> TextLink:
    label = match[1]
    if not label.strip() and match[3]:
        named = re.search(r'alt="([^"]*)"', match[3])
        label = named[1] if named else ""
    return TextLink(label, _address(match[2]), match.start(), match.end(), is_picture=True)


def _link_of(match: re.Match[str], text: str) -> TextLink:
    label = text[match.start(1) : match.end(1)]
    return TextLink(label, _address(match[2]), match.start(), match.end())


def _address(written: str) -> str:
    """The address in a link's brackets, without angle brackets and title."""
    inside = written.strip()
    if inside.startswith("<") and ">" in inside:
        return inside[1:].partition(">")[0]
    return re.sub(r"""\s+(?:"[^"]*"|'[^']*')$""", "", inside)


@cache
def _code() -> re.Pattern[str]:
    return re.compile(r"^(```|~~~).*?(?:^\1|\Z)|`[^`\n]+`", re.S | re.M)


@cache
def _picture() -> re.Pattern[str]:
    return re.compile(r"!\[([^\[\]\n]*)\]\(((?:[^()\n]|\([^()\n]*\))*)\)(\{[^{}\n]*\})?")


@cache
def _link() -> re.Pattern[str]:
    return re.compile(r"\[((?:[^\[\]\n]|\[[^\[\]\n]*\])*)\]\(((?:[^()\n]|\([^()\n]*\))*)\)")


@cache
def _bare() -> re.Pattern[str]:
    return re.compile(r"(?<![\w/\"'=])https?://[^\s<>()\[\]]+(?:\([^\s<>()\[\]]*\)[^\s<>()\[\]]*)*")
