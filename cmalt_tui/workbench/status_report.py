"""How far a portfolio is: statuses, words, evidence, and what its pathway still misses."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from cmalt_tui.model.framework import Framework
from cmalt_tui.model.outline import Entry, entries
from cmalt_tui.model.portfolio import (
    DESCRIPTION,
    EVIDENCE,
    REFLECTION,
    STATEMENT,
    Portfolio,
    Section,
    Status,
)
from cmalt_tui.model.text_marks import read_draft_mark, unanswered_prompts
from cmalt_tui.plain_text import count_words
from cmalt_tui.store import evidence_path
from cmalt_tui.workbench.next_step import Step


@dataclass(frozen=True)
class SectionStatus:
    """How far one section is. ``words`` is by part, ``evidence`` counts uses."""

    id: str
    title: str
    status: Status
    words: Mapping[str, int]
    reflections: int
    evidence: int
    parked: bool = False
    broken: str = ""


@dataclass(frozen=True)
class StatusReport:
    """How far a portfolio is; ``words`` counts the sections that apply."""

    title: str
    pathway: str
    framework: str
    words: int
    sections: tuple[SectionStatus, ...]
    next_step: str


@dataclass(frozen=True)
class Missing:
    """A fact that an assessor's first check would stumble over."""

    section: str
    message: str


def status_report(
    framework: Framework, portfolio: Portfolio, step: Step | None = None
) -> StatusReport:
    """Sum up a portfolio, section by section, in the framework's order.

    Args:
        framework: The framework of the portfolio.
        portfolio: The portfolio.
        step: What to do next, from `cmalt_tui.workbench.stepping`.
    """
    listed = entries(framework, portfolio)
    sections = tuple(_section_status(entry) for entry in listed)
    return StatusReport(
        portfolio.title,
        portfolio.pathway,
        framework.id,
        sum(sum(section.words.values()) for section in sections if not section.parked),
        sections,
        step.said if step else "",
    )


def report_as_json(report: StatusReport) -> dict[str, object]:
    """The report as ``status --json`` prints it."""
    return {
        "schema": 1,
        "title": report.title,
        "pathway": report.pathway,
        "framework": report.framework,
        "words": report.words,
        "next_step": report.next_step,
        "sections": [
            {
                "id": section.id,
                "title": section.title,
                "status": section.status.value,
                "words": dict(section.words),
                "reflections": section.reflections,
                "evidence": section.evidence,
                **({"parked": True} if section.parked else {}),
                **({"broken": section.broken} if section.broken else {}),
            }
            for section in report.sections
        ],
    }


def missing(framework: Framework, portfolio: Portfolio, folder: Path) -> tuple[Missing, ...]:
    """List what the pathway asks for and the portfolio doesn't have yet: facts only, no judgement.

    Args:
        framework: The framework of the portfolio.
        portfolio: The portfolio.
        folder: Its folder, to look whether the evidence files are there.
    """
    found: list[Missing] = []
    for entry in entries(framework, portfolio):
        if entry.broken:
            found.append(Missing(entry.id, f"can't be read: {entry.broken.problem}"))
        elif not entry.parked:
            found += (Missing(entry.id, message) for message in _missing_in(entry))
    found += (
        Missing(str(broken.path), f"can't be read: {broken.problem}")
        for broken in portfolio.broken
        if not broken.section
    )
    return (*found, *_missing_evidence(portfolio, folder))


def _missing_evidence(portfolio: Portfolio, folder: Path) -> Iterator[Missing]:
    for section in portfolio.sections.values():
        for use in section.evidence:
            if use.item not in portfolio.evidence:
                yield Missing(section.id, f"evidence “{use.item}” is not in the bank")
    for item in portfolio.evidence.values():
        file = evidence_path(folder, item)
        if item.file and (file is None or not file.is_file()):
            yield Missing(item.id, f"evidence file is missing: evidence/{item.file}")


def _section_status(entry: Entry) -> SectionStatus:
    written = entry.written
    words = dict(written.words)
    if entry.is_statement:
        words = {STATEMENT: count_words(written.statement)}
    elif entry.is_declaration:
        words = {}
    return SectionStatus(
        entry.id,
        entry.title,
        written.status,
        words,
        len(written.reflections),
        len(written.evidence),
        entry.parked,
        str(entry.broken.problem) if entry.broken else "",
    )


def _missing_in(entry: Entry) -> list[str]:
    written, asked = entry.written, entry.asked
    if entry.is_declaration:
        required = [name for name in asked.fields if name not in asked.optional_fields]
        empty = [name for name in required if not written.declaration.get(name, "").strip()]
        return [f"{name.replace('_', ' ')} is not filled in" for name in empty]
    if asked.least == 0 and written.is_empty:
        return []
    if written.is_empty:
        return ["has no text yet"]
    if entry.is_statement:
        return [*_left_by_beginnings(written)]
    gaps = [*_left_by_beginnings(written)]
    if DESCRIPTION in asked.parts and not written.words.get(DESCRIPTION):
        gaps.append("has no description yet")
    if EVIDENCE in asked.parts and not written.evidence:
        gaps.append("has no evidence yet")
    if REFLECTION in asked.parts and not written.words.get(REFLECTION):
        gaps.append("has no reflection yet")
    return gaps


def _left_by_beginnings(written: Section) -> Iterator[str]:
    """What a template or an interview has left in the texts of a section."""
    texts = (written.description, written.statement, *(one.text for one in written.reflections))
    marked = [text for text in texts if "<!--" in text]
    count = sum(len(unanswered_prompts(text)) for text in marked)
    if count:
        yield f"{count} prompt{' is' if count == 1 else 's are'} not answered yet"
    if any(read_draft_mark(text) for text in marked):
        yield "is still marked as a draft from answers"
