"""What an import is going to do: a place for every word, before anything is written."""

import re
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from cmalt_tui.model.portfolio import EvidenceItem, artefact_file

_ADDRESS = re.compile(r"(?:https?:)?//|mailto:")


@dataclass(frozen=True)
class Placed:
    """Text that goes to a part of a section.

    Attributes:
        item: The id of the reflection where the part is a reflection; empty otherwise.
        heading: The heading that it stands under in the source.
        text: Markdown as it will be written.
        words: Words of the source that are accounted for here.
        confidence: 0 to 1.
        principles, written: Where the source says which principles it shows, and of when it is.
    """

    section: str
    part: str
    item: str
    heading: str
    file: str
    text: str
    words: int
    confidence: float
    title: str = ""
    principles: tuple[str, ...] = ()
    written: date | None = None


@dataclass(frozen=True)
class Unplaced:
    """Text that no section fits: it goes to the inbox."""

    heading: str
    file: str
    text: str
    words: int


@dataclass(frozen=True)
class Stripped:
    """Text that is no part of the portfolio: navigation, guidance. Kept in the inbox.

    Attributes:
        kind: What it is: ``navigation``, ``contents``, ``guidance``, ``page furniture``,
            ``front matter``.
    """

    kind: str
    file: str
    text: str
    words: int


class Skipped(NamedTuple):
    """A document that is not read at all.

    Attributes:
        kind: ``repository's paper``, ``link out of the folder``, ``unreadable document``.
        why: Goes on from "left out, ".
    """

    file: str
    kind: str
    why: str

    @property
    def warning(self) -> str:
        """What a person is told of it."""
        return f"{self.file}: left out, {self.why}"


@dataclass(frozen=True)
class FoundEvidence:
    """A link, a picture or a file that the source uses as evidence.

    Attributes:
        kind: ``link``, ``image``, ``video``, ``document``.
        target: The address or path as the source has it.
        local: The file, found and inside the source's folder; None for a link or a missing file.
        uses: Section id and what the source says that it shows there, a pair each.
        item: All that the source tells about it, where it is a document of this program; its own
            id and file are not those that it gets.
        order: Of its first uses, as many as are said, the place in the order of all uses.
    """

    id: str
    kind: str
    target: str
    title: str
    uses: tuple[tuple[str, str], ...] = ()
    local: Path | None = None
    alt: str = ""
    caption: str = ""
    item: EvidenceItem | None = None
    order: tuple[int, ...] = ()

    @property
    def sections(self) -> tuple[str, ...]:
        """The sections that use it, each once, in order."""
        return tuple(dict.fromkeys(section for section, _ in self.uses))

    @property
    def file(self) -> str:
        """Where its file goes, as the evidence item says it; empty for an address.

        A file that was not with the documents gets a place too: the portfolio then misses it by
        name, and is whole again once it is put there.
        """
        if self.local is not None:
            return artefact_file(self.id, self.local.suffix)
        if not self.target or _ADDRESS.match(self.target):
            return ""
        return artefact_file(self.id, PurePosixPath(re.split("[?#]", self.target)[0]).suffix)


@dataclass(frozen=True)
class ImportPlan:
    """What an import is going to do. Every word of the source is in one of the first three.

    Attributes:
        skipped: Documents that were not read; ``warnings`` tells of each.
        whole: The folder of a whole portfolio that an archive gave back, to be taken over as it
            is; the other fields then only tell what is in it.
        keeps: Whatever has to live as long as the plan: the folder into which pictures inside
            documents were unpacked goes when nothing holds it any more.
    """

    framework: str
    pathway: str
    placed: tuple[Placed, ...] = ()
    unplaced: tuple[Unplaced, ...] = ()
    stripped: tuple[Stripped, ...] = ()
    evidence: tuple[FoundEvidence, ...] = ()
    warnings: tuple[str, ...] = ()
    title: str = ""
    author: str = ""
    skipped: tuple[Skipped, ...] = ()
    whole: Path | None = None
    keeps: object = field(default=None, compare=False, repr=False)
