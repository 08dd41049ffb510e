"""``cmalt-tui doctor``: what is installed, and what to do about the rest."""

from itertools import chain

import click

from cmalt_tui.cli.group import EXIT_FINDINGS
from cmalt_tui.cli.speaking import show
from cmalt_tui.places import personal_places
from cmalt_tui.ui.tried_versions import TRIED, is_tried
from cmalt_tui.workbench.inspection import Check, Health, checks


@click.command("doctor")
@click.pass_context
def command(ctx: click.Context) -> None:
    """Check what is installed, and say what to do about the rest."""
    wrong = False
    for check in chain(checks(personal_places()), [_frames()]):
        wrong = wrong or check.health is Health.WRONG
        show(f"{check.health.value:<8} {check.name:<22} {check.found}")
        if check.way_out:
            show(f"{'':<31} {check.way_out}")
    if wrong:
        ctx.exit(EXIT_FINDINGS)


def _frames() -> Check:
    """Whether only changed cells are sent to the terminal, which a slow line depends on."""
    name, tried = "light frames", " or ".join(TRIED)
    if is_tried():
        return Check(name, Health.OK, f"on, as tried with Textual {tried}")
    return Check(
        name,
        Health.MISSING,
        f"off: tried with Textual {tried} on Linux and macOS only; all else works without",
        f"For quick keys on a slow line run: pip install textual=={TRIED[-1]}",
    )
