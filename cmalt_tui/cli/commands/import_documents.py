"""``cmalt-tui import``: documents become a portfolio."""

from pathlib import Path

import click

from cmalt_tui.cli.paths import TypedPath
from cmalt_tui.cli.speaking import print_json, report_to_terminal, say, show
from cmalt_tui.frameworks import DEFAULT_FRAMEWORK
from cmalt_tui.model.import_plan import ImportPlan
from cmalt_tui.places import personal_places
from cmalt_tui.workbench.importing import carry_out, plan_as_json, plan_of, refuse_taken


@click.command("import")
@click.argument("sources", nargs=-1, required=True, type=TypedPath())
@click.option("--into", required=True, type=TypedPath(), help="The new portfolio.")
@click.option("--pathway", help="associate, cmalt or senior; guessed otherwise.")
@click.option("--framework", default=DEFAULT_FRAMEWORK, show_default=True, help="Its id.")
@click.option("--title", default="", help="In place of the title that the source has.")
@click.option("--author", default="", help="In place of the author that the source names.")
@click.option("--dry-run", is_flag=True, help="Only show what would be done.")
@click.option("--json", "as_json", is_flag=True, help="Print the plan as one JSON object.")
def command(
    sources: tuple[Path, ...],
    into: Path,
    pathway: str | None,
    framework: str,
    title: str,
    author: str,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Bring SOURCES (Markdown, HTML, DOCX, ODT, or folders of them) into a new portfolio.

    The archive of a whole portfolio comes back as the portfolio that it was.

    Every word of the sources finds a place: a section, or the portfolio's inbox.
    """
    places = personal_places()
    if not dry_run:
        refuse_taken(into)
    plan = plan_of(sources, places, framework, pathway, report_to_terminal)
    if not dry_run:
        carry_out(plan, into, places, title, author, report_to_terminal)
    if as_json:
        print_json(plan_as_json(plan, str(into)))
    else:
        _print_plan(plan)
    say(f"would make: {into}" if dry_run else f"made: {into}\nopen it with: cmalt-tui {into}")


def _print_plan(plan: ImportPlan) -> None:
    for placed in plan.placed:
        place = "/".join(part for part in (placed.section, placed.part, placed.item) if part)
        show(
            f"{place:<34} {placed.words:>6} words  {placed.confidence:>4.0%}  {placed.file}: "
            f"{placed.heading}"
        )
    for unplaced in plan.unplaced:
        show(f"{'inbox':<34} {unplaced.words:>6} words        {unplaced.file}: {unplaced.heading}")
    for stripped in plan.stripped:
        told = f"{stripped.file}: {stripped.kind}"
        show(f"{'inbox (taken out)':<34} {stripped.words:>6} words        {told}")
    for warning in plan.warnings:
        say(f"note: {warning}")
    placed_words = sum(placed.words for placed in plan.placed)
    other_words = sum(one.words for one in plan.unplaced) + sum(one.words for one in plan.stripped)
    show(
        f"{placed_words} words placed, {other_words} to the inbox, "
        f"{len(plan.evidence)} evidence items, pathway {plan.pathway}"
    )
