"""``cmalt-tui demo``: a fresh copy of the samples, opened."""

from pathlib import Path

import click

from cmalt_tui.cli.paths import TypedPath
from cmalt_tui.cli.screen import draw_screen, run_screen
from cmalt_tui.cli.speaking import report_to_terminal, say
from cmalt_tui.places import personal_places
from cmalt_tui.workbench.beginnings import fresh_demo


@click.command("demo")
@click.option("--at", metavar="SECTION[/PART]", default="", help="Start there: 1a/description.")
@click.option(
    "--picture",
    type=TypedPath(folder=False),
    help="Write the screen as an SVG picture instead of opening it.",
)
@click.option(
    "--columns",
    default=120,
    type=click.IntRange(40, 500),
    show_default=True,
    help="Width of the picture.",
)
@click.option(
    "--lines",
    default=36,
    type=click.IntRange(10, 200),
    show_default=True,
    help="Height of the picture.",
)
def command(at: str, picture: Path | None, columns: int, lines: int) -> None:
    """Open a fresh copy of the sample portfolio, with examples to search.

    What you change is kept until the next demo; nothing of yours is touched.
    """
    places = personal_places()
    demo = fresh_demo(places, report_to_terminal)
    if picture is None:
        run_screen(places, folder=demo.folder, at=at, examples=demo.examples)
    else:
        draw_screen(places, picture, (columns, lines), demo.folder, at=at, examples=demo.examples)
        say(f"written: {picture}")
