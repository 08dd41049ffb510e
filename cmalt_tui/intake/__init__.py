"""Documents that a person already has, turned into a plan for a portfolio. Nothing is written."""

from cmalt_tui.intake.output.as_json import plan_as_json
from cmalt_tui.intake.output.portfolio import plan_portfolio
from cmalt_tui.intake.paragraphs import kind_of_paragraph
from cmalt_tui.intake.pasted import pasted_html
from cmalt_tui.intake.planning import plan_import
from cmalt_tui.intake.reading.document import Document, SourceSet
from cmalt_tui.intake.reading.sources import read_sources

__all__ = [
    "Document",
    "SourceSet",
    "kind_of_paragraph",
    "pasted_html",
    "plan_as_json",
    "plan_import",
    "plan_portfolio",
    "read_sources",
]
