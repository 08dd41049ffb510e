"""A portfolio: one person's work against one framework, as plain frozen data."""

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from pathlib import PurePosixPath

from cmalt_tui.model.dismissal import Dismissal
from cmalt_tui.model.log_entry import LogEntry
from cmalt_tui.model.saved_example import SavedExample
from cmalt_tui.plain_text import count_words
from cmalt_tui.problems import Problem

DESCRIPTION = "description"
EVIDENCE = "evidence"
REFLECTION = "reflection"
STATEMENT = "statement"
DECLARATION = "declaration"
_PLAIN_SUFFIX = re.compile(r"\.[a-z0-9]{1,10}")


class Status(StrEnum):
    """How far a section is, as its author sees it."""

    EMPTY = "empty"
    NOTES = "notes"
    DRAFT = "draft"
    REVIEW = "review"
    DONE = "done"


@dataclass(frozen=True)
class EvidenceUse:
    """An item of the evidence bank used in a section, and what it shows there."""

    item: str
    shows: str = ""


@dataclass(frozen=True)
class Reflection:
    """One reflective piece of a section."""

    id: str
    title: str = ""
    text: str = ""
    written: date | None = None
    principles: tuple[str, ...] = ()


@dataclass(frozen=True)
class Section:
    """What a person wrote for one section.

    Attributes:
        id: ``1a``; repeated sections are numbered, ``specialist-1``.
        title: The person's own title, for a specialist option; empty otherwise.
        topic: Which kind of topic it is about where the framework counts kinds:
            ``legislation`` or ``policy``; empty where that is not chosen.
        aim: How many words the person wants it to have; 0 for no aim.
        description, statement: Markdown; which of them is used depends on the section's kind.
        declaration: Field name to what was filled in; dates as ``YYYY-MM-DD``.
        note: Private text; never exported.
    """

    id: str
    title: str = ""
    status: Status = Status.EMPTY
    topic: str = ""
    aim: int = 0
    principles: tuple[str, ...] = ()
    description: str = ""
    statement: str = ""
    declaration: Mapping[str, str] = field(default_factory=dict)
    evidence: tuple[EvidenceUse, ...] = ()
    reflections: tuple[Reflection, ...] = ()
    note: str = ""

    @property
    def words(self) -> Mapping[str, int]:
        """Words by part: ``description`` and ``reflection``, or ``statement``."""
        if self.statement and not self.description:
            return {STATEMENT: count_words(self.statement)}
        return {
            DESCRIPTION: count_words(self.description),
            REFLECTION: sum(count_words(piece.text) for piece in self.reflections),
        }

    @property
    def is_empty(self) -> bool:
        """Whether nothing that would be exported has been written."""
        reflections = (piece.text for piece in self.reflections)
        texts = (self.description, self.statement, *reflections, *self.declaration.values())
        return not self.evidence and not any(text.strip() for text in texts)

    def reflection(self, reflection_id: str) -> Reflection:
        """Find a reflection by its id.

        Raises:
            KeyError: The section has no such reflection.
        """
        for piece in self.reflections:
            if piece.id == reflection_id:
                return piece
        raise KeyError(reflection_id)

    def with_reflection(self, changed: Reflection) -> "Section":
        """Put a reflection in the place of the one with the same id, or at the end."""
        if all(piece.id != changed.id for piece in self.reflections):
            return replace(self, reflections=(*self.reflections, changed))
        return replace(
            self,
            reflections=tuple(changed if p.id == changed.id else p for p in self.reflections),
        )


@dataclass(frozen=True)
class EvidenceItem:
    """One item of the evidence bank.

    Attributes:
        kind: ``report``, ``screenshot``, ``testimonial``, … as the person calls it.
        role: The person's own part in it.
        file: The artefact, relative to the portfolio's ``evidence`` folder
            (``files/options.pdf``); empty if it is a link or a physical thing.
        permission: ``own``, ``granted``, ``asked``, ``anonymised`` or ``needed``.
        people: People who are shown or named in it.
        access: What an assessor needs to open it.
        alt: What a picture shows, for those who don't see it.
        sha256: The fingerprint of the file as it was taken in, as 64 hexadecimal digits; empty
            where that was never noted.
    """

    id: str
    title: str
    kind: str = ""
    date: datetime.date | None = None
    role: str = ""
    file: str = ""
    url: str = ""
    physical: str = ""
    permission: str = ""
    people: tuple[str, ...] = ()
    access: str = ""
    alt: str = ""
    caption: str = ""
    sha256: str = ""


