"""``cmalt-tui evidence``: the evidence bank from the shell."""

from datetime import date, datetime
from pathlib import Path

import click

from cmalt_tui.cli.capturing import capturing_folder
from cmalt_tui.cli.paths import TypedPath
from cmalt_tui.cli.saving import conflicts_told
from cmalt_tui.cli.speaking import portfolio_folder, print_json, say
from cmalt_tui.model.evidence_kinds import PERMISSIONS
from cmalt_tui.model.portfolio import EvidenceItem
from cmalt_tui.places import personal_places
from cmalt_tui.plain_text import clean_line
from cmalt_tui.workbench.desk import open_desk

_LISTS = ("list", "for", "sections", "check")


class _EvidenceGroup(click.Group):
    """Imports what lists and suggests when it is asked for, so that taking in starts fast."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All names."""
        return [*super().list_commands(ctx), *_LISTS]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name."""
        if cmd_name not in _LISTS:
            return super().get_command(ctx, cmd_name)
        from cmalt_tui.cli.commands import evidence_lists

        return evidence_lists.COMMANDS[cmd_name]


@click.group("evidence", cls=_EvidenceGroup)
def command() -> None:
    """Take evidence in, list it, and find what fits where."""


@command.command("add")
@click.argument("source")
@click.argument("path", type=TypedPath(), required=False)
@click.option("--title", default="", help="What it is called.")
@click.option("--kind", default="", help="What it is: report, screenshot, testimonial …")
@click.option("--date", "day", type=click.DateTime(["%Y-%m-%d"]), help="Its date, 2026-03-01.")
@click.option("--section", default="", help="Use it in this section at once.")
@click.option("--shows", default="", help="With --section: what it shows there.")
@click.option("--permission", type=click.Choice(PERMISSIONS), help="Of the people in it.")
@click.option("--person", "people", multiple=True, help="Who is shown or named; may come again.")
@click.option("--role", default="", help="Your own part in it.")
@click.option("--access", default="", help="What an assessor needs to open it.")
@click.option("--alt", default="", help="What a picture shows, for those who don't see it.")
@click.option("--caption", default="", help="What stands below it.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def add(
    source: str,
    path: Path | None,
    title: str,
    kind: str,
    day: datetime | None,
    section: str,
    shows: str,
    permission: str | None,
    people: tuple[str, ...],
    role: str,
    access: str,
    alt: str,
    caption: str,
    as_json: bool,
) -> None:
    """Take SOURCE, a file, a web address or words, into the evidence of the portfolio at PATH.

    A file is copied in. Words stand for a thing that is neither file nor page: "certificate on
    the office wall". Title, kind and date are guessed where they aren't given. Without PATH it
    goes to the portfolio of the current folder, or else to the one that was opened last.
    """
    if shows and not section:
        raise click.UsageError("Use --shows with --section.")
    from cmalt_tui.workbench.evidence_bank import add_evidence

    places = personal_places()
    desk = open_desk(capturing_folder(path, places), places)
    given = EvidenceItem(
        "",
        "",
        date=day.date() if day else None,
        role=clean_line(role),
        permission=permission or "",
        people=tuple(clean_line(person) for person in people),
        access=clean_line(access),
        alt=clean_line(alt),
        caption=clean_line(caption),
    )
    with conflicts_told(desk):
        added = add_evidence(
            desk,
            source,
            date.today(),
            title=title,
            kind=kind,
            section=section,
            shows=shows,
            given=given,
        )
    if as_json:
        print_json({"schema": 1, "id": added.item.id, "new": added.is_new, "file": str(added.file)})
        return
    kept = "taken into the evidence of" if added.is_new else "is in the evidence already, in"
    say(f"{added.item.id}: {kept} {desk.portfolio.title}: {added.file}")
    if not desk.portfolio.uses_of(added.item.id):
        say(f"See which section it could serve: cmalt-tui evidence sections {added.item.id}")


@command.command("replace")
@click.argument("item")
@click.argument("source")
@click.argument("path", type=TypedPath(), required=False)
def replace(item: str, source: str, path: Path | None) -> None:
    """Let ITEM stand for SOURCE: another file, address or thing, or a file that had been lost."""
    from cmalt_tui.workbench.evidence_bank import replace_artefact

    desk = open_desk(portfolio_folder(path), personal_places())
    with conflicts_told(desk):
        done = replace_artefact(desk, item, source)
    where = done.item.file or done.item.url or done.item.physical
    say(f"{done.item.id} is {where} now: {done.file}")


@command.command("rename")
@click.argument("old")
@click.argument("new")
@click.argument("path", type=TypedPath(), required=False)
def rename(old: str, new: str, path: Path | None) -> None:
    """Give the item OLD the id NEW, also where sections, texts and the log name it."""
    from cmalt_tui.workbench.evidence_bank import known_item, rename_item

    desk = open_desk(portfolio_folder(path), personal_places(), lock=True)
    try:
        item = known_item(desk.portfolio, old)
        with conflicts_told(desk):
            rename_item(desk, item.id, new)
    finally:
        desk.close()
    say(f"{item.id} is called {new} now, wherever it is named.")
