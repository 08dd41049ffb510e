"""A fictional portfolio that is ready to be handed in, from which each test takes one thing."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from cmalt_tui.frameworks import load_framework
from cmalt_tui.model.finding import Finding
from cmalt_tui.model.framework import Framework
from cmalt_tui.model.portfolio import EvidenceItem, EvidenceUse, Portfolio, Reflection, Section
from cmalt_tui.places import Places
from cmalt_tui.review.purpose import Purpose
from cmalt_tui.review.reviewed import Reviewed
from cmalt_tui.review.rule import Rule

DAY = date(2026, 12, 1)
NOWHERE = Places(Path("nowhere"), Path("nowhere"), Path("nowhere"))
GRADED = ("1a", "1b", "1c", "2a", "2b", "3a", "3b", "4a", "specialist-1")
_WORDS = "I bound the book again and looked at what had come of it. "


def framework(framework_id: str = "cmalt-2019") -> Framework:
    """A framework that comes with the program."""
    return load_framework(framework_id, NOWHERE)


def graded(section_id: str, **more: Any) -> Section:
    """A section with all its parts."""
    piece = Reflection("glue", "Glue", _WORDS, date(2026, 11, 1))
    made = Section(
        section_id,
        description=_WORDS,
        evidence=(EvidenceUse("bench", "The first minute."),),
        reflections=(piece,),
    )
    return replace(made, **more)


def whole(pathway: str = "cmalt", framework_id: str = "cmalt-2019") -> Portfolio:
    """A portfolio of CMALT with nothing missing."""
    sections = (
        Section("context", statement=_WORDS),
        *(graded(one) for one in GRADED),
        Section("future", statement=_WORDS * 20),
        Section("confirmation", declaration={"name": "Odo Marl", "date": "2026-11-30"}),
    )
    item = EvidenceItem("bench", "A film of the bench", "video", url="https://larkmoor.example/b")
    return Portfolio(
        "Binding by hand",
        "Odo Marl",
        framework_id,
        pathway,
        sections={section.id: section for section in sections},
        evidence={item.id: item},
    )


def with_part(portfolio: Portfolio, section_id: str, **changed: Any) -> Portfolio:
    """The portfolio with something else in a section."""
    return portfolio.with_section(replace(portfolio.section(section_id), **changed))


def without(portfolio: Portfolio, *section_ids: str) -> Portfolio:
    """The portfolio with some sections left empty."""
    kept = {one: section for one, section in portfolio.sections.items() if one not in section_ids}
    return replace(portfolio, sections=kept)


def found(
    rule: Rule, portfolio: Portfolio, purpose: Purpose = Purpose.SUBMISSION, **facts: Any
) -> list[Finding]:
    """What a rule finds, on the day of the tests."""
    asked = framework(portfolio.framework)
    return list(rule.find(Reviewed(asked, portfolio, DAY, purpose=purpose, **facts)))


def mended(rule: Rule, portfolio: Portfolio, finding: Finding) -> Portfolio:
    """The portfolio after the rule's fix."""
    assert rule.fix is not None
    changed: Portfolio = rule.fix.apply(portfolio, finding)
    return changed
