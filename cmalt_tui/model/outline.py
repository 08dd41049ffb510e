"""The outline of a portfolio: a framework's sections joined with what a person wrote for them."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from cmalt_tui.model.framework import Framework, FrameworkSection, Kind
from cmalt_tui.model.portfolio import BrokenFile, Portfolio, Section

_NUMBERED = re.compile(r"^(?P<base>.+)-(?P<number>[1-9]\d?)$")


class Entry(NamedTuple):
    """One section as the outline, an export or a status list shows it.

    Attributes:
        id: The section's own id, numbered where it repeats.
        asked: What the framework asks for here, on this pathway.
        written: What the person wrote; an empty section where nothing is there yet.
        parked: Whether the section lies outside the pathway or the framework: kept, not exported.
        broken: Why the section's file can't be read, if it can't.
    """

    id: str
    asked: FrameworkSection
    written: Section
    parked: bool = False
    broken: BrokenFile | None = None

    @property
    def title(self) -> str:
        """The title in full, with the person's own title for a specialist option."""
        number = _NUMBERED.match(self.id)
        base = self.asked.title
        if self.asked.kind is Kind.REPEAT and number:
            base = f"{self.asked.short_title or self.asked.title} {number['number']}"
        return f"{base}: {self.written.title}" if self.written.title else base

    @property
    def short_title(self) -> str:
        """The title cut down to what fits a narrow outline."""
        if self.asked.kind is Kind.REPEAT:
            return self.written.title or self.title
        return self.asked.short_title or self.asked.title

    @property
    def code(self) -> str:
        """The code that people use, ``1a``; empty for a section that has only a name."""
        return self.id if re.fullmatch(r"\d+[a-z]?|[A-Z]\d+", self.id) else ""

    @property
    def name(self) -> str:
        """What the section is called in a sentence: its code, or else its short title."""
        return self.code or self.short_title

    @property
    def is_statement(self) -> bool:
        """Whether the section is one running text with no parts."""
        return self.asked.kind in (Kind.STATEMENT, Kind.LOG, Kind.ATTACHMENT)

    @property
    def is_declaration(self) -> bool:
        """Whether the section is a form to fill in."""
        return self.asked.kind is Kind.DECLARATION


class Area(NamedTuple):
    """A heading of the outline with the entries below it.

    Attributes:
        asked: The framework's area; None for sections that stand alone and for parked ones.
    """

    asked: FrameworkSection | None
    entries: tuple[Entry, ...]


def base_id(section_id: str) -> str:
    """The framework's id of a section: ``specialist`` for ``specialist-2``."""
    number = _NUMBERED.match(section_id)
    return number["base"] if number else section_id


def section_ids(asked: FrameworkSection, portfolio: Portfolio) -> tuple[str, ...]:
    """The ids that a framework's section takes in a portfolio: one, or a numbered row.

    The row has as many as the framework asks for at least, and whatever is there beyond.
    """
    if asked.kind is not Kind.REPEAT:
        return (asked.id,)
    taken = {
        int(number["number"])
        for section_id in {**portfolio.sections, **_broken_sections(portfolio)}
        if (number := _NUMBERED.match(section_id)) and number["base"] == asked.id
    }
    return tuple(f"{asked.id}-{n}" for n in sorted(taken | set(range(1, asked.least + 1))))


def entries(framework: Framework, portfolio: Portfolio) -> tuple[Entry, ...]:
    """List all sections in the framework's order, parked ones last.

    Args:
        framework: The framework that the portfolio names.
        portfolio: The portfolio; its pathway decides which sections apply.

    Returns:
        An entry for each section that applies, written or not, then one for each section that
        holds something but does not apply.
    """
    broken = _broken_sections(portfolio)
    listed: list[Entry] = []
    for asked in framework.pathway(portfolio.pathway).sections:
        if asked.kind is not Kind.AREA:
            for section_id in section_ids(asked, portfolio):
                written = portfolio.section(section_id)
                listed.append(Entry(section_id, asked, written, broken=broken.get(section_id)))
    shown = {entry.id for entry in listed}
    known = {asked.id: asked for asked in framework.sections if asked.kind is not Kind.AREA}
    for section_id in {**portfolio.sections, **broken}:
        holds_something = portfolio.section(section_id) != Section(section_id)
        if section_id in shown or not (holds_something or section_id in broken):
            continue
        stray = FrameworkSection(section_id, section_id, Kind.CRITERION)
        meant = known.get(section_id) or known.get(base_id(section_id)) or stray
        written = portfolio.section(section_id)
        why = broken.get(section_id)
        listed.append(Entry(section_id, replace(meant, area=""), written, parked=True, broken=why))
    return tuple(listed)


def areas(framework: Framework, portfolio: Portfolio) -> tuple[Area, ...]:
    """Group the entries under their areas; sections that stand alone get an area of their own."""
    on_pathway = framework.pathway(portfolio.pathway).sections
    asked_areas = {asked.id: asked for asked in on_pathway if asked.kind is Kind.AREA}
    grouped: list[Area] = []
    for entry in entries(framework, portfolio):
        area = asked_areas.get(entry.asked.area)
        if grouped and area is not None and grouped[-1].asked is area:
            grouped[-1] = Area(area, (*grouped[-1].entries, entry))
        else:
            grouped.append(Area(area, (entry,)))
    return tuple(grouped)


def find_entry(framework: Framework, portfolio: Portfolio, section_id: str) -> Entry:
    """Find one entry by its id.

    Raises:
        KeyError: Neither the pathway nor the portfolio has such a section.
    """
    for entry in entries(framework, portfolio):
        if entry.id == section_id:
            return entry
    raise KeyError(section_id)


def _broken_sections(portfolio: Portfolio) -> Mapping[str, BrokenFile]:
    return {broken.section: broken for broken in portfolio.broken if broken.section}
