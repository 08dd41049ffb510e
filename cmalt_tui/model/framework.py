"""A framework: an external standard as data, with pathways as masks over its sections."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from cmalt_tui.plain_text import clean_line
from cmalt_tui.problems import InputProblem


class Kind(StrEnum):
    """What a section of a framework is, which decides what its file holds."""

    AREA = "area"
    STATEMENT = "statement"
    CRITERION = "criterion"
    REPEAT = "repeat"
    LOG = "log"
    DECLARATION = "declaration"
    ATTACHMENT = "attachment"


class Verified(StrEnum):
    """How sure a fact of a framework is; shown to the person beside the fact."""

    PRIMARY = "primary"
    ACCOUNT = "account"
    INFERRED = "inferred"
    UNKNOWN = "unknown"


class Part(NamedTuple):
    """One part of a graded section: description, evidence or reflection."""

    id: str
    title: str
    ask: str = ""
    prompts: tuple[str, ...] = ()


class Principle(NamedTuple):
    """A code that cuts across all sections: a principle of CMALT, a dimension of the PSF."""

    code: str
    title: str
    group: str = ""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class FrameworkSection:
    """What a framework asks for in one section.

    Attributes:
        id: The code that people use, ``1a``, or a name, ``context``, ``specialist``.
        area: The id of the area that it belongs to; empty for one that stands alone.
        accepts: Kinds of topic that fit (``legislation``, ``policy``); empty for any.
        fields: The fields of a declaration, in order.
        least, most: How many of a repeated section there have to be and may be; ``most`` of
            None is no limit.
        least_words, most_words: The length that the accreditor names, if it names one.
        least_examples: How many examples the section has to hold.
        aliases: Other titles and codes under which people write it; import looks for them.
    """

    id: str
    title: str
    kind: Kind
    short_title: str = ""
    area: str = ""
    graded: bool = False
    parts: tuple[str, ...] = ()
    guidance: str = ""
    prompts: tuple[str, ...] = ()
    must: tuple[str, ...] = ()
    suggest: tuple[str, ...] = ()
    evidence_ideas: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    accepts: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    optional_fields: tuple[str, ...] = ()
    least: int = 1
    most: int | None = 1
    least_words: int | None = None
    most_words: int | None = None
    least_examples: int = 1
    aliases: tuple[str, ...] = ()
    verified: Verified = Verified.PRIMARY

    @property
    def names(self) -> tuple[str, ...]:
        """All titles that people know it by."""
        return (self.title, self.short_title, *self.aliases)

    @property
    def advice(self) -> tuple[str, ...]:
        """All that is said to somebody who writes it."""
        return (self.guidance, *self.prompts, *self.must, *self.suggest, *self.evidence_ideas)


class Rule(NamedTuple):
    """A counting rule that spans the sections of an area, such as "one law and one policy"."""

    area: str
    counts: Mapping[str, int]
    verified: Verified = Verified.PRIMARY


@dataclass(frozen=True)
class Pathway:
    """A mask over a framework: what it leaves out and what it asks for differently.

    Attributes:
        excluded: Ids of sections that do not apply.
        sections: The framework's sections as this pathway has them, areas included, in order.
    """

    id: str
    title: str
    postnominal: str = ""
    excluded: frozenset[str] = frozenset()
    sections: tuple[FrameworkSection, ...] = ()
    rules: tuple[Rule, ...] = ()
    verified: Verified = Verified.PRIMARY


class Grades(NamedTuple):
    """The scale on which assessors grade, best first, and the outcomes of an assessment."""

    scale: tuple[str, ...] = ()
    outcomes: tuple[str, ...] = ()
    assessors: int = 1


@dataclass(frozen=True)
class Framework:
    """An external standard as data. Texts are the program's own words; titles are as they are.

    Attributes:
        body: Who sets the standard.
        checked: When and against what the facts were checked.
        sections: All sections and areas in order, before any pathway's mask.
        pathways: At least one; the first is the default where none is named ``cmalt``.
        principles_title: What the cross-cutting codes are called: "The four principles".
        coverage: ``all`` where every code has to be shown somewhere; empty otherwise.
        process: Facts of the process as the accreditor states them, by name
            (``certificate_months``, ``package_warn_mb``).
    """

    id: str
    title: str
    body: str
    url: str = ""
    checked: str = ""
    verified: Verified = Verified.PRIMARY
    parts: tuple[Part, ...] = ()
    principles_title: str = ""
    principles: tuple[Principle, ...] = ()
    coverage: str = ""
    sections: tuple[FrameworkSection, ...] = ()
    pathways: tuple[Pathway, ...] = ()
    grades: Grades = field(default_factory=Grades)
    process: Mapping[str, int | str] = field(default_factory=dict)

    def pathway(self, pathway_id: str) -> Pathway:
        """Find a pathway by its id.

        Raises:
            KeyError: The framework has no such pathway.
        """
        for pathway in self.pathways:
            if pathway.id == pathway_id:
                return pathway
        raise KeyError(pathway_id)

    def part(self, part_id: str) -> Part:
        """Find a part by its id; one that the framework doesn't describe gets its id as title."""
        for part in self.parts:
            if part.id == part_id:
                return part
        return Part(part_id, part_id.capitalize())

    @property
    def default_pathway(self) -> Pathway:
        """The pathway that a new portfolio takes when none is named."""
        named = [pathway for pathway in self.pathways if pathway.id == "cmalt"]
        return (named or list(self.pathways))[0]


def refuse_unknown_pathway(framework: Framework, pathway_id: str) -> None:
    """Refuse a pathway that a framework doesn't have.

    Raises:
        InputProblem: The framework has no such pathway; names those that it has.
    """
    known = [pathway.id for pathway in framework.pathways]
    if pathway_id not in known:
        raise InputProblem(
            f'{framework.id} has no pathway "{clean_line(pathway_id)}"',
            f"Use one of: {', '.join(known)}.",
        )
