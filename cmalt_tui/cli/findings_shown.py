"""Prints what a review found, section by section, for people who read it."""

from collections.abc import Sequence
from itertools import groupby

from cmalt_tui.cli.speaking import say, show
from cmalt_tui.model.dates import long_date
from cmalt_tui.model.dismissal import Dismissal
from cmalt_tui.model.finding import Finding, Level
from cmalt_tui.review.reviewing import Sorted
from cmalt_tui.workbench.desk import Desk
from cmalt_tui.workbench.review import section_file

_MOST_QUOTED = 40


def show_findings(found: Sorted, desk: Desk, *, dismissed: bool) -> None:
    """Print findings on standard output; of a section errors first, then warnings, then hints.

    Args:
        found: What the review found.
        desk: The portfolio.
        dismissed: Whether to print those that the author dismissed as well.
    """
    listed: list[tuple[Finding, Dismissal | None]] = [(finding, None) for finding in found.open]
    for section, group in groupby(listed, key=lambda one: one[0].section):
        _show_section(section, list(group), desk)
    if dismissed and found.dismissed:
        show("Dismissed\n")
        for section, answered in groupby(found.dismissed, key=lambda one: one[0].section):
            _show_section(section, list(answered), desk)


def say_counts(found: Sorted) -> None:
    """Tell on standard error how many of each level there are, and how to see why."""
    counts = [f"{level.value} {_count(found.open, level)}" for level in Level]
    if found.dismissed:
        counts.append(f"dismissed {len(found.dismissed)}")
    say(", ".join(counts))
    if found.open:
        say(f"why one matters: cmalt-tui check --explain {found.open[0].rule}")


def _show_section(
    section: str, listed: Sequence[tuple[Finding, Dismissal | None]], desk: Desk
) -> None:
    show(f"{section}  {desk.folder / section_file(section)}\n" if section else "All of it\n")
    for finding, answer in listed:
        place = " ".join(part for part in (finding.part, finding.item) if part)
        show(f"  {finding.level.value:<5} {finding.rule}  {place}".rstrip())
        if finding.quote:
            show(f"    “{_cut(finding.quote)}”")
        show(f"    {finding.message} {finding.question}".rstrip())
        if answer is not None:
            show(f"    Dismissed on {long_date(answer.on)}: {answer.reason}")
        show("")


def _count(findings: Sequence[Finding], level: Level) -> int:
    return sum(finding.level is level for finding in findings)


def _cut(quote: str) -> str:
    """A long quote by its first and last words, on one line."""
    words = quote.split()
    if len(words) <= _MOST_QUOTED:
        return " ".join(words)
    half = _MOST_QUOTED // 2
    return f"{' '.join(words[:half])} … {' '.join(words[-half:])}"
