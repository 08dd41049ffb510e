"""``cmalt-tui check``: what a reviewer would stumble over."""

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

import click

from cmalt_tui.cli.group import EXIT_FINDINGS
from cmalt_tui.cli.paths import TypedPath
from cmalt_tui.cli.speaking import (
    portfolio_folder,
    print_json,
    report_to_terminal,
    say,
    show,
    tell_of_settings,
)
from cmalt_tui.model.finding import Finding, Level
from cmalt_tui.places import personal_places
from cmalt_tui.problems import did_you_mean
from cmalt_tui.workbench.desk import Desk, open_desk
from cmalt_tui.workbench.examples import open_examples
from cmalt_tui.workbench.review import RULES, findings_as_json, findings_of, section_file

_MOST_QUOTED = 40


@click.command("check")
@click.argument("path", type=TypedPath(), required=False)
@click.option("--rule", "rules", multiple=True, help="Only this rule; may be given several times.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.pass_context
def command(
    context: click.Context, path: Path | None, rules: tuple[str, ...], as_json: bool
) -> None:
    """Check the portfolio at PATH by rules; so far: DUP-2, words of an example without a source.

    Texts are compared with the examples: six or more words in a row, and sentences that say the
    same in nearly the same words. Quotations that name their source are left out.
    """
    wanted = _known(rules)
    places = personal_places()
    desk = open_desk(portfolio_folder(path), places)
    tell_of_settings(places)
    examples = open_examples(places, report_to_terminal)
    if examples.is_empty:
        say("There are no examples to compare with. Add some with: cmalt-tui corpus add SOURCE")
    elif not desk.portfolio.author:
        say("note: the portfolio names no author, by whom passages of your own could be told")
    for broken in desk.portfolio.broken:
        say(f"note: not checked: {broken.problem}")
    findings = findings_of(
        desk.portfolio, desk.framework, examples, report=report_to_terminal, rules=wanted
    )
    if as_json:
        print_json(findings_as_json(findings))
    else:
        _show(findings, desk)
        counts = {level: sum(found.level is level for found in findings) for level in Level}
        say(", ".join(f"{level.value} {count}" for level, count in counts.items()))
    if any(finding.level is Level.ERROR for finding in findings):
        context.exit(EXIT_FINDINGS)


def _known(rules: Sequence[str]) -> tuple[str, ...]:
    by_name = {rule.lower(): rule for rule in RULES}
    for rule in rules:
        if rule.lower() not in by_name:
            known = ", ".join(f"{name} ({what})" for name, what in RULES.items())
            hint = did_you_mean(rule, RULES, f"There is: {known}.")
            raise click.UsageError(f"There is no rule {rule!r}. {hint}")
    return tuple(by_name[rule.lower()] for rule in rules) or tuple(RULES)


def _show(findings: Sequence[Finding], desk: Desk) -> None:
    for section, found in groupby(findings, key=lambda finding: finding.section):
        show(f"{section}  {desk.folder / section_file(section)}\n")
        for finding in found:
            place = " ".join(part for part in (finding.part, finding.item) if part)
            show(f"  {finding.level.value:<5} {finding.rule}  {place}")
            show(f"    “{_cut(finding.quote)}”")
            show(f"    {finding.message} {finding.question}\n")


def _cut(quote: str) -> str:
    """A long quote by its first and last words."""
    words = quote.split()
    if len(words) <= _MOST_QUOTED:
        return quote
    half = _MOST_QUOTED // 2
    return f"{' '.join(words[:half])} … {' '.join(words[-half:])}"
