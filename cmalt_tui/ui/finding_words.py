"""How a finding of the review looks: its level as mark and word, what was found, and where."""

from collections.abc import Sequence

from textual.content import Content

from cmalt_tui.model.finding import Finding, Level
from cmalt_tui.model.framework import Framework
from cmalt_tui.model.outline import Entry
from cmalt_tui.model.portfolio import REFLECTION
from cmalt_tui.model.text_address import TextAddress, title_of
from cmalt_tui.plain_text import amount
from cmalt_tui.ui.safe import safe_content, safe_line

_LEVELS = {
    Level.ERROR: ("✗ error", "$error"),
    Level.WARNING: ("! warning", "$warning"),
    Level.HINT: ("· hint", "$accent"),
}
_ORDER = list(Level)


def level_word(level: Level) -> Content:
    """A level as mark and word."""
    return Content.styled(*_LEVELS[level])


def gravest_first(findings: Sequence[Finding]) -> list[Finding]:
    """Errors before warnings before hints; each level in the order of the text."""
    return sorted(findings, key=lambda finding: _ORDER.index(finding.level))


def counted_levels(findings: Sequence[Finding]) -> str:
    """How many findings there are of each level, in words: ``2 errors · 1 hint``."""
    counts = [(level, sum(one.level is level for one in findings)) for level in Level]
    names = {Level.ERROR: "error", Level.WARNING: "warning", Level.HINT: "hint"}
    return " · ".join(amount(count, names[level]) for level, count in counts if count)


def finding_content(finding: Finding, entry: Entry | None, framework: Framework) -> Content:
    """Draw a finding.

    Args:
        finding: What was found.
        entry: The section that it is about; None where it concerns all.
        framework: The framework, which names the parts.
    """
    where = part_name(finding, entry, framework)
    lines = [
        Content.assemble(level_word(finding.level), "  ", safe_line(where, 0, "$text-muted")),
        safe_content(finding.message),
    ]
    if finding.quote:
        lines.append(safe_line(f"“{finding.quote}”", 0, "italic"))
    if finding.question:
        lines.append(safe_content(finding.question, "$primary"))
    lines.append(safe_line(finding.rule, 0, "$text-muted"))
    return Content("\n").join(lines)


def part_name(finding: Finding, entry: Entry | None, framework: Framework) -> str:
    """The text that a finding is about, in a word or two; empty where it is about all of them."""
    if entry is None or not finding.part:
        return ""
    return title_of(entry, place_of(finding), framework)


def place_of(finding: Finding) -> TextAddress:
    """The text that a finding is about."""
    item = finding.item if finding.part == REFLECTION else ""
    return TextAddress(finding.section, finding.part, item)
