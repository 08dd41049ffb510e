"""How a finding of the review looks: its level as mark and word, what was found, and where."""

from textual.content import Content

from cmalt_tui.model.finding import Finding, Level
from cmalt_tui.model.framework import Framework
from cmalt_tui.model.outline import Entry
from cmalt_tui.model.portfolio import REFLECTION
from cmalt_tui.model.text_address import TextAddress, title_of
from cmalt_tui.ui.safe import safe_content, safe_line

_LEVELS = {
    Level.ERROR: ("✗ error", "$error"),
    Level.WARNING: ("! warning", "$warning"),
    Level.HINT: ("· hint", "$accent"),
}


def finding_content(finding: Finding, entry: Entry, framework: Framework) -> Content:
    """Draw a finding of a section.

    Args:
        finding: What was found.
        entry: The section that it is about.
        framework: The framework, which names the parts.
    """
    word, style = _LEVELS[finding.level]
    where = title_of(entry, place_of(finding), framework) if finding.part else ""
    lines = [
        Content.assemble((f"{word}  ", style), safe_line(where, 0, "$text-muted")),
        safe_content(finding.message),
    ]
    if finding.quote:
        lines.append(safe_line(f"“{finding.quote}”", 0, "italic"))
    if finding.question:
        lines.append(safe_content(finding.question, "$primary"))
    lines.append(safe_line(finding.rule, 0, "$text-muted"))
    return Content("\n").join(lines)


def place_of(finding: Finding) -> TextAddress:
    """The text that a finding is about."""
    item = finding.item if finding.part == REFLECTION else ""
    return TextAddress(finding.section, finding.part, item)
