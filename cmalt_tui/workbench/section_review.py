"""The review of one section as it stands, and of all, by the rules and beside the examples."""

from pathlib import Path

from cmalt_tui.model.framework import Framework
from cmalt_tui.model.portfolio import Portfolio
from cmalt_tui.progress import Report, unreported
from cmalt_tui.review.reviewing import Sorted
from cmalt_tui.workbench.examples import Examples
from cmalt_tui.workbench.review import review_of


def section_review(
    portfolio: Portfolio,
    framework: Framework,
    examples: Examples,
    section_id: str = "",
    report: Report = unreported,
    folder: Path | None = None,
) -> Sorted:
    """Review a section by the rules that one section is enough for, or all by all rules."""
    return review_of(
        portfolio, framework, examples, folder=folder, section_id=section_id, report=report
    )
