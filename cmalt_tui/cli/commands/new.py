"""``cmalt-tui new``: an empty portfolio."""

from pathlib import Path

import click

from cmalt_tui.cli.paths import TypedPath
from cmalt_tui.cli.speaking import say
from cmalt_tui.frameworks import DEFAULT_FRAMEWORK
from cmalt_tui.places import personal_places
from cmalt_tui.workbench.beginnings import new_portfolio


@click.command("new")
@click.argument("path", type=TypedPath())
@click.option("--pathway", help="associate, cmalt or senior; the framework's own otherwise.")
@click.option("--framework", default=DEFAULT_FRAMEWORK, show_default=True, help="Its id.")
@click.option("--title", default="", help="What stands on the title page.")
@click.option("--author", default="", help="Your name.")
def command(path: Path, pathway: str | None, framework: str, title: str, author: str) -> None:
    """Start an empty portfolio in the new folder PATH."""
    new_portfolio(
        path,
        personal_places(),
        framework=framework,
        pathway=pathway,
        title=title,
        author=author,
    )
    say(f"made: {path}\nopen it with: cmalt-tui {path}")
