"""The review of a portfolio, or of one section of it: its rules, joined with what they ask for."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from cmalt_tui.model.finding import Finding, Level
from cmalt_tui.model.framework import Framework
from cmalt_tui.model.link_facts import LinkFacts
from cmalt_tui.model.passage import Origin
from cmalt_tui.model.portfolio import Portfolio, Section
from cmalt_tui.progress import Report, unreported
from cmalt_tui.review.purpose import Purpose
from cmalt_tui.review.reviewed import Reviewed
from cmalt_tui.review.reviewed_text import framework_texts
from cmalt_tui.review.reviewing import Sorted, findings_by_rules, sorted_findings
from cmalt_tui.store.layout import item_path
from cmalt_tui.workbench.examples import Examples
from cmalt_tui.workbench.length_norms import length_norms
from cmalt_tui.workbench.review_choices import NO_CHOICES, ReviewChoices
from cmalt_tui.workbench.review_facts import artefact_facts, package_bytes

NO_LINKS: Mapping[str, LinkFacts] = {}
_LEVELS = list(Level)


def review_of(
    portfolio: Portfolio,
    framework: Framework,
    examples: Examples | None,
    *,
    folder: Path | None = None,
    section_id: str = "",
    purpose: Purpose = Purpose.WRITING,
    today: date | None = None,
    rules: Collection[str] = (),
    choices: ReviewChoices = NO_CHOICES,
    links: Mapping[str, LinkFacts] = NO_LINKS,
    report: Report = unreported,
) -> Sorted:
    """Review a portfolio, or one section of it.

    Asked again, it looks only at files that have changed, and compares only paragraphs that have
    changed with the examples.

    Args:
        portfolio: As it stands now. Its title and author tell which passages are its own.
        framework: The framework that it names.
        examples: What its texts are compared with; None where they are not compared.
        folder: The portfolio's folder; without it, the files of the evidence are not looked at.
        section_id: Only this section, by the rules that one section is enough for; empty for all.
        purpose: What the review is for.
        today: The day of the review; the present day if none is named.
        rules: Only these rules, by their ids; all if there are none.
        choices: What the person chose in the settings. A rule that is named is run all the same.
        links: What came of asking for web addresses; see `cmalt_tui.workbench.link_check`.
        report: Told about each rule; may raise `Cancelled`.

    Returns:
        What is open and what was dismissed; by section, what is graver first.

    Raises:
        InputProblem: The example corpus can't be read.
    """
    # The rules are many files, which nobody needs who only prints what was found earlier.
    from cmalt_tui.review.rules import RULES

    reviewed = Reviewed(
        framework,
        portfolio,
        today or date.today(),
        section_id,
        purpose,
        links=links,
        bounds=choices.bounds,
        move_rules=choices.move_rules,
    )
    if folder is not None:
        looked_at = _with_evidence_of(portfolio, section_id)
        reviewed = replace(
            reviewed,
            artefacts=artefact_facts(folder, looked_at),
            package_bytes=0 if section_id else package_bytes(folder, portfolio),
        )
    if examples is not None and not examples.is_empty:
        own, allowed = Origin(portfolio.title, portfolio.author), framework_texts(framework)
        compare = partial(examples.overlaps, own=own, allowed=allowed, report=report)
        norms = length_norms(examples.lengths(), own)
        reviewed = replace(reviewed, overlaps=compare, norms=norms)
    meant = [rule for rule in RULES if not rules or rule.id in rules]
    switched_off = () if rules else choices.rules_off
    found = list(findings_by_rules(reviewed, meant, report, switched_off=switched_off))
    found.sort(key=lambda finding: _LEVELS.index(finding.level))
    return sorted_findings(reviewed, found)


def _with_evidence_of(portfolio: Portfolio, section_id: str) -> Portfolio:
    """The portfolio with no other evidence than that of a section, so that few files are asked."""
    if not section_id:
        return portfolio
    used = {use.item for use in portfolio.section(section_id).evidence}
    kept = {one: item for one, item in portfolio.evidence.items() if one in used}
    return replace(portfolio, evidence=kept)


def section_file(section_id: str) -> str:
    """The file that holds a section, relative to the portfolio's folder."""
    return str(item_path(Section(section_id)))


def findings_as_json(found: Sorted, *, dismissed: bool = False) -> dict[str, object]:
    """The findings as ``check --json`` prints them.

    Args:
        found: What a review found.
        dismissed: Whether to list what the author dismissed as well; it is not counted.
    """
    levels = Counter(finding.level for finding in found.open)
    told: dict[str, object] = {
        "schema": 1,
        "counts": {level.value: levels[level] for level in Level},
        "findings": [_as_json(finding) for finding in found.open],
    }
    if dismissed:
        told["dismissed"] = [
            {**_as_json(finding), "reason": answer.reason, "on": answer.on.isoformat()}
            for finding, answer in found.dismissed
        ]
    return told


def has_errors(findings: Sequence[Finding]) -> bool:
    """Whether anything is among them for which a submission would be turned back."""
    return any(finding.level is Level.ERROR for finding in findings)


def _as_json(finding: Finding) -> dict[str, object]:
    return {
        "rule": finding.rule,
        "level": finding.level.value,
        "section": finding.section,
        "part": finding.part,
        "item": finding.item,
        "message": finding.message,
        "question": finding.question,
        "quote": finding.quote,
    }
