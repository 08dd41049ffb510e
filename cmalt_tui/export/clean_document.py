"""The document as all writers take it: one clean tree, its pictures and its title page."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cmalt_tui.export.document import Document
from cmalt_tui.export.identifiers import identifiers
from cmalt_tui.export.markdown import UNLISTED
from cmalt_tui.export.parsing import parse
from cmalt_tui.export.pictures import Picture, PictureStage
from cmalt_tui.export.piece import Piece
from cmalt_tui.export.request import ExportNote
from cmalt_tui.export.sanitising import LANGUAGE_TAG, Sanitiser
from cmalt_tui.pandoc.tree import Node, plain_text
from cmalt_tui.plain_text import count_words

CONTENTS_DEPTH = 2
_LIKELY_PICTURE = re.compile(r"!\[[^\]\n]*\]\(<?([^()<>\s]+)")


@dataclass(frozen=True)
class CleanDocument:
    """What a writer needs, and nothing that a text could have smuggled in.

    Attributes:
        source: The title page's texts.
        api: The version of pandoc's tree.
        pictures: Name in the staging folder to the picture, in order of appearance.
        words: Words of the text, captions and tables included.
        by_piece: The same blocks by the piece that they come from.
    """

    source: Document
    api: list[int]
    blocks: list[Node]
    pictures: dict[str, Picture]
    stage: Path
    notes: tuple[ExportNote, ...]
    words: int
    by_piece: tuple[tuple[Piece, list[Node]], ...] = ()

    def tree(self, blocks: list[Node], metadata: dict[str, Any] | None = None) -> bytes:
        """The whole as pandoc reads it.

        Args:
            blocks: What a writer made of this document's blocks.
            metadata: Pandoc's metadata, if the writer leaves the title page to pandoc.
        """
        whole = {"pandoc-api-version": self.api, "meta": metadata or {}, "blocks": blocks}
        return json.dumps(whole).encode()

    @property
    def language(self) -> str:
        """The language of the text; British English where the portfolio's isn't a language tag."""
        return self.source.language if LANGUAGE_TAG.match(self.source.language) else "en-GB"

    @property
    def headings(self) -> list[tuple[int, str, str]]:
        """Level, identifier and text of the headings that a table of contents lists."""
        return [
            (block["c"][0], block["c"][1][0], plain_text(block["c"][2]))
            for block in self.blocks
            if block["t"] == "Header" and UNLISTED not in block["c"][1][1]
        ]


def clean_document(
    source: Document,
    pictures: PictureStage,
    check: Callable[[], None],
) -> CleanDocument:
    """Parse and sanitise a document.

    Args:
        source: What to parse.
        pictures: Where its pictures are taken in.
        check: Called now and then; may raise to stop.
    """
    for piece in source.pieces:
        for target in _LIKELY_PICTURE.findall(piece.markdown):
            pictures.start(target)
    parsed, api = parse(source.pieces, check)
    renamed = identifiers(source.pieces, parsed)
    frame = frozenset(
        identifier
        for piece, names in zip(source.pieces, renamed, strict=True)
        if piece.below is None
        for identifier in names.values()
    )
    by_piece: list[tuple[Piece, list[Node]]] = []
    notes = list(source.notes)
    shown: dict[str, Picture] = {}
    for piece, names, found in zip(source.pieces, renamed, parsed, strict=True):
        check()
        sanitiser = Sanitiser(piece, pictures, names, frame, source.told_files, source.references)
        by_piece.append((piece, sanitiser.run(found)))
        notes += sanitiser.notes
        shown |= sanitiser.shown
    blocks = [block for _, cleaned in by_piece for block in cleaned]
    words = count_words(plain_text(blocks))
    stage = pictures.folder
    return CleanDocument(source, api, blocks, shown, stage, tuple(notes), words, tuple(by_piece))
