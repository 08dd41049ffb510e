"""Gives the pieces of a document of this program back what the export had made lines of."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from cmalt_tui.intake.mapping.own_evidence import own_about, own_entries, says_nothing
from cmalt_tui.intake.mapping.piece import Piece
from cmalt_tui.model.portfolio import EVIDENCE, REFLECTION
from cmalt_tui.pandoc.tree import Node, plain_text
from cmalt_tui.plain_text import clean_line

_NUMBERED = re.compile(r"Reflection \d{1,3}")


def with_own_lines(pieces: Sequence[Piece], own: Collection[str]) -> tuple[Piece, ...]:
    """Read dates, principles, reflections and evidence where a document is one of our own.

    Args:
        pieces: All pieces.
        own: The files that this program wrote.
    """
    return tuple(
        read
        for piece in pieces
        for read in (_read(piece) if piece.file in own and piece.section else [piece])
    )


def _read(piece: Piece) -> Iterator[Piece]:
    if piece.part == EVIDENCE:
        entries, others = own_entries(piece.blocks)
        left = {id(block) for block in others}
        said = [clean_line(plain_text(b)) for b in piece.blocks if id(b) not in left]
        yield replace(piece, silent=[*piece.silent, *said], blocks=others, entries=tuple(entries))
    elif piece.part == REFLECTION:
        yield from (_told(one) for one in _reflections(piece))
    else:
        yield _told(piece)


def _reflections(piece: Piece) -> Iterator[Piece]:
    """One piece for each titled reflection; the texts' own headings stand below the titles."""
    blocks = piece.blocks
    if not blocks or blocks[0]["t"] != "Header":
        yield replace(piece, reflection="", exact=True)
        return
    level = blocks[0]["c"][0]
    current: Piece | None = None
    for block in blocks:
        if block["t"] == "Header" and block["c"][0] <= level:
            if current is not None:
                yield current
            title = clean_line(plain_text(block))
            # What stood above the first title is accounted for there.
            silent = [*(piece.silent if current is None else []), title]
            named = "" if _NUMBERED.fullmatch(title) else title
            current = replace(piece, reflection=named, exact=True, silent=silent, blocks=[])
        elif current is not None:
            current.blocks.append(block)
    if current is not None:
        yield current


def _told(piece: Piece) -> Piece:
    """Take the line above the text off it, and lines that say that there is none."""
    silent, kept = list(piece.silent), list[Node]()
    principles, written = piece.principles, piece.written
    for number, block in enumerate(piece.blocks):
        about = own_about(block) if number == 0 else None
        if about is not None:
            principles, written = about.principles or principles, about.written
            silent.append(clean_line(plain_text(block)))
        elif says_nothing(block):
            silent.append(clean_line(plain_text(block)))
        else:
            kept.append(block)
    return replace(piece, silent=silent, blocks=kept, principles=principles, written=written)
