"""``cmalt-tui themes``: all colour themes."""

import click

from cmalt_tui.cli.speaking import say, show
from cmalt_tui.places import personal_places, shipped
from cmalt_tui.settings import load_settings, load_themes


@click.command("themes")
def command() -> None:
    """List the colour themes; choose one on the screen, or in the settings as theme = "…"."""
    places = personal_places()
    settings, notices = load_settings(places.settings_file)
    themes, problems = load_themes((shipped("themes"), places.own_themes))
    for theme in themes:
        mark = "*" if theme.name == settings.theme else " "
        kind = "dark" if theme.dark else "light"
        contrast = ", high contrast" if theme.high_contrast else ""
        show(f"{mark} {theme.name:<22} {theme.title} ({kind}{contrast})")
    for notice in notices:
        say(f"note: {notice}")
    for problem in problems:
        say(f"left out: {problem}")
