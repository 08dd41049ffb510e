"""``cmalt-tui status``: how far a portfolio is."""

from datetime import date
from pathlib import Path

import click

from cmalt_tui.cli.paths import TypedPath
from cmalt_tui.cli.speaking import portfolio_folder, print_json, say, show
from cmalt_tui.places import personal_places
from cmalt_tui.workbench.desk import open_desk
from cmalt_tui.workbench.next_step import next_step
from cmalt_tui.workbench.status_report import StatusReport, report_as_json, status_report
from cmalt_tui.workbench.stepping import steps_of


@click.command("status")
@click.argument("path", type=TypedPath(), required=False)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def command(path: Path | None, as_json: bool) -> None:
    """Show sections, statuses, words, evidence and the next step of the portfolio at PATH."""
    places = personal_places()
    desk = open_desk(portfolio_folder(path), places)
    step = next_step(steps_of(desk, places, date.today()))
    report = status_report(desk.framework, desk.portfolio, step)
    if as_json:
        print_json(report_as_json(report))
    else:
        _print_report(report)
    drafts = len(desk.drafts())
    if drafts:
        files = "1 file was" if drafts == 1 else f"{drafts} files were"
        say(f"note: changes of {files} left unsaved; see them with: cmalt-tui drafts")


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
