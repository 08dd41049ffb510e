"""Text with its place, and where a reading stands while it looks for places."""

from dataclasses import dataclass, field
from datetime import date

from cmalt_tui.intake.mapping.own_evidence import OwnEntry
from cmalt_tui.model.framework import FrameworkSection, Kind
from cmalt_tui.model.portfolio import DECLARATION, DESCRIPTION, STATEMENT
from cmalt_tui.pandoc.tree import Node

DEEPEST = 7


@dataclass
class Piece:
    """Text with its place.

    Attributes:
        section: The section's id, numbered where it repeats; empty if no section fits.
        heading: The heading that gave it its place.
        title: The author's own title of a repeated section.
        reflection: The heading of a reflection.
        silent: Headings and lines that are accounted for here but are no text of it.
        exact: Whether the heading of a reflection is its title as the author gave it.
        principles, written: What a document of this program says of the text.
        entries: The evidence of such a document; no longer among the blocks.
    """

    section: str
    part: str
    heading: str
    file: str
    confidence: float
    title: str = ""
    reflection: str = ""
    silent: list[str] = field(default_factory=list)
    blocks: list[Node] = field(default_factory=list)
    exact: bool = False
    principles: tuple[str, ...] = ()
    written: date | None = None
    entries: tuple[OwnEntry, ...] = ()


@dataclass
class Here:
    """Where the reading of a document stands.

    Attributes:
        level, part_level: Levels of the headings that opened the section and the part.
        parts_seen: Whether a heading has named a part of this section.
        area, area_level: The area that it is in, and the level of that heading.
        options_of: The repeated section whose options follow, each under its own heading.
        options_level: The level of those headings.
        flat: Whether parts stand on the same level as sections in this document.
    """

    section: str = ""
    asked: FrameworkSection | None = None
    level: int = 0
    score: float = 0.0
    title: str = ""
    part: str = ""
    part_level: int = DEEPEST
    parts_seen: bool = False
    area: FrameworkSection | None = None
    area_level: int = 0
    options_of: FrameworkSection | None = None
    options_level: int = 0
    flat: bool = False


def first_part(asked: FrameworkSection) -> str:
    """The part that text of a section belongs to as long as no heading names one."""
    if asked.kind is Kind.DECLARATION:
        return DECLARATION
    return DESCRIPTION if has_parts(asked) else STATEMENT


def has_parts(asked: FrameworkSection) -> bool:
    """Whether a section is made of description, evidence and reflection."""
    return asked.kind in (Kind.CRITERION, Kind.REPEAT)
