"""Text made safe, counted and named: control characters out, words told apart, ids made."""

import re
import unicodedata
from collections.abc import Container

ID_RULE = "letters, digits, dots, hyphens and underscores, the first one a letter or a digit"
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
# C0 and C1 controls except tab and newline, and the marks that reorder text on a screen
# (Unicode TR 36, section 2.10): none has a place in prose, all can attack a terminal.
_UNSAFE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]"
)
_LINE_END = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_ESCAPE_SEQUENCE = re.compile(
    "\x1b(?:\\][^\x07\x1b]{0,4096}(?:\x07|\x1b\\\\)"
    "|\\[[0-?]*[ -/]*[@-~]"
    "|[PX^_][^\x1b]{0,4096}\x1b\\\\)"
)
_LINK_TARGET = re.compile(r"\]\((?:[^()\n]|\([^()\n]*\))*\)|\]\[[^\]\n]*\]|^\[[^\]\n]+\]:.*$", re.M)
_BARE_ADDRESS = re.compile(r"<?\bhttps?://[^\s>)]+>?")
_ATTRIBUTES = re.compile(r"(?<=[)\]`])\{[^{}\n]*\}|\{(?:#|\.)[^{}\n]*\}")
_CJK = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_MARKS = "[\u0300-\u036f]*"
_WORD = re.compile(rf"[^\W_]+(?:{_MARKS}['’.,@&/+-]?[^\W_]+)*{_MARKS}")


def clean(text: str) -> str:
    r"""Strip what could harm a terminal and give every line end the same form.

    Whole escape sequences go first, so that their letters don't stay behind as litter. Text is
    composed (NFC) so that a word typed in two ways is one word.

    Args:
        text: Text from a file, a paste or a corpus.

    Returns:
        The same text with ``\n`` line ends and no control character but tab and newline.
    """
    if text.isascii() and text.replace("\n", "").isprintable():
        return text  # Most of what is ever read; the patterns would cost several times as much.
    text = _LINE_END.sub("\n", _ESCAPE_SEQUENCE.sub("", text))
    text = _SURROGATES.sub("\ufffd", _UNSAFE.sub("", text))
    return unicodedata.normalize("NFC", text)


def clean_line(text: str) -> str:
    """Clean a text that has to fit one line: a title, a name, a caption."""
    return " ".join(clean(text).split())


def words(text: str) -> list[str]:
    """List the words of a Markdown text in order, as a person would count them.

    Link targets, bare addresses and attribute lists don't count; a hyphenated or an
    apostrophised word is one; every CJK character is one.
    """
    for pattern in (_ATTRIBUTES, _LINK_TARGET, _BARE_ADDRESS):
        text = pattern.sub(lambda found: " " if not found[0].startswith("]") else "] ", text)
    if not text.isascii():
        text = _CJK.sub(r" \g<0> ", text)
    return _WORD.findall(text)


def count_words(text: str) -> int:
    """Count the words of a Markdown text; see `words` for what counts."""
    return len(words(text))


def slug(text: str, *, fallback: str = "item", longest: int = 60) -> str:
    """Make an id for a file name out of a title: lower case ASCII letters, digits, hyphens."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    cut = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:longest].rstrip("-")
    return cut or fallback


def is_id(text: str) -> bool:
    """Whether a text can be an id; ids become names of files, so they are kept plain."""
    return _ID.fullmatch(text) is not None


def free_id(wanted: str, taken: Container[str]) -> str:
    """Make an id that no other thing has: ``pilot``, or else ``pilot-2``, ``pilot-3`` …."""
    free, number = wanted, 1
    while free in taken:
        number += 1
        free = f"{wanted}-{number}"
    return free
