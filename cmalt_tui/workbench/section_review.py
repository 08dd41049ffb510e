"""The review of one section as it stands, and of all, by the rules and beside the examples."""

from datetime import date

from cmalt_tui.model.framework import Framework
from cmalt_tui.model.portfolio import Portfolio
from cmalt_tui.progress import Report, unreported
from cmalt_tui.review.reviewed import Reviewed
from cmalt_tui.review.reviewing import Sorted, findings_by_rules, sorted_findings
from cmalt_tui.review.rules import RULES
from cmalt_tui.workbench.examples import Examples
from cmalt_tui.workbench.review import findings_of


def section_review(
    portfolio: Portfolio,
    framework: Framework,
    examples: Examples,
    section_id: str = "",
    report: Report = unreported,
) -> Sorted:
    """Review a section by the rules that one section is enough for, or all by all rules."""
    reviewed = Reviewed(framework, portfolio, date.today(), section_id)
    found = [*findings_by_rules(reviewed, RULES, report=report)]
    found += findings_of(portfolio, framework, examples, section_id, report)
    return sorted_findings(reviewed, found)
