"""How a finding of the review looks: its level as mark and word, what was found, and where."""

from collections.abc import Sequence
from typing import Any

from textual.app import App
from textual.content import Content

from cmalt_tui.model.dates import long_date
from cmalt_tui.model.dismissal import Dismissal
from cmalt_tui.model.finding import Finding, Level
from cmalt_tui.model.framework import Framework
from cmalt_tui.model.outline import Entry
from cmalt_tui.model.portfolio import REFLECTION
from cmalt_tui.model.text_address import TextAddress, title_of
from cmalt_tui.plain_text import amount
from cmalt_tui.ui.keys import shown_key_of
from cmalt_tui.ui.safe import safe_content, safe_line
from cmalt_tui.workbench.answered_findings import fix_title, rule_behind

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


def explanation(finding: Finding) -> Content:
    """Draw why a finding matters, how it reads when it is well done, and where the rule is from."""
    rule = rule_behind(finding)
    if rule is None:
        return Content.styled("Nothing more is known of this rule.", "$text-muted")
    pieces = (("why", rule.why), ("for example", rule.example), ("source", rule.source))
    lines = [
        Content.assemble((f"{name}  ", "$text-muted"), safe_content(told))
        for name, told in pieces
        if told
    ]
    return Content("\n").join(lines)


def answered(answer: Dismissal) -> Content:
    """Draw the answer that a finding had: the reason, and since when."""
    return Content.assemble(
        ("✓ dismissed  ", "$success"),
        safe_content(answer.reason),
        (f"  {long_date(answer.on)}", "$text-muted"),
    )


def mending(app: App[Any], finding: Finding, command_id: str) -> Content | None:
    """Draw the key that mends a finding, and what it does; None if only a person can mend it."""
    title = fix_title(finding)
    if not title:
        return None
    key = Content.styled(shown_key_of(app, command_id), "$accent")
    return Content.assemble(key, " ", safe_line(title, 0, "$text-muted"))


def part_name(finding: Finding, entry: Entry | None, framework: Framework) -> str:
    """The text that a finding is about, in a word or two; empty where it is about all of them."""
    if entry is None or not finding.part:
        return ""
    return title_of(entry, place_of(finding), framework)


def place_of(finding: Finding) -> TextAddress:
    """The text that a finding is about."""
    item = finding.item if finding.part == REFLECTION else ""
    return TextAddress(finding.section, finding.part, item)
