"""Where a finding leads: the words that it is about, or the section that has to be written."""

from cmalt_tui.model.finding import Finding
from cmalt_tui.model.framework import Framework
from cmalt_tui.model.outline import entries
from cmalt_tui.model.portfolio import EVIDENCE, Portfolio
from cmalt_tui.model.text_address import TextAddress, addresses_of, find_address
from cmalt_tui.ui.finding_words import place_of
from cmalt_tui.ui.review_desk import Goal


def goal_of(finding: Finding, framework: Framework, portfolio: Portfolio) -> Goal | None:
    """Say where a finding leads; None where it is about no one text.

    An item of evidence is shown in the first section that uses it.
    """
    section = finding.section
    if not section and finding.item in portfolio.evidence:
        section = next(iter(portfolio.uses_of(finding.item)), "")
        return Goal(TextAddress(section, EVIDENCE)) if section else None
    entry = next((one for one in entries(framework, portfolio) if one.id == section), None)
    if entry is None:
        return None
    address = place_of(finding)
    if address not in addresses_of(entry):
        address = find_address(entry, address.part)
    return Goal(address, finding.start, finding.quote)
