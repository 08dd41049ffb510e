"""A passage's Markdown as the plain text that is searched and shown in a snippet."""

import re

_MARKS = "*_`[<>#|\\{~="
_LIST_STARTS = frozenset("-+0123456789 \t")
_LISTED = re.compile(r"^[ \t]*(?:[-+]|\d{1,3}[.)])\s", re.M)
_FENCE = re.compile(r"^\s*(?:```|~~~).*$", re.M)
_COMMENT_OR_TAG = re.compile(r"<!--.*?-->|</?[A-Za-z][^<>\n]{0,2000}>", re.S)
_ADDRESS_IN_BRACKETS = re.compile(r"<((?:https?://|mailto:)[^<>\s]+)>")
_FOOTNOTE = re.compile(r"\[\^[^\]\n]{1,80}\]:?")
_LINK = re.compile(r"!?\[([^\[\]\n]*)\](?:\((?:[^()\n]|\([^()\n]*\))*\)|\[[^\]\n]*\])")
_LINK_TARGET = re.compile(r"^\s{0,3}\[[^\]\n]+\]:\s.*$", re.M)
_ATTRIBUTES = re.compile(r"(?<=[)\]`\w ])\{[#.][^{}\n]*\}")
_RULER = re.compile(r"^[ \t]*(?:[-*_=|:+][ \t]*){3,}$", re.M)
_LINE_START = re.compile(r"^[ \t]*(?:>[ \t]*)*(?:#{1,6}[ \t]+|(?:[-+*]|\d{1,3}[.)])[ \t]+)?", re.M)
_EMPHASIS = re.compile(r"(?<!\\)(?:\*{1,3}|~~|`+|(?<![^\W_])_{1,3}|_{1,3}(?![^\W_]))")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_SPACES = re.compile(r"[ \t]{2,}")
# What takes the marks off, in order, and what each leaves in the place of what it takes.
STEPS = (
    (_FENCE, ""),
    (_ADDRESS_IN_BRACKETS, r"\1"),
    (_COMMENT_OR_TAG, " "),
    (_FOOTNOTE, ""),
    (_LINK, r"\1"),
    (_LINK, r"\1"),  # a picture inside a link
    (_LINK_TARGET, ""),
    (_ATTRIBUTES, ""),
    (_RULER, ""),
    (_LINE_START, ""),
    (_EMPHASIS, ""),
    (_ESCAPE, r"\1"),
)


def plain(text: str) -> str:
    """Take the marks off a Markdown text and keep its words.

    A full parse would be exact and a hundred times slower; what is lost by patterns is at most
    a mark left standing in a snippet, never a word.

    Args:
        text: Markdown, cleaned.

    Returns:
        The text as it reads, one line a block or list item.
    """
    if has_marks(text):
        text = _unmarked(text)
    return "\n".join(line for line in map(str.strip, text.split("\n")) if line)


def has_marks(text: str) -> bool:
    """Whether there may be a mark in it that has to be taken off."""
    if any(mark in text for mark in _MARKS):
        return True
    # Few lines begin as an item of a list can, and to look at that is quicker than the pattern.
    if not any(line[:1] in _LIST_STARTS for line in text.split("\n")):
        return False
    return _LISTED.search(text) is not None


def _unmarked(text: str) -> str:
    for pattern, kept in STEPS:
        text = pattern.sub(kept, text)
    return _SPACES.sub(" ", text.replace("|", " "))
