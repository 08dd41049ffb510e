"""``cmalt-tui status``: how far a portfolio is."""

from datetime import date
from pathlib import Path
from shutil import get_terminal_size
from textwrap import fill

import click

from cmalt_tui.cli.paths import TypedPath
from cmalt_tui.cli.speaking import (
    portfolio_folder,
    print_json,
    report_to_terminal,
    say,
    show,
)
from cmalt_tui.places import Places, personal_places
from cmalt_tui.workbench.desk import Desk, open_desk
from cmalt_tui.workbench.next_step import next_step
from cmalt_tui.workbench.status_report import StatusReport, report_as_json, status_report
from cmalt_tui.workbench.stepping import steps_of

_WIDEST = 100


@click.command("status")
@click.argument("path", type=TypedPath(), required=False)
@click.option(
    "--full",
    is_flag=True,
    help="Review all texts, and say of each section whether it is ready, and why.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def command(path: Path | None, full: bool, as_json: bool) -> None:
    """Show sections, statuses, words, evidence and the next step of the portfolio at PATH.

    With --full, also what stands before submission, and how the portfolio grew; today is noted for
    that, in numbers alone, on this machine.
    """
    places = personal_places()
    desk = open_desk(portfolio_folder(path), places)
    step = next_step(steps_of(desk, places, date.today()))
    report = status_report(desk.framework, desk.portfolio, step)
    if full:
        _print_full(desk, places, report, as_json)
    elif as_json:
        print_json(report_as_json(report))
    else:
        _print_report(report)
    drafts = len(desk.drafts())
    if drafts:
        files = "1 file was" if drafts == 1 else f"{drafts} files were"
        say(f"note: changes of {files} left unsaved; see them with: cmalt-tui drafts")


def _print_full(desk: Desk, places: Places, report: StatusReport, as_json: bool) -> None:
    from cmalt_tui.workbench.examples import open_examples
    from cmalt_tui.workbench.progress_picture import (
        progress_as_json,
        progress_in_words,
        progress_picture,
    )
    from cmalt_tui.workbench.review import review_of
    from cmalt_tui.workbench.review_choices import chosen_for_review
    from cmalt_tui.workbench.standing_review import standing_by_review
    from cmalt_tui.workbench.standing_words import standing_as_json, standing_in_words

    found = review_of(
        desk.portfolio,
        desk.framework,
        open_examples(places, report_to_terminal),
        folder=desk.folder,
        choices=chosen_for_review(places),
        report=report_to_terminal,
    ).open
    seen = standing_by_review(desk, places, desk.portfolio, date.today(), found)
    if as_json:
        told = {"standing": standing_as_json(seen.standing), "days": progress_as_json(seen.days)}
        print_json({**report_as_json(report), **told})
        return
    width = min(_WIDEST, get_terminal_size().columns)
    for line in standing_in_words(seen.standing):
        show(fill(line, width, subsequent_indent="    ", break_on_hyphens=False))
    show("")
    for line in progress_picture(seen.days, date.today(), width):
        show(line)
    for line in progress_in_words(seen.days, date.today()):
        show(fill(line, width))


def _print_report(report: StatusReport) -> None:
    show(f"{report.title} ({report.framework}, {report.pathway}), {report.words} words\n")
    for section in report.sections:
        words = ", ".join(f"{part} {count}" for part, count in section.words.items())
        marks = ["" if section.broken else words]
        marks += [f"evidence {section.evidence}" if section.evidence else ""]
        marks += ["parked: not part of this pathway"] if section.parked else []
        marks += [f"BROKEN: {section.broken}"] if section.broken else []
        told = "  ".join(mark for mark in marks if mark)
        show(f"{section.id:<14} {section.status.value:<7} {_cut(section.title):<50} {told}")
    if report.next_step:
        show(f"\nnext: {report.next_step}")


def _cut(title: str, width: int = 50) -> str:
    return title if len(title) <= width else f"{title[: width - 1]}…"
