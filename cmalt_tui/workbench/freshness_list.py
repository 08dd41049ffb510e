"""The sentences of a portfolio that may be out of date by the day of submission."""

from datetime import date

from cmalt_tui.model.framework import Framework
from cmalt_tui.model.portfolio import Portfolio
from cmalt_tui.review.reviewed import Reviewed
from cmalt_tui.review.reviewing import Sorted, findings_by_rules, sorted_findings
from cmalt_tui.review.rules import freshness


def freshness_review(portfolio: Portfolio, framework: Framework) -> Sorted:
    """Ask of all texts what may be out of date, the stalest first."""
    reviewed = Reviewed(framework, portfolio, date.today())
    return sorted_findings(reviewed, [*findings_by_rules(reviewed, freshness.RULES)])
