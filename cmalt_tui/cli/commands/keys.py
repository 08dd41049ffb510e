"""``cmalt-tui keys``: every key of the screen."""

import click

from cmalt_tui.cli.speaking import say, show
from cmalt_tui.places import personal_places
from cmalt_tui.settings import load_settings
from cmalt_tui.workbench.key_list import key_rows, keys_as_markdown


@click.command("keys")
@click.option("--markdown", is_flag=True, help="As a table in Markdown, with the defaults.")
def command(markdown: bool) -> None:
    """List every key of the screen; remap one by its id in the settings, under [keys]."""
    if markdown:
        show(keys_as_markdown())
        return
    settings, notices = load_settings(personal_places().settings_file)
    for notice in notices:
        say(f"note: {notice}")
    scope = ""
    for row in key_rows(settings.keys):
        if row.scope != scope:
            scope = row.scope
            show(f"\n{scope}")
        show(f"  {row.keys:<24} {row.title:<30} {row.id}")
