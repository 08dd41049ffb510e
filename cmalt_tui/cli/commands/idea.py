"""``cmalt-tui idea``: an idea in one line, kept in the inbox of a portfolio."""

from datetime import date
from pathlib import Path

import click

from cmalt_tui.cli.capturing import capturing_folder
from cmalt_tui.cli.paths import TypedPath
from cmalt_tui.cli.speaking import say
from cmalt_tui.places import personal_places
from cmalt_tui.workbench.capture import capture_into


@click.command("idea")
@click.argument("text")
@click.argument("path", type=TypedPath(), required=False)
def command(text: str, path: Path | None) -> None:
    """Note the idea TEXT in the inbox of the portfolio at PATH.

    Without PATH it goes to the portfolio of the current folder, or else to the one that was opened
    last. It also works while the portfolio is open on the screen.
    """
    places = personal_places()
    kept = capture_into(capturing_folder(path, places), places, text, date.today())
    say(f"kept in the inbox of {kept.title}: {kept.file}")
