"""The evidence that a document shows, with the names that its files get beside the document."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from cmalt_tui.export.evidence_text import EVIDENCE_FOLDER, evidence_file
from cmalt_tui.export.numbering import Numbering, Place
from cmalt_tui.export.request import ExportRequest
from cmalt_tui.model.portfolio import EvidenceItem
from cmalt_tui.plain_text import clean_line, slug

_SUFFIX = re.compile(r"\.[a-z0-9]{1,10}")
_LONGEST_NAME = 40


@dataclass(frozen=True)
class ListedEvidence:
    """An item of evidence as a document shows it.

    Attributes:
        number: Its number in the document.
        shows: What it shows, with the section in which it does; once for each use.
        file: The name of its file, relative to the document, ``evidence/03-options-paper.pdf``;
            empty where it has none that may go along.
        source: Where the file is now.
    """

    number: int
    item: EvidenceItem
    used_in: tuple[Place, ...]
    shows: tuple[tuple[Place, str], ...]
    file: str = ""
    source: Path | None = None

    @property
    def title(self) -> str:
        """Its title on one line; its id where it has none."""
        return clean_line(self.item.title) or self.item.id


def list_evidence(request: ExportRequest, numbering: Numbering) -> tuple[ListedEvidence, ...]:
    """List the evidence of a document by number.

    Args:
        request: The portfolio without its private texts, and for whom the document is.
        numbering: The numbers; a file that also belongs to a withheld item doesn't go along.
    """
    bank = request.portfolio.evidence
    hidden = {evidence_file(request.folder, bank[item]) for item in numbering.withheld}
    listed = []
    for item_id, number in numbering.numbers.items():
        item, places = bank[item_id], numbering.used_in[item_id]
        source = evidence_file(request.folder, item)
        if source in hidden:
            source = None
        listed.append(
            ListedEvidence(
                number,
                item,
                places,
                tuple(
                    (place, use.shows)
                    for place in places
                    for use in request.portfolio.section(place.section).evidence
                    if use.item == item_id and use.shows.strip()
                ),
                numbered_name(number, item) if source else "",
                source,
            )
        )
    return tuple(listed)


def files_beside(listed: tuple[ListedEvidence, ...]) -> Mapping[str, str]:
    """The names of the files that go along, by the id of their item."""
    return {one.item.id: one.file for one in listed if one.file}


def numbered_name(number: int, item: EvidenceItem) -> str:
    """What an item's file is called beside a document: ``evidence/03-options-paper.pdf``."""
    suffix = PurePosixPath(item.file).suffix.lower()
    whole = slug(item.title, fallback=slug(item.id), longest=_LONGEST_NAME + 1)
    name = whole if len(whole) <= _LONGEST_NAME else whole.rpartition("-")[0] or whole
    kept = suffix if _SUFFIX.fullmatch(suffix) else ""
    return f"{EVIDENCE_FOLDER}/{number:02d}-{name}{kept}"
