"""What changed from one version of a text to another: by paragraphs, and in them by words."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

KEPT, REMOVED, ADDED = " ", "-", "+"
_AROUND = {KEPT: ("", ""), REMOVED: ("[-", "-]"), ADDED: ("{+", "+}")}
# Texts with less than this in common are told as one removed and one added.
_ALIKE = 0.4
_MOST_COMPARED = 4_000_000


class Piece(NamedTuple):
    """A stretch of a paragraph, and what became of it: `KEPT`, `REMOVED` or `ADDED`."""

    mark: str
    text: str

    @property
    def marked(self) -> str:
        """The text between marks that need no colour: ``[-gone-]``, ``{+new+}``."""
        before, after = _AROUND[self.mark]
        words = self.text.lstrip()
        space = self.text[: len(self.text) - len(words)]
        return f"{space}{before}{words}{after}"


class ChangedParagraph(NamedTuple):
    """A paragraph of either version.

    Attributes:
        pieces: One piece where it was kept, removed or added as a whole; else its words.
    """

    pieces: tuple[Piece, ...]

    @property
    def mark(self) -> str:
        """`KEPT`, `REMOVED` or `ADDED` as a whole; ``~`` where only words of it changed."""
        marks = {piece.mark for piece in self.pieces}
        return marks.pop() if len(marks) == 1 else "~"


def changed_paragraphs(before: str, after: str) -> Iterator[ChangedParagraph]:
    """List the paragraphs of two versions of a text in their order, with what changed in them."""
    old, new = _paragraphs(before), _paragraphs(after)
    for kind, low, high, start, end in _opcodes(old, new):
        if kind == "equal":
            yield from (_whole(KEPT, text) for text in old[low:high])
            continue
        paired = min(high - low, end - start)
        for text, other in zip(old[low : low + paired], new[start : start + paired], strict=True):
            yield from _reworded(text, other)
        yield from (_whole(REMOVED, text) for text in old[low + paired : high])
        yield from (_whole(ADDED, text) for text in new[start + paired : end])


def _reworded(before: str, after: str) -> Iterator[ChangedParagraph]:
    old, new = _words(before), _words(after)
    steps = _opcodes(old, new)
    same = sum(high - low for kind, low, high, _, _ in steps if kind == "equal")
    if 2 * same < _ALIKE * (len(old) + len(new)):
        yield _whole(REMOVED, before)
        yield _whole(ADDED, after)
        return
    pieces: list[Piece] = []
    for kind, low, high, start, end in steps:
        told, fresh = "".join(old[low:high]), "".join(new[start:end])
        if kind == "equal":
            pieces.append(Piece(KEPT, told))
        else:
            pieces += [Piece(REMOVED, told)] if told else []
            pieces += [Piece(ADDED, fresh)] if fresh else []
    yield ChangedParagraph(tuple(pieces))


def _opcodes(old: Sequence[str], new: Sequence[str]) -> list[tuple[str, int, int, int, int]]:
    if len(old) * len(new) > _MOST_COMPARED:
        return [("replace", 0, len(old), 0, len(new))]
    return [(*step,) for step in SequenceMatcher(None, old, new, autojunk=False).get_opcodes()]


def _whole(mark: str, text: str) -> ChangedParagraph:
    return ChangedParagraph((Piece(mark, text),))


def _paragraphs(text: str) -> list[str]:
    return [part.strip("\n") for part in re.split(r"\n(?:[ \t]*\n)+", text) if part.strip()]


def _words(text: str) -> list[str]:
    return re.findall(r"\s*\S+|\s+", text)
