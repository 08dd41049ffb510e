"""Text made safe, counted and named: control characters out, words told apart, ids made."""

import re
import unicodedata
from collections.abc import Container

ID_RULE = "letters, digits, dots, hyphens and underscores, the first one a letter or a digit"
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
# C0 and C1 controls except tab and newline, and the marks that reorder text on a screen
# (Unicode TR 36, section 2.10): none has a place in prose, all can attack a terminal.
_UNSAFE = (
    *range(0x00, 0x09),
    *range(0x0E, 0x20),
    *range(0x7F, 0xA0),
    *(0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)),
    *(0xFEFF, 0xFFFE, 0xFFFF),
)
# A table, not a pattern: patterns with such sets take longer to compile than a start may wait.
_CLEANED = dict.fromkeys(_UNSAFE) | dict.fromkeys((0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029), "\n")
_ESCAPE_SEQUENCE = (
    "\x1b(?:\\][^\x07\x1b]{0,4096}(?:\x07|\x1b\\\\)"
    "|\\[[0-?]*[ -/]*[@-~]"
    "|[PX^_][^\x1b]{0,4096}\x1b\\\\)"
)
_COMMENT_START, _COMMENT_END = "<!--", "-->"
_LINK_TARGET = re.compile(r"\]\((?:[^()\n]|\([^()\n]*\))*\)|\]\[[^\]\n]*\]|^\[[^\]\n]+\]:.*$", re.M)
_BARE_ADDRESS = re.compile(r"<?\bhttps?://[^\s>)]+>?")
_ATTRIBUTES = re.compile(r"(?<=[)\]`])\{[^{}\n]*\}|\{(?:#|\.)[^{}\n]*\}")
_FIRST_CJK = "\u3040"
_CJK = "[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]"
_MARKS = "[\u0300-\u036f]*"
_WORD = re.compile(rf"[^\W_]+(?:{_MARKS}(?:['.,@&/+-]|’)?[^\W_]+)*{_MARKS}")


def clean(text: str) -> str:
    r"""Strip what could harm a terminal and give every line end the same form.

    Whole escape sequences go first, so that their letters don't stay behind as litter. Text is
    composed (NFC) so that a word typed in two ways is one word.

    Args:
        text: Text from a file, a paste or a corpus.

    Returns:
        The same text with ``\n`` line ends and no control character but tab and newline.
    """
    if text.replace("\n", "").isprintable():
        # Most of what is ever read. Controls, marks, surrogates and odd line ends don't print.
        return text if text.isascii() else unicodedata.normalize("NFC", text)
    if "\x1b" in text:
        text = re.sub(_ESCAPE_SEQUENCE, "", text)
    text = text.replace("\r\n", "\n").translate(_CLEANED)
    try:
        text.encode()
    except UnicodeEncodeError:
        text = re.sub("[\ud800-\udfff]", "\ufffd", text)
    return unicodedata.normalize("NFC", text)


def clean_line(text: str) -> str:
    """Clean a text that has to fit one line: a title, a name, a caption."""
    return " ".join(clean(text).split())


def words(text: str) -> list[str]:
    """List the words of a Markdown text in order, as a person would count them.

    Comments, link targets, bare addresses and attribute lists don't count; a hyphenated or an
    apostrophised word is one; every CJK character is one.
    """
    if _COMMENT_START in text:
        text = without_comments(text)
    for pattern in (_ATTRIBUTES, _LINK_TARGET, _BARE_ADDRESS):
        text = pattern.sub(lambda found: " " if not found[0].startswith("]") else "] ", text)
    if not text.isascii() and max(text) >= _FIRST_CJK:
        text = re.sub(_CJK, r" \g<0> ", text)
    return _WORD.findall(text)


def count_words(text: str) -> int:
    """Count the words of a Markdown text; see `words` for what counts."""
    return len(words(text))


def amount(count: int, thing: str) -> str:
    """Say how many of a thing there are: ``1 word``, ``1,204 words``."""
    return f"{count:,} {thing}{'' if count == 1 else 's'}"


def without_comments(text: str) -> str:
    """Take out comments, ``<!-- … -->``, which no export shows; one without an end stays."""
    kept: list[str] = []
    rest = text
    while rest:
        before, start, after = rest.partition(_COMMENT_START)
        _, end, beyond = after.partition(_COMMENT_END)
        if not (start and end):
            return "".join([*kept, rest])
        kept.append(before)
        rest = beyond
    return "".join(kept)


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
