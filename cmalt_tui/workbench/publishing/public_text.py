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
        InputProblem: A private stretch has no end, or it is not clear which one.
    """
    left_out: Counter[str] = Counter()
    public, private_words = _without_private(text, place, left_out)
    public = _without_pictures(public, left_out)
    public = _without_own_files(public, left_out)
    return PublicText(re.sub(r"\n{3,}", "\n\n", public).strip(), left_out, private_words)


def _without_private(text: str, place: str, left_out: Counter[str]) -> tuple[str, int]:
    kept, hidden, end = "", list[str](), 0
    for begun in re.finditer(r"\[\[\s*private\b", text, re.I):
        if begun.start() < end:
            continue
        kept += text[end : begun.start()]
        end = _end_of_private(text, begun.start(), place)
        hidden.append(text[begun.start() : end])
    kept += text[end:]
    if hidden and re.search(r"^(?:(?!\[\[).)*\]\]", kept, re.S):
        raise InputProblem(
            f"{place} has ]] with no [[ before it, so that it is not clear what is private",
            "Mend the brackets around the private stretch.",
        )
    comments = r"<!--.*?(?:-->|\Z)"
    hidden += [comment[0] for comment in re.finditer(comments, kept, re.S)]
    if hidden:
        left_out["private text"] += len(hidden)
    return re.sub(comments, "", kept, flags=re.S), sum(map(count_words, hidden))


def _end_of_private(text: str, start: int, place: str) -> int:
    """Where a private stretch ends, which may hold other double brackets."""
    depth = 0
    for mark in re.compile(r"\[\[|\]\]").finditer(text, start):
        depth += 1 if mark[0] == "[[" else -1
        if not depth:
            return mark.end()
    raise InputProblem(
        f"{place} has [[private: with no ]] after it",
        "Close it, so that it is clear how far it goes.",
    )


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
