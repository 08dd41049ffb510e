"""``cmalt-tui open``: the terminal program, or the line mode."""

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
@click.option("--plain", is_flag=True, help="Line by line, with no screen: for screen readers.")
@click.pass_context
def command(context: click.Context, path: Path | None, at: str, plain: bool) -> None:
    """Open the portfolio at PATH, or that of the current folder; else a welcome screen."""
    plain = plain or bool(context.obj)
    gone = path is not None and not path.exists()
    folder = None if gone else find_portfolio(path or Path.cwd())
    if folder is None and (path is not None or plain):
        place = path or Path.cwd()
        raise InputProblem(
            "doesn't exist" if gone else "is no portfolio: there is no portfolio.toml",
            f"Start one with: cmalt-tui new {path or 'PATH'}",
            file=place,
        )
    if plain and folder is not None:
        from cmalt_tui.cli.plain.starting import run_plain

        run_plain(personal_places(), folder, at)
    else:
        run_screen(personal_places(), folder=folder, at=at)
