"""A text as numbered paragraphs: read, replaced, put in, taken out, all else left as it is."""

import re
from collections.abc import Sequence
from typing import NamedTuple

_BETWEEN = re.compile(r"[ \t]*\n(?:[ \t]*\n)+")
_WHOLE = re.compile(r"(?P<start>(?:[ \t]*\n)*)(?P<body>.*?)(?P<end>\s*)", re.DOTALL)
_PARTING = "\n\n"


class _Pieces(NamedTuple):
    """Paragraphs, the blank lines after each of them, and those before the first one."""

    paragraphs: list[str]
    after: list[str]
    start: str


def paragraphs(text: str) -> tuple[str, ...]:
    """The paragraphs of a text, which empty lines part."""
    return tuple(_pieces(text).paragraphs)


def stretch_of(text: str, number: int) -> tuple[int, int]:
    """From which character to which a paragraph goes."""
    pieces = _pieces(text)
    before = zip(pieces.paragraphs[: number - 1], pieces.after, strict=False)
    start = len(pieces.start) + sum(len(paragraph) + len(after) for paragraph, after in before)
    return start, start + len(pieces.paragraphs[number - 1])


def number_at(text: str, place: int) -> int:
    """The number of the paragraph that a character stands in, or that it stands behind."""
    pieces = _pieces(text)
    end = len(pieces.start)
    for number, paragraph in enumerate(pieces.paragraphs, 1):
        end += len(paragraph) + len("".join(pieces.after[number - 1 : number]))
        if place < end:
            return number
    return max(1, len(pieces.paragraphs))


def replaced(text: str, number: int, paragraph: str) -> str:
    """Put other words in the place of the paragraph of a number, counted from 1."""
    pieces = _pieces(text)
    pieces.paragraphs[number - 1] = paragraph
    return _joined(pieces)


def inserted(text: str, number: int, paragraph: str) -> str:
    """Put a paragraph before the one of a number; one more than there are means the end."""
    pieces = _pieces(text)
    if pieces.paragraphs:
        pieces.after.insert(number - 1 if number <= len(pieces.paragraphs) else -1, _PARTING)
    pieces.paragraphs.insert(number - 1, paragraph)
    return _joined(pieces)


def removed(text: str, numbers: Sequence[int]) -> str:
    """Take paragraphs out, each with what parted it from the next one, or from the one before."""
    pieces = _pieces(text)
    for number in sorted(set(numbers), reverse=True):
        is_last = number == len(pieces.paragraphs)
        del pieces.paragraphs[number - 1]
        if pieces.paragraphs:
            del pieces.after[number - 2 if is_last else number - 1]
    return _joined(pieces)


def shifted(text: str, number: int, place: int) -> str:
    """Move a paragraph to the place that another one has."""
    pieces = _pieces(text)
    moved = pieces.paragraphs.pop(number - 1)
    pieces.paragraphs.insert(place - 1, moved)
    return _joined(pieces)


def _pieces(text: str) -> _Pieces:
    whole = _WHOLE.fullmatch(text)
    assert whole is not None
    body = whole["body"]
    between = _BETWEEN.findall(body)
    return _Pieces(_BETWEEN.split(body) if body else [], [*between, whole["end"]], whole["start"])


def _joined(pieces: _Pieces) -> str:
    pairs = zip(pieces.paragraphs, pieces.after, strict=True) if pieces.paragraphs else ()
    return pieces.start + "".join(paragraph + after for paragraph, after in pairs)
