"""What a person answers to a finding: dismissed with a reason, still true, mended, raised again."""

from datetime import date

from cmalt_tui.model.dismissal import Dismissal
from cmalt_tui.model.finding import Finding
from cmalt_tui.model.portfolio import Portfolio
from cmalt_tui.problems import InputProblem
from cmalt_tui.review.dismissing import with_dismissed, with_raised_again
from cmalt_tui.review.rule import Rule
from cmalt_tui.review.rules import rule_of
from cmalt_tui.workbench.desk import Desk

STILL_TRUE = "still true"
_REASONS = (
    "I looked at it, and it stays as it is",
    "The text says it in other words",
    "It is said in another section",
    "It does not belong in this section",
    "These are somebody else's words, with their source",
)


def reasons_for(finding: Finding) -> tuple[str, ...]:
    """Reasons that a person may have for dismissing a finding, the likeliest first."""
    if finding.rule.startswith("FRE-"):
        return ("Still true", *_REASONS[:1], "It is meant as it was then")
    if finding.rule.startswith("REF-"):
        return (*_REASONS[1:4], _REASONS[0])
    return _REASONS


def answer_finding(desk: Desk, finding: Finding, reason: str, today: date) -> None:
    """Note why a finding doesn't hold, as a step that can be undone.

    Raises:
        InputProblem: No reason is given.
    """
    if not reason.strip():
        raise InputProblem("a finding is dismissed with a reason", "Say it in a few words.")
    changed = with_dismissed(desk.portfolio, finding, reason, today)
    desk.change(changed, f"answer to {finding.rule} in {finding.section or 'the portfolio'}")


def confirm(desk: Desk, finding: Finding, today: date) -> None:
    """Note that what a finding of freshness asks about still holds."""
    changed = with_dismissed(desk.portfolio, finding, STILL_TRUE, today)
    desk.change(changed, f"still true in {finding.section or 'the portfolio'}")


def ask_again(desk: Desk, answer: Dismissal) -> None:
    """Take an answer back, as a step that can be undone."""
    changed = with_raised_again(desk.portfolio, answer)
    desk.change(changed, f"{answer.rule} raised again")


def fix_title(finding: Finding) -> str:
    """What can be done about a finding by key, in a few words; empty if nothing can."""
    rule = rule_of(finding.rule)
    return rule.fix.title if rule is not None and rule.fix is not None else ""


def mend(desk: Desk, finding: Finding) -> bool:
    """Do what can be done about a finding, as a step that can be undone.

    Returns:
        Whether anything was changed: the words may be gone by now.
    """
    rule = rule_of(finding.rule)
    if rule is None or rule.fix is None:
        return False
    changed = rule.fix.apply(desk.portfolio, finding)
    if _is_same(changed, desk.portfolio):
        return False
    desk.change(changed, f"{rule.fix.title} in {finding.section or 'the portfolio'}")
    return True


def rule_behind(finding: Finding) -> Rule | None:
    """The rule that found something; None for one that the program knows no longer."""
    return rule_of(finding.rule)


def _is_same(one: Portfolio, other: Portfolio) -> bool:
    return one is other or one == other
