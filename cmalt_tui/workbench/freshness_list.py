"""The sentences of a portfolio that may be out of date by the day of submission, with their age."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from cmalt_tui.model.finding import Finding
from cmalt_tui.model.framework import Framework
from cmalt_tui.model.portfolio import Portfolio
from cmalt_tui.plain_text import amount
from cmalt_tui.review.reviewed import Reviewed
from cmalt_tui.review.reviewing import Sorted, sorted_findings
from cmalt_tui.review.rules.freshness.staleness import staleness
from cmalt_tui.workbench.review_choices import ReviewChoices


class Freshness(NamedTuple):
    """What may be out of date.

    Attributes:
        found: What is asked about, the stalest first, and what was confirmed.
        months: How old each will be on the day of submission; None where nothing tells.
    """

    found: Sorted
    months: Mapping[Finding, int | None]

    def age(self, finding: Finding) -> str:
        """How old something will be, in words; empty where nothing tells."""
        months = self.months.get(finding)
        if months is None or months < 0:
            return ""
        return amount(months, "month") if months < 24 else f"{months // 12} years"


def freshness_review(
    portfolio: Portfolio, framework: Framework, choices: ReviewChoices
) -> Freshness:
    """Ask of all texts what may be out of date.

    Args:
        portfolio: As it stands now.
        framework: The framework that it names.
        choices: What the person chose in the settings.
    """
    reviewed = Reviewed(framework, portfolio, date.today(), bounds=choices.bounds)
    stale = [one for one in staleness(reviewed) if one.finding.rule not in choices.rules_off]
    order = {one.finding: place for place, one in enumerate(stale)}
    found = sorted_findings(reviewed, list(order))
    stalest_first = sorted(found.open, key=lambda finding: order[finding])
    months = {one.finding: one.months for one in stale}
    return Freshness(found._replace(open=tuple(stalest_first)), months)
