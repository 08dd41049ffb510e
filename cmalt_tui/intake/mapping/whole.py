"""A whole source mapped: every document cleaned, cut and placed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from cmalt_tui.intake.mapping.cleaning import Removed, clean_blocks, folded, headings_in
from cmalt_tui.intake.mapping.own_frame import CONTENTS_LIST, OwnFrame, without_own_frame
from cmalt_tui.intake.mapping.own_pieces import with_own_lines
from cmalt_tui.intake.mapping.part_names import part_of
from cmalt_tui.intake.mapping.piece import Piece
from cmalt_tui.intake.mapping.placing import Placing
from cmalt_tui.intake.mapping.reflections import with_quoted_reflections
from cmalt_tui.intake.mapping.sense import Senses
from cmalt_tui.intake.mapping.stretches import cut
from cmalt_tui.intake.reading.document import Document
from cmalt_tui.intake.reading.one import file_title
from cmalt_tui.model.framework import Framework

# A paragraph has to name a section more surely than a heading does, to be taken for one.
_BOLD_NAME = 0.85
_PLAIN_NAME = 0.97
_LONGEST_PLAIN_PART = 3


@dataclass(frozen=True)
class Mapped:
    """The pieces of a source in order, and what was taken out, with the file it was in.

    Attributes:
        title, author: As the title page of a document of this program has them.
    """

    pieces: tuple[Piece, ...]
    removed: tuple[tuple[str, Removed], ...]
    title: str = ""
    author: str = ""


def map_documents(documents: Sequence[Document], framework: Framework) -> Mapped:
    """Map the documents of a source to the sections of a framework."""
    senses = Senses(framework)
    titles = {folded(title) for document in documents for title in document.titles}
    headings = titles.union(*(headings_in(document.blocks) for document in documents)) - {""}

    def names_a_place(text: str, bold: bool) -> bool:
        if part_of(text):
            return bold or len(text.split()) <= _LONGEST_PLAIN_PART
        sense = senses.read(text)
        if sense.asked is None:
            return False
        return sense.score >= _BOLD_NAME if bold else sense.score >= _PLAIN_NAME and sense.by_title

    placing = Placing(senses)
    removed: list[tuple[str, Removed]] = []
    frames: dict[str, OwnFrame] = {}
    for document in documents:
        cleaned = clean_blocks(document.blocks, frozenset(headings))
        frame = without_own_frame(cleaned.blocks, framework)
        frames[document.file] = frame
        for one in (*cleaned.removed, *frame.removed):
            made = frame.is_own and one.kind == "contents"
            told = replace(one, kind=CONTENTS_LIST) if made else one
            removed.append((document.file, told))
        stretches = cut(frame.blocks, names_a_place)
        placing.place(
            document.file,
            document.titles,
            file_title(document.file),
            stretches,
            is_own=frame.is_own,
        )
    own = frozenset(file for file, frame in frames.items() if frame.is_own)
    # The last of a page's titles is the whole of it.
    alone = documents[0] if len(documents) == 1 and own else None
    whole_title = alone.titles[-1] if alone is not None and alone.titles else ""
    # A document of this program says outright what is a reflection.
    pieces = placing.pieces if own else with_quoted_reflections(placing.pieces)
    return Mapped(
        with_own_lines(_headings_joined(pieces), own),
        tuple(removed),
        next((frame.title for frame in frames.values() if frame.title), whole_title),
        next((frame.author for frame in frames.values() if frame.author), ""),
    )


def _headings_joined(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Give the heading of a section or an area with nothing below it to the piece after it."""
    joined: list[Piece] = []
    for piece in pieces:
        before = joined[-1] if joined else None
        if (
            before is not None
            and not before.blocks
            and before.file == piece.file
            and before.section in ("", piece.section)
        ):
            piece.silent[:0] = before.silent
            joined.pop()
        joined.append(piece)
    return tuple(joined)