def artefact_file(item_id: str, suffix: str) -> str:
    """Where an item's artefact is kept, as `EvidenceItem.file` says it: ``files/options.pdf``.

    Args:
        item_id: The item's id.
        suffix: The suffix of the file as the person has it; one that is no plain ending is left
            off.
    """
    plain = suffix.lower() if _PLAIN_SUFFIX.fullmatch(suffix.lower()) else ""
    return f"files/{item_id}{plain}"


@dataclass(frozen=True)
class InboxItem:
    """Text that an import could not place, or that it took out, kept until a person decides.

    Attributes:
        heading: The heading that it stood under.
        source: The file that it came from.
        reason: Why it is here: ``no section fits``, ``guidance taken out``.
    """

    id: str
    heading: str
    text: str
    source: str = ""
    reason: str = ""


@dataclass(frozen=True)
class BrokenFile:
    """A file of the portfolio that can't be read: shown, never overwritten."""

    path: PurePosixPath
    problem: Problem

    @property
    def section(self) -> str:
        """The id of the section that it holds; empty for a file of another kind."""
        return self.path.stem if self.path.parts[:1] == ("sections",) else ""


@dataclass(frozen=True)
class Portfolio:
    """One person's work against one framework.

    Attributes:
        framework, pathway: Ids; see `cmalt_tui.model.framework`.
        language: Language of the text as a BCP 47 tag.
        submit_by: The day on which the person wants to submit.
        sections, evidence: By id, in the order of their files. Sections outside the pathway
            stay here: they are parked, not deleted.
        dismissed: Findings of the review that the person has answered.
        examples: Passages of others that the person keeps, by id; private, never exported.
        log: Experiences and CPD, noted as they happen, by id; private, never exported.
        broken: Files that couldn't be read, with the reason.
    """

    title: str
    author: str
    framework: str
    pathway: str
    language: str = "en-GB"
    created: date | None = None
    submit_by: date | None = None
    dismissed: tuple[Dismissal, ...] = ()
    sections: Mapping[str, Section] = field(default_factory=dict)
    evidence: Mapping[str, EvidenceItem] = field(default_factory=dict)
    inbox: tuple[InboxItem, ...] = ()
    examples: Mapping[str, SavedExample] = field(default_factory=dict)
    log: Mapping[str, LogEntry] = field(default_factory=dict)
    broken: tuple[BrokenFile, ...] = ()

    def section(self, section_id: str) -> Section:
        """The text of a section; an empty one where nothing has been written yet."""
        return self.sections.get(section_id) or Section(section_id)

    def with_section(self, changed: Section) -> "Portfolio":
        """Put a section in the place of the one with the same id, or add it."""
        return replace(self, sections={**self.sections, changed.id: changed})

    def with_evidence(self, changed: EvidenceItem) -> "Portfolio":
        """Put an evidence item in the place of the one with the same id, or add it."""
        return replace(self, evidence={**self.evidence, changed.id: changed})

    def with_example(self, changed: SavedExample) -> "Portfolio":
        """Put a saved example in the place of the one with the same id, or add it."""
        return replace(self, examples={**self.examples, changed.id: changed})

    def with_log_entry(self, changed: LogEntry) -> "Portfolio":
        """Put an entry of the log in the place of the one with the same id, or add it."""
        return replace(self, log={**self.log, changed.id: changed})

    def without_example(self, example_id: str) -> "Portfolio":
        """Take a saved example out; nothing happens where there is none of that id."""
        kept = {known: item for known, item in self.examples.items() if known != example_id}
        return replace(self, examples=kept)

    def examples_of(self, section_id: str) -> tuple[SavedExample, ...]:
        """The examples that are kept for a section, in the order in which they were kept."""
        kept = (example for example in self.examples.values() if example.section == section_id)
        return tuple(sorted(kept, key=lambda example: (example.saved or date.min, example.id)))

    def uses_of(self, item_id: str) -> tuple[str, ...]:
        """The ids of the sections in which an evidence item is used."""
        return tuple(
            section.id
            for section in self.sections.values()
            if any(use.item == item_id for use in section.evidence)
        )
