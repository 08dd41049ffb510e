"""``cmalt-tui locate``: where things are."""

import click

from cmalt_tui.cli.speaking import show
from cmalt_tui.places import personal_places
from cmalt_tui.workbench.inspection import locations


@click.command("locate")
def command() -> None:
    """Show where settings, words, themes, examples, drafts and the index are."""
    for place in locations(personal_places()):
        show(f"{place.name:<36} {place.path}{'' if place.exists else '  (not there yet)'}")
