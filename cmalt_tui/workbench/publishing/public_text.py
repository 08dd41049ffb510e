"""What of a text is fit for the public: no private stretches, no pictures, no own files."""

import re
from collections import Counter
from typing import NamedTuple

from cmalt_tui.plain_text import count_words
from cmalt_tui.problems import InputProblem

_TARGET = r"""\(\s*<?((?:[^()<>\s]|\([^()\s]*\))*)>?(?:\s+(?:"[^"\n]*"|'[^'\n]*'))?\s*\)"""
_ATTRIBUTES = r"(?:\{[^{}\n]*\})?"


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
        InputProblem: A private stretch has no end.
    """
    left_out: Counter[str] = Counter()
    public, private_words = _without_private(text, place, left_out)
    public = _without_pictures(public, left_out)
    public = _without_own_files(public, left_out)
    return PublicText(re.sub(r"\n{3,}", "\n\n", public).strip(), left_out, private_words)


def _without_private(text: str, place: str, left_out: Counter[str]) -> tuple[str, int]:
    words = 0
    for pattern in (r"\[\[\s*private\b.*?\]\]", r"<!--.*?(?:-->|\Z)"):
        for match in re.finditer(pattern, text, re.S | re.I):
            left_out["private text"] += 1
            words += count_words(match[0])
        text = re.sub(pattern, "", text, flags=re.S | re.I)
    if re.search(r"\[\[\s*private\b", text, re.I):
        raise InputProblem(
            f"{place} has [[private: with no ]] after it",
            "Close it, so that it is clear how far it goes.",
        )
    return text, words


def _without_pictures(text: str, left_out: Counter[str]) -> str:
    for pattern in (
        rf"!\[[^\[\]]*\](?:{_TARGET}|\[[^\[\]\n]*\]){_ATTRIBUTES}",
        r"<img\b[^<>]*>",
    ):
        text, count = re.subn(pattern, "", text, flags=re.I)
        left_out["picture"] += count
    text = re.sub(r"<(script|style)\b.*?</\1\s*>", "", text, flags=re.S | re.I)
    text = re.sub(r"</?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]*)?/?>", "", text)
    return re.sub(rf"\[\s*\]{_TARGET}{_ATTRIBUTES}", "", text)


def _without_own_files(text: str, left_out: Counter[str]) -> str:
    def inline(match: re.Match[str]) -> str:
        if _is_public(match[2]):
            return match[0]
        left_out["link to a file of one’s own"] += 1
        return match[1]

    text = re.sub(rf"(?<!!)\[([^\[\]]*)\]{_TARGET}{_ATTRIBUTES}", inline, text)
    defined = r"^ {0,3}\[([^\]^\n][^\]\n]*)\]:\s*<?(\S+?)>?(?:[ \t].*)?$"
    for match in re.finditer(defined, text, re.M):
        if not _is_public(match[2]):
            left_out["link to a file of one’s own"] += 1
            text = text.replace(match[0], "")
            name = re.escape(match[1])
            text = re.sub(rf"\[([^\[\]]+)\]\[{name}\]", r"\1", text, flags=re.I)
            text = re.sub(rf"\[({name})\](?:\[\])?(?![(\[:])", r"\1", text, flags=re.I)
    return text


def _is_public(target: str) -> bool:
    return re.match(r"(?:https?://|mailto:|#)", target, re.I) is not None
