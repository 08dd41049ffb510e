"""Makes items of evidence, and references to them, of what a document of this program tells."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from cmalt_tui.intake.mapping.own_evidence import OwnEntry
from cmalt_tui.intake.mapping.piece import Piece
from cmalt_tui.intake.mapping.targets import Target
from cmalt_tui.model.portfolio import EvidenceItem
from cmalt_tui.pandoc.tree import plain_text, walk
from cmalt_tui.plain_text import clean_line

_REFERENCE = re.compile(r"Evidence (\d{1,4}): ")


def own_item(entry: OwnEntry) -> EvidenceItem:
    """All that an entry tells of its item; the id and the file are not known yet."""
    pictured = entry.pointer is not None and entry.pointer["t"] == "Image"
    return EvidenceItem(
        "",
        entry.title,
        entry.kind,
        entry.day,
        role=entry.told.get("role", ""),
        url=entry.told.get("url", ""),
        physical=entry.told.get("physical", ""),
        access=entry.told.get("access", ""),
        alt=clean_line(plain_text(entry.pointer)) if pictured else "",
        caption=entry.caption if entry.caption != entry.title else "",
    )


def own_target(key: str, entry: OwnEntry, local: Path | None) -> Target:
    """The target of an entry: its file if that is there, else what it names."""
    pictured = entry.pointer is not None and entry.pointer["t"] == "Image"
    file, url = entry.told.get("file", ""), entry.told.get("url", "")
    if entry.pointer is not None and not file:
        file = str(entry.pointer["c"][2][0])
    kind = "image" if pictured else "document" if file else "link"
    return Target(key, file or url, kind, local)


def referred(
    pieces: Sequence[Piece], numbered: Mapping[tuple[str, int], str]
) -> Iterator[tuple[tuple[str, str], str]]:
    """Find the links that are references to evidence, by what they say: where they lead gets lost.

    Args:
        pieces: All pieces.
        numbered: The keys of the items, by file and number.

    Returns:
        Of each link its file and its address, and the key of the item.
    """
    for piece in pieces:
        for node in walk(tuple(piece.blocks)):
            address = node["c"][2][0] if node["t"] == "Link" else ""
            said = _REFERENCE.match(plain_text(node)) if address.startswith("#") else None
            key = numbered.get((piece.file, int(said[1]))) if said else None
            if key is not None:
                yield (piece.file, address), key
