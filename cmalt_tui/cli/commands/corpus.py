"""``cmalt-tui corpus``: the examples, other people's public portfolios."""

from pathlib import Path

import click

from cmalt_tui.cli.paths import TypedPath
from cmalt_tui.cli.speaking import print_json, report_to_terminal, say, show, tell_of_settings
from cmalt_tui.frameworks import DEFAULT_FRAMEWORK
from cmalt_tui.places import personal_places
from cmalt_tui.problems import InputProblem
from cmalt_tui.workbench.answers import READING_ONLY
from cmalt_tui.workbench.examples import open_examples


@click.group("corpus")
def command() -> None:
    """Add, list and remove examples: other people's public portfolios."""


@command.command("add")
@click.argument("sources", nargs=-1, type=TypedPath())
@click.option("--sample", is_flag=True, help="Add the sample corpus that comes with the program.")
@click.option("--framework", default=DEFAULT_FRAMEWORK, show_default=True, help="Its id.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def add(sources: tuple[Path, ...], sample: bool, framework: str, as_json: bool) -> None:
    """Add SOURCES: JSON Lines files, portfolio folders, documents or folders of documents."""
    if not sources and not sample:
        raise click.UsageError("Name a SOURCE, or use --sample.")
    from cmalt_tui.frameworks import load_framework

    places = personal_places()
    tell_of_settings(places)
    examples = open_examples(places)
    added = examples.add_samples(report_to_terminal) if sample else ()
    if sources:
        added += examples.add(sources, load_framework(framework, places), report_to_terminal)
    if as_json:
        rows = [{"id": one.id, "portfolio": one.title, "passages": one.passages} for one in added]
        print_json({"schema": 1, "added": rows})
        return
    for one in added:
        show(f"{one.id}: {one.passages} passages")


@command.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def list_sources(as_json: bool) -> None:
    """List the sources with their authors and licences."""
    places = personal_places()
    tell_of_settings(places)
    sources = open_examples(places).sources()
    if as_json:
        rows = [
            {
                "id": source.id,
                "portfolio": source.title,
                "author": source.author,
                "licence": source.licence,
                "passages": source.passages,
                **({"problem": str(source.problem)} if source.problem else {}),
            }
            for source in sources
        ]
        print_json({"schema": 1, "sources": rows})
        return
    if not sources:
        say("No examples yet. Add some with: cmalt-tui corpus add SOURCE, or corpus add --sample")
    for source in sources:
        told = f"{source.id:<32} {source.passages:>7} passages  {source.title}"
        show(f"{told}, {source.author}, {source.licence or READING_ONLY}")
        if source.problem:
            say(f"  {source.problem}")


@command.command("remove")
@click.argument("source_ids", nargs=-1, required=True)
def remove(source_ids: tuple[str, ...]) -> None:
    """Remove sources by their ids (see: corpus list)."""
    examples = open_examples(personal_places())
    known = {source.id for source in examples.sources()}
    unknown = [source_id for source_id in source_ids if source_id not in known]
    if unknown:
        raise InputProblem(f"there is no source {unknown[0]!r}", "See: cmalt-tui corpus list")
    for source_id in source_ids:
        examples.remove(source_id)
        say(f"removed: {source_id}")
