"""``cmalt-tui open``: the terminal program."""

from pathlib import Path

import click

from cmalt_tui.cli.paths import TypedPath
from cmalt_tui.cli.screen import run_screen
from cmalt_tui.places import personal_places
from cmalt_tui.problems import InputProblem
from cmalt_tui.store import find_portfolio


@click.command("open")
@click.argument("path", type=TypedPath(), required=False)
@click.option("--at", metavar="SECTION[/PART]", default="", help="Start there: 1a/description.")
def command(path: Path | None, at: str) -> None:
    """Open the portfolio at PATH, or that of the current folder; else a welcome screen."""
    gone = path is not None and not path.exists()
    folder = None if gone else find_portfolio(path or Path.cwd())
    if folder is None and path is not None:
        raise InputProblem(
            "doesn't exist" if gone else "is no portfolio: there is no portfolio.toml",
            f"Start one with: cmalt-tui new {path}",
            file=path,
        )
    run_screen(personal_places(), folder=folder, at=at)
