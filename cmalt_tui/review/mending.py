"""Puts a mended text in the place that a finding names; the section's status stays as it is."""

from collections.abc import Callable
from dataclasses import replace

from cmalt_tui.model.editing import with_text
from cmalt_tui.model.finding import Finding
from cmalt_tui.model.portfolio import EVIDENCE, Portfolio
from cmalt_tui.model.text_address import TextAddress, text_at


def with_mended_text(
    portfolio: Portfolio, finding: Finding, mend: Callable[[str], str]
) -> Portfolio:
    """Change the text that a finding is about.

    Args:
        portfolio: The version before.
        finding: What was found; one about evidence changes nothing.
        mend: Makes the text anew.

    Returns:
        The very same portfolio where nothing was to be mended.
    """
    if finding.part == EVIDENCE:
        return portfolio
    address = TextAddress(finding.section, finding.part, finding.item)
    text = text_at(portfolio, address)
    changed = mend(text)
    if changed == text:
        return portfolio
    status = portfolio.section(finding.section).status
    mended = with_text(portfolio, address, changed)
    return mended.with_section(replace(mended.section(finding.section), status=status))
