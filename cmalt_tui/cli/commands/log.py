"""``cmalt-tui log``: what happened, in one line, kept as material for later."""

from datetime import date
from pathlib import Path

import click

from cmalt_tui.cli.capturing import capturing_folder
from cmalt_tui.cli.paths import TypedPath
from cmalt_tui.cli.saving import conflicts_told
from cmalt_tui.cli.speaking import portfolio_folder, print_json, say, show
from cmalt_tui.model.dates import long_date
from cmalt_tui.model.log_entry import LogEntry
from cmalt_tui.places import personal_places
from cmalt_tui.workbench.desk import open_desk


@click.command("log")
@click.argument("text", required=False)
@click.argument("path", type=TypedPath(), required=False)
@click.option(
    "--list", "is_listed", is_flag=True, help="List the entries of the portfolio at PATH."
)
@click.option("--json", "as_json", is_flag=True, help="With --list: print one JSON object.")
def command(text: str | None, path: Path | None, is_listed: bool, as_json: bool) -> None:
    """Note what happened in the log of the portfolio at PATH: "2h webinar on captions #1a #P2".

    In front may stand a date: 2026-11-10, 10 Nov: or yesterday. Tags with # name sections,
    principles, evidence or cpd; 2h, 1h30 and 90min at either end say how long it took, which makes
    it CPD. Without PATH it goes to the portfolio of the current folder, or else to the one that
    was opened last. The log is private: it is never exported.
    """
    places = personal_places()
    if is_listed:
        if text is not None and path is not None:
            raise click.UsageError("With --list, name the portfolio and nothing else.")
        if text == "":
            raise click.UsageError("The path is empty.")
        desk = open_desk(portfolio_folder(Path(text) if text else None), places)
        _list(tuple(desk.portfolio.log.values()), as_json)
        return
    if as_json:
        raise click.UsageError("Use --json with --list.")
    if text is None:
        raise click.UsageError("Say what happened, in quotes, or use --list.")
    from cmalt_tui.workbench.evidence_bank import add_log

    desk = open_desk(capturing_folder(path, places), places)
    with conflicts_told(desk):
        kept = add_log(desk, text, date.today())
    say(f"kept in the log of {desk.portfolio.title}: {kept.file}")
    read = _told(kept.entry)
    if read:
        say(f"read as: {read}")


def _list(entries: tuple[LogEntry, ...], as_json: bool) -> None:
    newest_first = sorted(entries, key=lambda entry: (entry.date, entry.id), reverse=True)
    if as_json:
        print_json({"schema": 1, "log": [_as_json(entry) for entry in newest_first]})
        return
    for entry in newest_first:
        told = _told(entry)
        show(f"{entry.id}{f'  ({told})' if told else ''}")
        show(f"  {' '.join(entry.text.split())}\n")
    if not newest_first:
        say('The log is empty. Note something with: cmalt-tui log "what happened"')


def _told(entry: LogEntry) -> str:
    """What was read out of the line, in words."""
    length = f" of {entry.hours:g} h" if entry.hours else ""
    told = [long_date(entry.date), f"{entry.kind.value}{length}"]
    told += [", ".join(entry.sections), ", ".join(entry.principles)]
    told.append(", ".join(entry.evidence))
    return "; ".join(one for one in told if one)


def _as_json(entry: LogEntry) -> dict[str, object]:
    return {
        "id": entry.id,
        "date": entry.date.isoformat(),
        "kind": entry.kind.value,
        "hours": entry.hours,
        "sections": list(entry.sections),
        "principles": list(entry.principles),
        "evidence": list(entry.evidence),
        "text": entry.text,
    }
