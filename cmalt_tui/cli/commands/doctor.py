"""``cmalt-tui doctor``: what is installed, and what to do about the rest."""

import click

from cmalt_tui.cli.group import EXIT_FINDINGS
from cmalt_tui.cli.speaking import show
from cmalt_tui.places import personal_places
from cmalt_tui.workbench.inspection import Health, checks


@click.command("doctor")
@click.pass_context
def command(ctx: click.Context) -> None:
    """Check what is installed, and say what to do about the rest."""
    wrong = False
    for check in checks(personal_places()):
        wrong = wrong or check.health is Health.WRONG
        show(f"{check.health.value:<8} {check.name:<22} {check.found}")
        if check.way_out:
            show(f"{'':<31} {check.way_out}")
    if wrong:
        ctx.exit(EXIT_FINDINGS)
