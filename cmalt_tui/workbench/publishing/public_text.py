"""What of a text is fit for the public: no private stretches, no pictures, no own files."""

import re
from collections import Counter
from typing import NamedTuple

from cmalt_tui.model.private_text import refuse_disguised, without_private
from cmalt_tui.plain_text import count_words
from cmalt_tui.workbench.publishing.markdown_links import links_in

_QUOTED = r"""(?:"[^"]*"|'[^']*'|[^<>"'])*"""
_TAG = rf"</?[a-z][a-z0-9-]*(?:\s{_QUOTED})?/?>"
_PICTURE_TAG = rf"<img\b{_QUOTED}>"
_SILENT_TAGS = r"<(script|style)\b.*?(?:</\1\s*>|\Z)"
_ADDRESS = r"<([a-z][a-z0-9+.-]{1,31}:[^\s<>]*)>"
_HEADING_ATTRIBUTES = re.compile(r"^(#{1,6}\s.*?)[ \t]*\{[^{}\n]*\}[ \t]*$", re.M)
# With the lines in which its title goes on.
_DEFINITION = re.compile(
    r"^[ \t>]*(?:[-+*][ \t]+)?\[([^\]^\n][^\]\n]*)\]:[ \t]*\n?[ \t]*(?:<([^<>\n]*)>|(\S+))"
    r"(?:[ \t]*\n?[ \t]*(?:\"[^\"]*\"|'[^']*'|\([^()]*\))[ \t]*$|[ \t].*)?$",
    re.M,
)
_OWN_FILE = "link to a file of one’s own"


class PublicText(NamedTuple):
    """A text fit for the public.

    Attributes:
        left_out: What was taken out, by kind, to how often.
        private_words: Words of the private stretches and comments.
    """

    text: str
    left_out: Counter[str]
    private_words: int


def public_text(text: str, place: str) -> PublicText:
    """Take out of a Markdown text what is not for the public.

    Private stretches (``[[private: …]]``) and comments go with all their words; pictures and
    raw tags go; a link to a file of one's own keeps its words. What leads to the web stays.

    Args:
        text: As the person wrote it.
        place: The section and part, for the message.

    Raises:
        InputProblem: A private stretch has no end, or it is not clear which one.
    """
    left_out: Counter[str] = Counter()
    public, hidden = without_private(text, place)
    public = _without_pictures(public, left_out)
    public = _without_own_files(public, left_out)
    public = _without_definitions(public, left_out, hidden)
    public = _HEADING_ATTRIBUTES.sub(r"\1", public)
    if hidden:
        left_out["private text"] += len(hidden)
    public = re.sub(r"\n{3,}", "\n\n", public).strip()
    refuse_disguised(public, place)
    return PublicText(public, left_out, sum(map(count_words, hidden)))


def _without_pictures(text: str, left_out: Counter[str]) -> str:
    rest, end = "", 0
    for picture in links_in(text, "!["):
        left_out["picture"] += 1
        rest, end = rest + text[end : picture.start], picture.end
    text, count = re.subn(_PICTURE_TAG, "", rest + text[end:], flags=re.I)
    if count:
        left_out["picture"] += count
    text = re.sub(_SILENT_TAGS, "", text, flags=re.S | re.I)
    return re.sub(_TAG, "", text, flags=re.I)


def _without_own_files(text: str, left_out: Counter[str]) -> str:
    def address(match: re.Match[str]) -> str:
        if _is_public(match[1]):
            return match[0]
        left_out[_OWN_FILE] += 1
        return ""

    return _with_public_links(re.sub(_ADDRESS, address, text, flags=re.I), left_out)


def _with_public_links(text: str, left_out: Counter[str]) -> str:
    rest, end = "", 0
    for link in links_in(text, "["):
        words = _with_public_links(link.words, left_out)
        shown = f"[{words}]{link.behind}"
        if link.behind.startswith("("):
            if not words.strip():  # there was a picture in it
                shown = ""
            elif not _is_public(link.target):
                left_out[_OWN_FILE] += 1
                shown = words
        rest, end = f"{rest}{text[end : link.start]}{shown}", link.end
    return rest + text[end:]


def _without_definitions(text: str, left_out: Counter[str], hidden: list[str]) -> str:
    """Take out what defines links that lead to own files, or no link at all: that is a comment."""
    rest = _DEFINITION.sub("", text)
    used = {_folded(link) for link in re.findall(r"\[([^\[\]]+)\]", rest)}
    gone: set[str] = set()

    def definition(match: re.Match[str]) -> str:
        name, target = _folded(match[1]), match[2] or match[3] or "#"
        leads = name in used and target != "#"  # a usual way to write a comment
        if leads and _is_public(target):
            return match[0]
        if leads:
            left_out[_OWN_FILE] += 1
            gone.add(name)
        else:
            hidden.append(match[0])
        return ""

    def link(match: re.Match[str]) -> str:
        return match[1] if _folded(match[2] or match[1]) in gone else match[0]

    text = _DEFINITION.sub(definition, text)
    return re.sub(r"\[([^\[\]]+)\](?:\[([^\[\]\n]*)\])?(?![(:])", link, text) if gone else text


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())


def _is_public(target: str) -> bool:
    return re.match(r"(?:https?://|mailto:|#)", target, re.I) is not None
