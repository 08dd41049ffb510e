"""Private stretches and references to evidence in a text, found before it is read as Markdown."""

import re
from collections.abc import Mapping

# Characters of no meaning stand for the marks while Markdown is read: brackets would be taken for
# links (Unicode, "Private-use characters").
PRIVATE_START, PRIVATE_END, REFERENCE_START, REFERENCE_END = "\ue000", "\ue001", "\ue002", "\ue003"
_STAND_INS = dict.fromkeys(map(ord, (PRIVATE_START, PRIVATE_END, REFERENCE_START, REFERENCE_END)))
_OPEN, _CLOSE = r"\\?\[\\?\[", r"\\?\]\\?\]"
_PRIVATE = rf"{_OPEN}\s*private\b:?[ \t]*"
_REFERENCE = rf"{_OPEN}\s*ev\s*:\s*([\w.-]{{1,100}})\s*{_CLOSE}"


def with_stand_ins(text: str, evidence: Mapping[str, str]) -> str:
    """Put stand-ins where something private begins and ends, and round references to evidence.

    Args:
        text: A text as the person wrote it. A private stretch with no end goes on to the last word.
        evidence: What an item is called, by its id: ``evidence 3: A film of the bench``.
    """
    if "[[" not in text.replace("\\", ""):
        return text.translate(_STAND_INS)

    def named(reference: re.Match[str]) -> str:
        title = evidence.get(reference[1]) or f"evidence not found: {reference[1]}"
        # So that no letter of a title is read as Markdown.
        inert = re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", title)
        return f"{REFERENCE_START}{inert}{REFERENCE_END}"

    text = re.sub(_REFERENCE, named, text.translate(_STAND_INS))
    marked, end = "", 0
    for begun in re.finditer(_PRIVATE, text, re.I):
        if begun.start() >= end:
            marked += text[end : begun.start()] + PRIVATE_START
            closing = _closing(text, begun.end())
            marked += text[begun.end() : closing.start() if closing else len(text)] + PRIVATE_END
            end = closing.end() if closing else len(text)
    return marked + text[end:]


def _closing(text: str, start: int) -> re.Match[str] | None:
    """The brackets that close a stretch, which may hold other double brackets."""
    depth = 1
    for mark in re.compile(f"{_OPEN}|{_CLOSE}").finditer(text, start):
        depth += 1 if mark[0].endswith("[") else -1
        if not depth:
            return mark
    return None
