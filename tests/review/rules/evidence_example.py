"""A portfolio whose evidence is in order, from which each test takes one thing away."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from cmalt_tui.model.finding import Finding
from cmalt_tui.model.framework import Framework, FrameworkSection, Kind, Pathway
from cmalt_tui.model.portfolio import EvidenceItem, EvidenceUse, Portfolio, Reflection, Section
from cmalt_tui.review.reviewed import ArtefactFacts, Reviewed
from cmalt_tui.review.rule import Rule

DAY = date(2026, 12, 1)
_PARTS = ("description", "evidence", "reflection")
_ASKED = tuple(
    FrameworkSection(
        one, f"Title {one}", Kind.CRITERION, parts=_PARTS, evidence_ideas=("options paper",)
    )
    for one in ("1a", "1b", "2a")
)
FRAMEWORK = Framework(
    "f", "F", "B", sections=_ASKED, pathways=(Pathway("cmalt", "CMALT", sections=_ASKED),)
)
MINE = Portfolio(
    "Mine",
    "Odo",
    "f",
    "cmalt",
    evidence={
        "options": EvidenceItem(
            "options", "Options paper", "report", date(2026, 3, 1), file="files/options.pdf"
        ),
        "film": EvidenceItem("film", "Bench film", "video", url="https://larkmoor.example/film"),
    },
    sections={
        "1a": Section(
            "1a",
            description="See [[ev:options]]; the bench is on film.",
            evidence=(EvidenceUse("options", "page 3"), EvidenceUse("film", "minute 2")),
        ),
        "1b": Section("1b", reflections=(Reflection("first", text="It failed."),)),
    },
)
THERE = ArtefactFacts(is_there=True, size=9)


def found(
    rule: Rule,
    portfolio: Portfolio = MINE,
    section: str = "",
    artefacts: Mapping[str, ArtefactFacts] | None = None,
) -> list[Finding]:
    """What a rule finds in a portfolio, on the day of the tests."""
    facts = {"options": THERE} if artefacts is None else artefacts
    return list(rule.find(Reviewed(FRAMEWORK, portfolio, DAY, section, artefacts=facts)))


def with_item(item_id: str, **changed: Any) -> Portfolio:
    """The portfolio with something else said of an item."""
    return MINE.with_evidence(replace(MINE.evidence[item_id], **changed))


def with_section(section_id: str, **changed: Any) -> Portfolio:
    """The portfolio with something else in a section."""
    return MINE.with_section(replace(MINE.section(section_id), **changed))


def mended(rule: Rule, portfolio: Portfolio, finding: Finding) -> Portfolio:
    """The portfolio after the rule's fix."""
    assert rule.fix is not None
    apply: Callable[[Portfolio, Finding], Portfolio] = rule.fix.apply
    return apply(portfolio, finding)
