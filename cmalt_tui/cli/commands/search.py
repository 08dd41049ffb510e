"""``cmalt-tui search``: passages of the example corpus."""

import os
import sys

import click

from cmalt_tui.cli.printable import printable
from cmalt_tui.cli.speaking import print_json, say, tell_of_settings
from cmalt_tui.model.passage import Hit, SearchFilter
from cmalt_tui.places import personal_places
from cmalt_tui.problems import InputProblem
from cmalt_tui.workbench.answers import READING_ONLY, answer_as_json
from cmalt_tui.workbench.examples import open_examples


@click.command("search")
@click.argument("query", nargs=-1, required=True)
@click.option("--section", default="", help="Only passages of this section, such as 1a.")
@click.option("--part", default="", help="Only description, evidence or reflection.")
@click.option("--pathway", default="", help="Only associate, cmalt or senior.")
@click.option(
    "--limit", default=10, show_default=True, type=click.IntRange(1, 1000), help="Most passages."
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def command(
    query: tuple[str, ...], section: str, part: str, pathway: str, limit: int, as_json: bool
) -> None:
    """Search the examples for QUERY: words, "a phrase"; typing errors are forgiven."""
    if not " ".join(query).strip():
        raise click.UsageError("The QUERY is empty. Name at least one word.")
    places = personal_places()
    tell_of_settings(places)
    examples = open_examples(places)
    if examples.is_empty:
        raise InputProblem(
            "there are no examples yet",
            "Add some with: cmalt-tui corpus add SOURCE, or cmalt-tui corpus add --sample",
        )
    answer = examples.search(" ".join(query), limit, SearchFilter(section, part, pathway))
    if as_json:
        print_json(answer_as_json(answer))
        return
    say(f"{answer.total} of {answer.searched} passages, {answer.took_ms:.0f} ms")
    for typed, taken in answer.corrected.items():
        say(f"taken as: {typed} → {', '.join(taken)}")
    if answer.dropped:
        say(f"left out, as nothing fits: {', '.join(answer.dropped)}")
    for hit in answer.hits:
        click.echo(_shown(hit))


def _shown(hit: Hit) -> str:
    passage, origin = hit.passage, hit.passage.origin
    place = " ".join(part for part in (passage.section, passage.part) if part)
    facts = [
        origin.portfolio,
        origin.author,
        origin.sector,
        origin.pathway,
        str(origin.year or ""),
        place,
    ]
    source = " · ".join(part for part in (origin.source, origin.licence or READING_ONLY) if part)
    lines = [
        f"\n{hit.score:.2f}  {printable(' · '.join(fact for fact in facts if fact))}",
        f"      {_marked(hit)}",
        f"      what works here: {printable(passage.works)}" if passage.works else "",
        f"      {printable(source)}",
    ]
    return "\n".join(line for line in lines if line)


def _marked(hit: Hit) -> str:
    """The snippet with its matches bold on a terminal, in ‹marks› elsewhere."""
    coloured = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    pieces, end = [], 0
    for start, stop in hit.highlights:
        match = printable(hit.snippet[start:stop])
        pieces += [
            printable(hit.snippet[end:start]),
            click.style(match, bold=True) if coloured else f"‹{match}›",
        ]
        end = stop
    return "".join([*pieces, printable(hit.snippet[end:])])
