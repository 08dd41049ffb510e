"""``cmalt-tui bin``: what was removed or replaced, listed, brought back or thrown away for good."""

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path, PurePosixPath

import click

from cmalt_tui.cli.paths import TypedPath
from cmalt_tui.cli.saving import save_changes
from cmalt_tui.cli.speaking import portfolio_folder, print_json, say, show
from cmalt_tui.model.dates import long_moment
from cmalt_tui.places import personal_places
from cmalt_tui.plain_text import amount
from cmalt_tui.problems import InputProblem, did_you_mean
from cmalt_tui.workbench.bin import Binned, bring_back, list_bin, places_in_bin, throw_away
from cmalt_tui.workbench.desk import Desk, open_desk

_MOST_DAYS = 36_500


@click.command("bin")
@click.argument("path", type=TypedPath(), required=False)
@click.option(
    "--bring-back", "files", metavar="FILE", multiple=True, help="Bring a file of the list back."
)
@click.option(
    "--empty",
    "days",
    metavar="DAYS",
    type=click.IntRange(0, _MOST_DAYS),
    help="Throw away for good what is older than so many days.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def command(path: Path | None, files: tuple[str, ...], days: int | None, as_json: bool) -> None:
    """List what was removed from the portfolio at PATH, and versions that others replaced.

    What is brought back is named by its file, as the list has it: bin/sections/1a.toml. It stays
    in the bin as well. What is thrown away can't be brought back.
    """
    if files and days is not None:
        raise click.UsageError("Use either --bring-back or --empty.")
    folder = portfolio_folder(path)
    told: list[str] = []
    gone = 0
    if files or days is not None:
        desk = open_desk(folder, personal_places(), lock=True)
        try:
            if days is None:
                told = _brought_back(desk, files)
            else:
                gone = throw_away(desk, places_in_bin(folder, timedelta(days=days)))
        finally:
            desk.close()
    listed = list_bin(folder)
    if as_json:
        print_json(
            {
                "schema": 1,
                "bin": [_as_json(binned) for binned in listed],
                "brought_back": list(files),
                "thrown_away": gone,
            }
        )
    elif days is not None:
        show(f"Thrown away for good: {amount(gone, 'thing')}. {amount(len(listed), 'thing')} left.")
    elif told:
        for line in told:
            show(line)
    else:
        _show(listed)


def _brought_back(desk: Desk, files: Sequence[str]) -> list[str]:
    """Bring all of the files back, or none; what was done, in words."""
    there = {str(binned.place): binned.place for binned in list_bin(desk.folder)}
    for file in files:
        if PurePosixPath(file).as_posix() not in there:
            way_out = did_you_mean(file, there, "See what there is with: cmalt-tui bin")
            raise InputProblem(f'there is no "{file}" in the bin', way_out)
    told = [bring_back(desk, there[PurePosixPath(file).as_posix()]) for file in files]
    save_changes(desk)
    return told


def _show(listed: Sequence[Binned]) -> None:
    for binned in listed:
        show(f"{binned.place}  ({_why(binned)} {long_moment(binned.when)})")
        show(f"  {binned.what}{': ' if binned.first_words else ''}{binned.first_words}\n")
    if listed:
        say("Bring one back with: cmalt-tui bin --bring-back FILE")
    else:
        say("Nothing was removed or replaced so far.")


def _why(binned: Binned) -> str:
    return "replaced" if binned.is_replaced else "removed"


def _as_json(binned: Binned) -> dict[str, object]:
    return {
        "place": str(binned.place),
        "path": str(binned.path),
        "what": binned.what,
        "when": binned.when.isoformat(timespec="seconds"),
        "replaced": binned.is_replaced,
        "first_words": binned.first_words,
    }
