"""What a person names as a source of examples, turned into an origin and passages."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from cmalt_tui.corpus import (
    ORIGIN_FILE,
    cut_passages,
    passages_of_portfolio,
    read_origin,
    read_passages,
)
from cmalt_tui.frameworks import load_framework
from cmalt_tui.model.framework import Framework
from cmalt_tui.model.outline import entries
from cmalt_tui.model.passage import Origin, Passage
from cmalt_tui.model.portfolio import Portfolio
from cmalt_tui.places import Places
from cmalt_tui.plain_text import slug
from cmalt_tui.problems import InputProblem
from cmalt_tui.progress import Report
from cmalt_tui.store import find_portfolio, open_portfolio_folder

JSON_LINES = (".jsonl", ".ndjson")


@dataclass(frozen=True)
class Source:
    """A source, opened: its id in the corpus, where it comes from, and its passages in order."""

    id: str
    origin: Origin
    passages: Iterable[Passage]


def open_source(source: Path, framework: Framework, places: Places, report: Report) -> Source:
    """Open a source of any kind.

    Args:
        source: A JSON Lines file, a portfolio folder, a document or a folder of documents.
        framework: The framework to whose sections documents are mapped.
        places: Where the person's own frameworks are.
        report: Told about each document.

    Raises:
        InputProblem: The source is not there, can't be read, or holds no passage.
    """
    source = source.absolute()
    if not source.exists():
        raise InputProblem("there is no such file or folder", "Check the path.", file=source)
    if source.suffix.lower() in JSON_LINES and source.is_file():
        return _passages_file(source)
    if source.is_dir() and find_portfolio(source) == source:
        return _portfolio(source, places)
    return _documents(source, framework, report)


def _passages_file(file: Path) -> Source:
    passages: Iterator[Passage] = read_passages(file)
    first = next(passages, None)
    if first is None:
        raise InputProblem("holds no passage", "Write one JSON object a line.", file=file)
    told = _origin_beside(file)
    origin = told if told.portfolio else first.origin
    return Source(slug(file.stem), origin, chain([first], passages))


def _portfolio(folder: Path, places: Places) -> Source:
    portfolio = _without_parked(open_portfolio_folder(folder).load(), places)
    year = portfolio.created.year if portfolio.created else 0
    origin = _filled(
        _origin_beside(folder), portfolio.title, portfolio.author, portfolio.pathway, year
    )
    passages = list(passages_of_portfolio(portfolio, origin))
    if not passages:
        raise InputProblem("holds no text yet", "Write in it first, or name another.", file=folder)
    return Source(_id_of(origin), origin, passages)


def _documents(source: Path, framework: Framework, report: Report) -> Source:
    from cmalt_tui.intake import plan_import, read_sources

    plan = plan_import(read_sources([source], report), framework, None, report)
    title = plan.title or source.stem
    origin = _filled(_origin_beside(source), title, plan.author, plan.pathway, 0)
    passages = [
        passage
        for placed in plan.placed
        for passage in cut_passages(
            placed.section, placed.part, placed.heading, placed.text, origin
        )
    ]
    if not passages:
        raise InputProblem(
            "has no text that belongs to a section",
            "Look where its text goes with: cmalt-tui import SOURCE --into NEW --dry-run",
            file=source,
        )
    return Source(_id_of(origin), origin, passages)


def _without_parked(portfolio: Portfolio, places: Places) -> Portfolio:
    """What the pathway leaves out is not shown to anybody else."""
    framework = load_framework(portfolio.framework, places)
    shown = {entry.id for entry in entries(framework, portfolio) if not entry.parked}
    kept = {name: section for name, section in portfolio.sections.items() if name in shown}
    return replace(portfolio, sections=kept)


def _filled(told: Origin, title: str, author: str, pathway: str, year: int) -> Origin:
    """What a person said of a source, filled up with what the source says of itself."""
    return replace(
        told,
        portfolio=told.portfolio or title,
        author=told.author or author,
        pathway=told.pathway or pathway,
        year=told.year or year,
    )


def _id_of(origin: Origin) -> str:
    return slug(f"{origin.portfolio} {origin.author}")


def _origin_beside(source: Path) -> Origin:
    """What a ``source.toml`` in a folder, or beside a file, says of where it comes from."""
    folder = source if source.is_dir() else source.parent
    named = source.with_name(f"{source.stem}.{ORIGIN_FILE}")
    for file in (named, folder / ORIGIN_FILE):
        if file.is_file():
            return read_origin(file)
    return Origin("")
