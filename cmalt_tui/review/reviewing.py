"""Runs the rules over a portfolio, or over one section of it, and sorts what they find."""

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from cmalt_tui.model.dismissal import Dismissal
from cmalt_tui.model.finding import Finding
from cmalt_tui.progress import Progress, Report, unreported
from cmalt_tui.review.dismissing import answer_to
from cmalt_tui.review.reviewed import Reviewed
from cmalt_tui.review.rule import Rule


class Sorted(NamedTuple):
    """The findings of a review.

    Attributes:
        open: Those that nobody answered yet.
        dismissed: Those that the author answered, each with its answer.
    """

    open: tuple[Finding, ...]
    dismissed: tuple[tuple[Finding, Dismissal], ...]


def findings_by_rules(
    reviewed: Reviewed,
    rules: Sequence[Rule],
    report: Report = unreported,
    *,
    switched_off: Collection[str] = (),
) -> Iterator[Finding]:
    """List what the rules find, rule by rule.

    Args:
        reviewed: What is looked at. With one section, only the rules that one section is enough
            for are run; its purpose chooses too.
        rules: The rules.
        report: Told about each rule; may raise `Cancelled`.
        switched_off: Ids of rules that the person doesn't want.
    """
    meant = [
        rule
        for rule in rules
        if reviewed.purpose in rule.purposes
        and rule.id not in switched_off
        and (rule.is_local or not reviewed.section_id)
    ]
    for number, rule in enumerate(meant):
        report(Progress(number, len(meant), f"Looking for: {rule.title}"))
        yield from rule.find(reviewed)
    report(Progress(len(meant), len(meant), "Reviewed"))


def sorted_findings(reviewed: Reviewed, findings: Sequence[Finding]) -> Sorted:
    """Part the findings into open ones and those that the author answered.

    An answer to a question of freshness, "still true", holds for some months only.

    Args:
        reviewed: What was looked at.
        findings: What was found.

    Returns:
        Both in the order of the framework's sections, what concerns all of them last.
    """
    order = {entry.id: place for place, entry in enumerate(reviewed.entries)}
    in_order = sorted(findings, key=lambda finding: order.get(finding.section, len(order)))
    open_ones, answered = [], []
    for finding in in_order:
        answer = answer_to(reviewed.portfolio, finding)
        if answer is None or _has_run_out(answer, reviewed):
            open_ones.append(finding)
        else:
            answered.append((finding, answer))
    return Sorted(tuple(open_ones), tuple(answered))


def _has_run_out(answer: Dismissal, reviewed: Reviewed) -> bool:
    if not answer.rule.startswith("FRE-"):
        return False
    months = (reviewed.today.year - answer.on.year) * 12 + reviewed.today.month - answer.on.month
    return months > reviewed.bounds.confirmed_months
