"""``cmalt-tui sessions``: when and how much was written."""

from datetime import date

import click

from cmalt_tui.cli.speaking import print_json, show
from cmalt_tui.places import personal_places
from cmalt_tui.workbench.session_log import logged_sessions
from cmalt_tui.workbench.session_picture import picture, sessions_as_json


@click.command("sessions")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def command(as_json: bool) -> None:
    """Show when and how much was written in the last weeks.

    The log holds times and numbers, and nothing of the texts; it is on this machine alone.
    """
    sessions = logged_sessions(personal_places())
    if as_json:
        print_json(sessions_as_json(sessions, date.today()))
        return
    for line in picture(sessions, date.today()):
        show(line)
