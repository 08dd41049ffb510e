"""What items of evidence are called where a text refers to them."""

from cmalt_tui.export import Audience
from cmalt_tui.export.numbering import number_evidence
from cmalt_tui.model.framework import Framework
from cmalt_tui.model.outline import entries
from cmalt_tui.model.portfolio import Portfolio
from cmalt_tui.plain_text import clean_line


def evidence_names(framework: Framework, portfolio: Portfolio) -> dict[str, str]:
    """Name each item by the number that it has in a document for the assessors, and its title."""
    shown = [entry for entry in entries(framework, portfolio) if not entry.parked]
    numbers = number_evidence(shown, portfolio, Audience.ASSESSOR).numbers
    return {
        item.id: f"evidence {numbers.get(item.id, '')}".rstrip()
        + f": {clean_line(item.title) or item.id}"
        for item in portfolio.evidence.values()
    }
