"""Private stretches and comments of a text: taken out whole, or refused where they aren't clear."""

import html
import re
import unicodedata

from cmalt_tui.problems import InputProblem

# With the backslashes that a word processor's brackets get when a document is imported.
_OPEN, _CLOSE = r"\\?\[\\?\[", r"\\?\]\\?\]"
_PRIVATE = rf"{_OPEN}\s*private\b"
# Comments, instructions, raw stretches and declarations: CommonMark hides all of them ("Raw HTML").
_COMMENTS = r"<!--.*?(?:-->|\Z)|<\?.*?\?>|<!\[CDATA\[.*?\]\]>|<![A-Z][^>]*>"
# Marks that nobody sees: backslash, soft hyphen, spaces and joiners of no width.
_UNSEEN = "[\\\\\u00ad\u200b-\u200d\u2060\ufeff]"


def without_private(text: str, place: str) -> tuple[str, list[str]]:
    """Take private stretches (``[[private: …]]``) and comments out of a Markdown text.

    Args:
        text: As the person wrote it.
        place: The section and part, for the message.

    Returns:
        The rest, and each stretch that was taken out.

    Raises:
        InputProblem: A private stretch has no end, or it is not clear which one.
    """
    kept, hidden = without_private_stretches(text, place)
    comments = [comment[0] for comment in re.finditer(_COMMENTS, kept, re.S)]
    kept = re.sub(_COMMENTS, "", kept, flags=re.S)
    if hidden and re.search(rf"^(?:(?!{_OPEN}).)*{_CLOSE}", kept, re.S):
        raise InputProblem(
            f"{place} has ]] with no [[ before it, so that it is not clear what is private",
            "Mend the brackets around the private stretch.",
        )
    return kept, [*hidden, *comments]


def without_private_stretches(text: str, place: str) -> tuple[str, list[str]]:
    """Take private stretches out of a Markdown text and leave its comments, as `without_private`.

    Raises:
        InputProblem: A private stretch has no end.
    """
    kept, hidden, end = "", list[str](), 0
    for begun in re.finditer(_PRIVATE, text, re.I):
        if begun.start() < end:
            continue
        kept += text[end : begun.start()]
        end = _end_of_private(text, begun.start(), place)
        hidden.append(text[begun.start() : end])
    return kept + text[end:], hidden


def refuse_disguised(text: str, place: str) -> None:
    """Refuse a text in which a private stretch is left, because it begins in some other writing.

    Args:
        text: What would be published.
        place: The section and part, for the message.

    Raises:
        InputProblem: There is one.
    """
    plain = re.sub(_UNSEEN, "", unicodedata.normalize("NFKC", html.unescape(text)))
    if re.search(_PRIVATE, plain, re.I):
        raise InputProblem(
            f"{place} has something like [[private: that is written in another way",
            "Write it as [[private: and ]] with nothing in between.",
        )


def _end_of_private(text: str, start: int, place: str) -> int:
    """Where a private stretch ends, which may hold other double brackets."""
    depth = 0
    for mark in re.compile(f"{_OPEN}|{_CLOSE}").finditer(text, start):
        depth += 1 if mark[0].endswith("[") else -1
        if not depth:
            return mark.end()
    raise InputProblem(
        f"{place} has [[private: with no ]] after it",
        "Close it, so that it is clear how far it goes.",
    )
