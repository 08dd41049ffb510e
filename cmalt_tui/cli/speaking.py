"""How the command line speaks: results on standard output, everything else on standard error."""

import json
import sys
from collections.abc import Mapping
from pathlib import Path

import click

from cmalt_tui.problems import InputProblem
from cmalt_tui.progress import Progress
from cmalt_tui.store import find_portfolio


def print_json(answer: Mapping[str, object]) -> None:
    """Print one JSON object, and nothing else, on standard output."""
    click.echo(json.dumps(answer, ensure_ascii=False, indent=1))


def say(message: str) -> None:
    """Tell the person something that is not the result."""
    click.echo(message, err=True)


def report_to_terminal(progress: Progress) -> None:
    """Show progress on one line that is written over; silent where nobody watches."""
    if not sys.stderr.isatty():
        return
    share = f"{progress.done}/{progress.total} " if progress.total else ""
    line = f"{share}{progress.what}"[:78]
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
