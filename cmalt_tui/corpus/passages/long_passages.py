"""Takes passages apart that are far too long to be read, searched or shown as one."""

from collections.abc import Iterator
from dataclasses import replace

from cmalt_tui.model.passage import Passage

LONGEST_PASSAGE = 20_000
_BORDERS = ("\n\n", "\n", ". ", " ")


def in_pieces(passage: Passage) -> Iterator[Passage]:
    """Give a passage as it is, or in pieces of at most 20,000 characters, cut where it may be.

    A file of passages may hold a whole book on a line; ranking reads every word of a passage at
    every key.

    Args:
        passage: The first piece keeps its id; the others have none.
    """
    text, name = passage.text, passage.id
    while len(text) > LONGEST_PASSAGE:
        end = _border(text)
        piece, text = text[:end].strip(), text[end:].strip()
        if piece:
            yield replace(passage, id=name, text=piece)
            name = ""
    if text == passage.text:
        yield passage
    elif text:
        yield replace(passage, id=name, text=text)


def _border(text: str) -> int:
    """Where a piece ends: at the last border of the best kind in its second half."""
    for border in _BORDERS:
        end = text.rfind(border, LONGEST_PASSAGE // 2, LONGEST_PASSAGE)
        if end > 0:
            return end + len(border)
    return LONGEST_PASSAGE
