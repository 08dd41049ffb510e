"""``cmalt-tui search``: passages of the example corpus."""

import os
import re
import sys

import click

from cmalt_tui.cli.printable import printable
from cmalt_tui.cli.speaking import print_json, report_to_terminal, say, show, tell_of_settings
from cmalt_tui.model.facets import Facets
from cmalt_tui.model.passage import Hit, SearchFilter
from cmalt_tui.model.query_help import QUERY_HELP
from cmalt_tui.model.year_range import YearRange, read_years
from cmalt_tui.places import personal_places
from cmalt_tui.plain_text import clean_line
from cmalt_tui.problems import InputProblem
from cmalt_tui.workbench.answers import READING_ONLY, answer_as_json, facets_as_json
from cmalt_tui.workbench.examples import open_examples

_MOST_VALUES = 8


class _SearchCommand(click.Command):
    """Takes ``-word`` for a word to exclude and not for a row of options of one letter."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put such words behind ``--``, where everything is a part of the query."""
        with_value = {
            name
            for option in self.params
            if isinstance(option, click.Option) and not option.is_flag
            for name in option.opts
        }
        end = args.index("--") if "--" in args else len(args)
        before = ["", *args[:end]]
        excluded = [
            number
            for number in range(end)
            if re.match(r"-[^\s-].", args[number]) and before[number] not in with_value
        ]
        others = [word for number, word in enumerate(args[:end]) if number not in excluded]
        words = [args[number] for number in excluded]
        return super().parse_args(ctx, [*others, "--", *words, *args[end + 1 :]])


def _years(_: click.Context, __: click.Parameter, typed: str) -> YearRange:
    years = read_years(typed) if typed else YearRange()
    if years is None:
        raise click.BadParameter("name a year or years, such as 2021, '>2021' or 2019-2022.")
    return years


def _help() -> str:
    width = max(len(example) for example, _ in QUERY_HELP)
    rows = "\n".join(f"{example:<{width}}  {meaning}" for example, meaning in QUERY_HELP)
    return (
        "Search the examples for QUERY; typing errors are forgiven.\n\n\b\n"
        f"{rows}\n\nQuotes and > mean something to a shell: put the whole QUERY between its quotes."
    )


@click.command("search", cls=_SearchCommand, help=_help())
@click.argument("query", nargs=-1, required=True)
@click.option("--section", default="", help="Only passages of this section, such as 1a.")
@click.option("--part", default="", help="Only description, evidence or reflection.")
@click.option("--pathway", default="", help="Only associate, cmalt or senior.")
@click.option("--author", default="", help="Only authors with these words in the name.")
@click.option("--sector", default="", help="Only sectors with these words.")
@click.option("--licence", default="", help="Only licences with these words, such as CC-BY.")
@click.option(
    "--year",
    default="",
    callback=_years,
    metavar="YEARS",
    help="Only 2021, '>2021', or 2019-2022.",
)
@click.option(
    "--limit", default=10, show_default=True, type=click.IntRange(1, 1000), help="Most passages."
)
@click.option("--facets", "counted", is_flag=True, help="Count what fits by section, year …")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def command(
    query: tuple[str, ...],
    section: str,
    part: str,
    pathway: str,
    author: str,
    sector: str,
    licence: str,
    year: YearRange,
    limit: int,
    counted: bool,
    as_json: bool,
) -> None:
    """Search; the help that is shown stands beside the options."""
    line = " ".join(query)
    if not line.strip():
        raise click.UsageError("The QUERY is empty. Name at least one word.")
    places = personal_places()
    tell_of_settings(places)
    examples = open_examples(places, report_to_terminal)
    if examples.is_empty:
        raise InputProblem(
            "there are no examples yet",
            "Add some with: cmalt-tui corpus add SOURCE, or cmalt-tui corpus add --sample",
        )
    only = SearchFilter(
        clean_line(section),
        clean_line(part),
        clean_line(pathway),
        clean_line(author),
        clean_line(sector),
        clean_line(licence),
        *year,
    )
    answer = examples.search(line, limit, only)
    facets = examples.facets(line, only) if counted else None
    if as_json:
        counts = {"facets": facets_as_json(facets)} if facets else {}
        print_json({**answer_as_json(answer), **counts})
        return
    say(f"{answer.total} of {answer.searched} passages, {answer.took_ms:.0f} ms")
    for typed, taken in answer.corrected.items():
        say(f"taken as: {typed} → {', '.join(taken)}")
    if answer.dropped:
        say(f"left out, as nothing fits: {', '.join(answer.dropped)}")
    if facets:
        _show_counts(facets)
    best = max((hit.score for hit in answer.hits), default=0.0) or 1.0
    for hit in answer.hits:
        click.echo(_shown(hit, best))


def _show_counts(facets: Facets) -> None:
    """A line a field, with its most frequent values."""
    if not facets.is_all:
        say(f"counted: the first {facets.counted} passages")
    for field, counts in facets.fields.items():
        values = [f"{value} {passages}" for value, passages in counts[:_MOST_VALUES]]
        more = [f"and {len(counts) - _MOST_VALUES} more"] if len(counts) > _MOST_VALUES else []
        if values:
            show(f"{field + ':':<9} {' · '.join([*values, *more])}")


def _shown(hit: Hit, best: float) -> str:
    """A hit with its score beside that of the best one, as on the screen."""
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
        f"\n{hit.score / best:.2f}  {printable(' · '.join(fact for fact in facts if fact))}",
        f"      {_marked(hit)}",
        f"      what works here: {printable(passage.works)}" if passage.works else "",
        f"      {printable(source)}",
        f"      nearly the same in: {printable(_names(hit))}" if hit.also else "",
    ]
    return "\n".join(line for line in lines if line)


def _names(hit: Hit) -> str:
    return "; ".join(
        " · ".join(name for name in (origin.portfolio, origin.author) if name)
        for origin in hit.also
    )


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
