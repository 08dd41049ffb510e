"""How the command line speaks: results on standard output, everything else on standard error."""

import json
import sys
from collections.abc import Mapping
from pathlib import Path

import click

from cmalt_tui.cli.printable import printable, printable_line
from cmalt_tui.places import Places
from cmalt_tui.problems import InputProblem
from cmalt_tui.progress import Pace, Progress
from cmalt_tui.settings import load_settings
from cmalt_tui.store import find_portfolio

_PACE = Pace()


def print_json(answer: Mapping[str, object]) -> None:
    """Print one JSON object, and nothing else, on standard output."""
    plain = "utf" not in (sys.stdout.encoding or "").lower()
    show(json.dumps(answer, ensure_ascii=plain, indent=1))


def show(result: str) -> None:
    """Print a result, or a line of one."""
    click.echo(printable(result))


def say(message: str) -> None:
    """Tell the person something that is not the result."""
    click.echo(printable(message), err=True)


def tell_of_settings(places: Places) -> None:
    """Say what in the person's settings can't be used; the defaults stand in for it."""
    _, notices = load_settings(places.settings_file)
    for notice in notices:
        say(f"note: {notice}")


def report_to_terminal(progress: Progress) -> None:
    """Show progress on one line that is written over; silent where nobody watches."""
    if not sys.stderr.isatty():
        return
    line = printable_line(_PACE.told(progress))[:78]
    finished = progress.total and progress.done >= progress.total
    click.echo(f"\r\x1b[K{'' if finished else line}", err=True, nl=False)


def portfolio_folder(path: Path | None) -> Path:
    """The portfolio that is meant: the path, or the folder that the person stands in.

    Raises:
        InputProblem: There is none.
    """
    start = path or Path.cwd()
    found = find_portfolio(start)
    if found is None or (path is not None and found != path.absolute() and found != path.resolve()):
        raise InputProblem(
            "is no portfolio: there is no portfolio.toml",
            "Name the portfolio's folder, or start one with: cmalt-tui new PATH",
            file=start,
        )
    return found
