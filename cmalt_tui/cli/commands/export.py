"""``cmalt-tui export``: a portfolio becomes a document."""

from pathlib import Path

import click

from cmalt_tui.cli.paths import TypedPath
from cmalt_tui.cli.speaking import portfolio_folder, report_to_terminal, say, show
from cmalt_tui.places import personal_places
from cmalt_tui.workbench.desk import open_desk
from cmalt_tui.workbench.exporting import Audience, ExportNote, Format, export_desk


@click.command("export")
@click.argument("path", type=TypedPath(), required=False)
@click.option(
    "--to",
    "formats",
    required=True,
    multiple=True,
    type=click.Choice([wanted.value for wanted in Format]),
    help="The format; may be given several times. A zip holds documents with the evidence files; "
    "a site is a folder of web pages; an archive is the whole portfolio, for import.",
)
@click.option("-o", "--output", type=TypedPath(), help="A file, or a folder.")
@click.option(
    "--inside",
    multiple=True,
    type=click.Choice([wanted.value for wanted in Format if wanted.is_document]),
    help="A document that the zip holds; may be given several times. Otherwise those that are "
    "written beside it, or html.",
)
@click.option(
    "--audience",
    default=Audience.ASSESSOR.value,
    show_default=True,
    type=click.Choice([audience.value for audience in Audience]),
    help="For whom it is; decides what is left out.",
)
def command(
    path: Path | None,
    formats: tuple[str, ...],
    output: Path | None,
    inside: tuple[str, ...],
    audience: str,
) -> None:
    """Write the portfolio at PATH as a document. Private notes and parked sections stay out."""
    desk = open_desk(portfolio_folder(path), personal_places())
    wanted = [Format(name) for name in dict.fromkeys(formats)]
    documents = [Format(name) for name in inside]
    made = export_desk(desk, wanted, output, Audience(audience), report_to_terminal, documents)
    for note in dict.fromkeys(_told(note) for exported in made for note in exported.notes):
        say(f"note: {note}")
    for exported in made:
        show(str(exported.file))


def _told(note: ExportNote) -> str:
    place = note.section or note.item
    return note.message if not place or place in note.message else f"{note.message} ({place})"
