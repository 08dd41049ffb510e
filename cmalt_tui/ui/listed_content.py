"""How a finding looks in a list: with its answer, what mends it, and why it matters."""

from typing import Any

from textual.app import App
from textual.content import Content

from cmalt_tui.model.dates import long_date
from cmalt_tui.model.dismissal import Dismissal
from cmalt_tui.model.finding import Finding
from cmalt_tui.model.framework import Framework
from cmalt_tui.model.outline import Entry
from cmalt_tui.ui.finding_words import finding_content
from cmalt_tui.ui.keys import shown_key_of
from cmalt_tui.ui.listed_findings import Listed
from cmalt_tui.ui.safe import safe_content, safe_line
from cmalt_tui.workbench.answered_findings import fix_title, rule_behind


def listed_content(
    app: App[Any], listed: Listed, entry: Entry | None, framework: Framework, mend: str
) -> Content:
    """Draw a finding as a list has it.

    Args:
        app: The app, which knows the keys.
        listed: The finding.
        entry: The section that it is about; None where it concerns all.
        framework: The framework, which names the parts.
        mend: The id of the command that mends it there.
    """
    lines = [finding_content(listed.finding, entry, framework)]
    if listed.answer is not None:
        lines.insert(0, answered(listed.answer))
    elif fix := mending(app, listed.finding, mend):
        lines.append(fix)
    if listed.is_explained:
        lines.append(explanation(listed.finding))
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
