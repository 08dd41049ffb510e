"""The review of a portfolio: its rules, joined with what they ask for."""

from collections import Counter
from collections.abc import Collection, Sequence

from cmalt_tui.model.finding import Finding, Level
from cmalt_tui.model.framework import Framework
from cmalt_tui.model.overlap import Overlap
from cmalt_tui.model.passage import Origin
from cmalt_tui.model.portfolio import Portfolio, Section
from cmalt_tui.progress import Report, unreported
from cmalt_tui.review import framework_texts, overlap_findings, reviewed_texts
from cmalt_tui.review.overlap_rule import RULE
from cmalt_tui.store.layout import item_path
from cmalt_tui.workbench.examples import Examples

RULES = {RULE: "words of an example, or nearly its words, without its source"}


def findings_of(
    portfolio: Portfolio,
    framework: Framework,
    examples: Examples,
    section_id: str = "",
    report: Report = unreported,
    *,
    rules: Collection[str] = tuple(RULES),
) -> tuple[Finding, ...]:
    """Review a portfolio, or one section of it.

    Asked again with the same examples, only paragraphs that have changed cost time.

    Args:
        portfolio: As it stands now. Its title and author tell which passages are its own.
        framework: The framework that it names.
        examples: What its texts are compared with.
        section_id: Only this section; empty for all. Parked sections are left out.
        report: Told about each text; may raise `Cancelled`.
        rules: Only these, of `RULES`.

    Returns:
        The findings, in the order of sections and texts.

    Raises:
        InputProblem: The example corpus can't be read.
    """
    if RULE not in rules or examples.is_empty:
        return ()
    own, allowed = Origin(portfolio.title, portfolio.author), framework_texts(framework)

    def compare(text: str, told: Report) -> tuple[Overlap, ...]:
        return examples.overlaps(text, own, allowed, told)

    return tuple(
        overlap_findings(reviewed_texts(framework, portfolio, section_id), compare, report)
    )


def section_file(section_id: str) -> str:
    """The file that holds a section, relative to the portfolio's folder."""
    return str(item_path(Section(section_id)))


def findings_as_json(findings: Sequence[Finding]) -> dict[str, object]:
    """The findings as ``check --json`` prints them."""
    levels = Counter(finding.level for finding in findings)
    return {
        "schema": 1,
        "counts": {level.value: levels[level] for level in Level},
        "findings": [
            {
                "rule": finding.rule,
                "level": finding.level.value,
                "section": finding.section,
                "part": finding.part,
                "item": finding.item,
                "message": finding.message,
                "question": finding.question,
                "quote": finding.quote,
            }
            for finding in findings
        ],
    }
