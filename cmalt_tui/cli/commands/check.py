"""``cmalt-tui check``: what an accreditor or an assessor would stumble over."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import click

from cmalt_tui.cli.findings_shown import say_counts, show_findings
from cmalt_tui.cli.group import EXIT_FINDINGS
from cmalt_tui.cli.paths import TypedPath
from cmalt_tui.cli.speaking import (
    portfolio_folder,
    print_json,
    report_to_terminal,
    say,
    tell_of_settings,
)
from cmalt_tui.model.link_facts import LinkFacts
from cmalt_tui.model.outline import entries
from cmalt_tui.places import Places, personal_places
from cmalt_tui.problems import did_you_mean
from cmalt_tui.review.dismissing import answer_to, with_dismissed
from cmalt_tui.review.purpose import Purpose
from cmalt_tui.review.reviewing import Sorted
from cmalt_tui.workbench.desk import Desk, open_desk
from cmalt_tui.workbench.remembered_review import whole_review
from cmalt_tui.workbench.review import findings_as_json, has_errors
from cmalt_tui.workbench.review_choices import chosen_for_review

_ALL = "all"
_REPORTS = (".html", ".md")
_COMPARED = "DUP-2"
_PURPOSES = [Purpose.SUBMISSION.value, Purpose.PUBLIC.value]


@click.command("check")
@click.argument("path", type=TypedPath(), required=False)
@click.option("--for", "purpose", type=click.Choice(_PURPOSES), help="What it is checked for.")
@click.option("--rule", "rules", multiple=True, help="Only this rule; may be given several times.")
@click.option("--section", "section_id", help="Only what concerns this section: 1a.")
@click.option("--online", is_flag=True, help="Ask the web whether the links answer.")
@click.option(
    "--allow-private", is_flag=True, help="With --online, addresses inside a network too."
)
@click.option("--report", "report_file", type=TypedPath(), help="Write FILE.html or FILE.md.")
@click.option("--dismissed", is_flag=True, help="Show what you dismissed as well.")
@click.option(
    "--dismiss",
    "answer",
    nargs=2,
    metavar="RULE:SECTION REASON",
    help="Note why findings of a rule in a section stay as they are.",
)
@click.option("--explain", "explained", metavar="RULE", help="Say why a rule matters; or: all.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.pass_context
def command(
    context: click.Context,
    path: Path | None,
    purpose: str | None,
    rules: tuple[str, ...],
    section_id: str | None,
    online: bool,
    allow_private: bool,
    report_file: Path | None,
    dismissed: bool,
    answer: tuple[str, str] | None,
    explained: str | None,
    as_json: bool,
) -> None:
    """Check the portfolio at PATH by rules: what is missing, open, unclear or should not be seen.

    Errors are what a submission would be turned back for; warnings and hints ask. With --for
    submission, a confirmation that isn't signed is an error; with --for public, personal details
    are. The network is asked with --online alone. Exit code 1: there are errors.
    """
    if explained is not None:
        _explain(explained)
        return
    wanted = tuple(_known(rule) for rule in rules)
    if report_file is not None and report_file.suffix.lower() not in _REPORTS:
        raise click.UsageError("--report writes FILE.html or FILE.md.")
    if allow_private and not online:
        raise click.UsageError("--allow-private needs --online.")
    places = personal_places()
    desk = open_desk(portfolio_folder(path), places)
    section = _section(desk, section_id)
    meant = Purpose(purpose) if purpose else Purpose.WRITING
    tell_of_settings(places)
    found = _reviewed(desk, places, meant, wanted, online, allow_private)
    if section:
        found = _only(found, section)
    if answer is not None:
        found = _dismiss(desk, found, *answer)
    if report_file is not None:
        from cmalt_tui.workbench.review_report import write_report

        write_report(report_file, desk, found, meant, date.today())
        say(f"written: {report_file}")
    if as_json:
        print_json(findings_as_json(found, dismissed=dismissed))
    else:
        if report_file is None:
            show_findings(found, desk, dismissed=dismissed)
        say_counts(found)
    if has_errors(found.open):
        context.exit(EXIT_FINDINGS)


def _reviewed(
    desk: Desk,
    places: Places,
    purpose: Purpose,
    rules: Sequence[str],
    online: bool,
    allow_private: bool,
) -> Sorted:
    choices = chosen_for_review(places)
    for problem in choices.problems:
        say(f"note: {problem}")
    links: Mapping[str, LinkFacts] = {}
    if online:
        from cmalt_tui.workbench.link_check import asked_links

        links = asked_links(
            desk.portfolio,
            desk.framework,
            places,
            allow_private=allow_private,
            report=report_to_terminal,
        )
        say(f"links asked: {len(links)}")
    review = whole_review(
        desk,
        places,
        purpose=purpose,
        choices=choices,
        rules=rules,
        links=links,
        report=report_to_terminal,
    )
    if _COMPARED in (rules or (_COMPARED,)):
        if not review.is_compared:
            say("There are no examples to compare with. Add some with: cmalt-tui corpus add SOURCE")
        elif not desk.portfolio.author:
            say("note: the portfolio names no author, by whom passages of your own could be told")
    return review.found


def _explain(named: str) -> None:
    from cmalt_tui.cli.rules_shown import known_rule, show_rule, show_rules

    if named.lower() == _ALL:
        show_rules()
    else:
        show_rule(known_rule(named))


def _known(named: str) -> str:
    from cmalt_tui.cli.rules_shown import known_rule

    return known_rule(named).id


def _section(desk: Desk, named: str | None) -> str:
    if named is None:
        return ""
    known = {one.id.lower(): one.id for one in entries(desk.framework, desk.portfolio)}
    if named.lower() not in known:
        hint = did_you_mean(named, known.values(), f"There is: {', '.join(known.values())}.")
        raise click.UsageError(f"There is no section {named!r}. {hint}")
    return known[named.lower()]


def _only(found: Sorted, section: str) -> Sorted:
    return Sorted(
        tuple(finding for finding in found.open if finding.section == section),
        tuple(pair for pair in found.dismissed if pair[0].section == section),
    )


def _dismiss(desk: Desk, found: Sorted, place: str, reason: str) -> Sorted:
    """Answer all findings of a rule in a section, and save the answers in the portfolio."""
    named, _, section = place.partition(":")
    rule = _known(named)
    section = _section(desk, section) if section else ""
    if not reason.strip():
        raise click.UsageError("A finding is dismissed with a reason.")
    meant = [one for one in found.open if (one.rule, one.section) == (rule, section)]
    if not meant:
        raise click.UsageError(f"There is nothing to dismiss at {place!r}.")
    changed, today = desk.portfolio, date.today()
    for finding in meant:
        changed = with_dismissed(changed, finding, reason, today)
    desk.change(changed)
    desk.save()
    say(f"dismissed: {len(meant)}")
    answered = [(one, noted) for one in meant if (noted := answer_to(changed, one)) is not None]
    return Sorted(
        tuple(one for one in found.open if one not in meant), (*found.dismissed, *answered)
    )
