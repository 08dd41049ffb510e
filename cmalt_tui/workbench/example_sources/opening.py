"""One source of examples, whatever its kind, turned into an origin and passages."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from cmalt_tui.corpus import (
    FACTS_FILE,
    PASSAGES_FILE,
    Sieve,
    count_lines,
    cut_passages,
    folded,
    is_lines,
    lies_in,
    origin_file_of,
    passages_of_portfolio,
    read_facts,
    read_origin,
    read_passages,
)
from cmalt_tui.frameworks import load_framework
from cmalt_tui.model.example_source import LeftOut
from cmalt_tui.model.framework import Framework
from cmalt_tui.model.import_plan import ImportPlan
from cmalt_tui.model.outline import entries
from cmalt_tui.model.passage import Origin, Passage
from cmalt_tui.model.portfolio import DECLARATION, Portfolio
from cmalt_tui.places import Places
from cmalt_tui.plain_text import count_words, slug
from cmalt_tui.problems import InputProblem
from cmalt_tui.progress import Report
from cmalt_tui.store import PORTFOLIO_FILE, open_portfolio_folder

# What an import takes off a document and hands on in another way is nothing left out.
_HANDED_ON = ("front matter", "title")
_LEAST_WORDS = 4
_NOBODY = Origin("")
_NONE: Mapping[str, str] = {}


@dataclass(frozen=True)
class Source:
    """A source, opened.

    Attributes:
        id: The id that it would have in the corpus.
        passages: In order; they are read as they are taken.
        left_out: What was not taken in; all of it is known after the last passage.
        count: How many passages there are at most, to tell progress by.
    """

    id: str
    origin: Origin
    passages: Iterable[Passage]
    left_out: Callable[[], tuple[LeftOut, ...]]
    count: int


def open_source(
    path: Path,
    framework: Framework,
    places: Places,
    report: Report,
    name: str = "",
    told: Origin = _NOBODY,
    links: Mapping[str, str] = _NONE,
) -> Source:
    """Open a source of any kind.

    Args:
        path: A JSON Lines file, a folder that holds passages, a portfolio folder, a document or
            a folder of documents.
        framework: The framework to whose sections documents are mapped.
        places: Where the person's own frameworks are.
        report: Told about each document.
        name: What to call it where it has no title; the name of its file otherwise.
        told: Whose it is, where nothing in it or beside it says so.
        links: The web address of each of its documents, by file, where they have one.

    Raises:
        InputProblem: The source is not there, can't be read, or holds no passage.
    """
    path = path.absolute()
    if not path.exists():
        raise InputProblem("there is no such file or folder", "Check the path.", file=path)
    told = _told_origin(path) or told
    if path.is_file() and is_lines(path):
        return _passages_file(path, name or path.stem, told, framework)
    if lies_in(path, PASSAGES_FILE):
        return _passages_file(path / PASSAGES_FILE, name or path.name, told, framework)
    if (path / PORTFOLIO_FILE).is_file():
        return _portfolio(path, told, places)
    return _documents(path, name or path.stem, told, links, framework, report)


def sieve_for(framework: Framework, titles: Iterable[str] = ()) -> Sieve:
    """Make the sieve that keeps guidance, contents lists and navigation out of the corpus.

    Args:
        framework: Its titles make up contents lists, and its questions are nobody's own text.
        titles: More titles, those of the source.
    """
    from cmalt_tui.intake import kind_of_paragraph

    known = {folded(title) for title in titles}
    asked: list[str] = []
    for part in framework.parts:
        asked += [part.ask, *part.prompts]
    for section in framework.sections:
        for title in section.names:
            known |= {folded(title), folded(f"{section.id} {title}")}
        asked += section.advice
    return Sieve(kind_of_paragraph, {folded(one) for one in asked} - {""}, known - {""})


def _passages_file(file: Path, name: str, told: Origin, framework: Framework) -> Source:
    passages = read_passages(file)
    first = next(passages, None)
    if first is None:
        raise InputProblem("holds no passage", "Write one JSON object a line.", file=file)
    sieve = sieve_for(framework)
    own = first.origin
    if told.portfolio:
        # What the first passage says of itself need not hold for a whole that has another title.
        own = replace(own, source="", licence="", sector="")
    sifted = sieve.sift(_told_of(chain([first], passages), told))
    return Source(slug(name), told.filled(own), sifted, sieve.left_out, count_lines(file))


def _told_of(passages: Iterable[Passage], told: Origin) -> Iterable[Passage]:
    """Fill in what is said beside a file: it holds for all portfolios in that file."""
    if told == _NOBODY:
        return passages
    return (replace(passage, origin=passage.origin.filled(told)) for passage in passages)


def _portfolio(folder: Path, told: Origin, places: Places) -> Source:
    whole = open_portfolio_folder(folder).load()
    framework = load_framework(whole.framework, places)
    portfolio = _without_parked(whole, framework)
    year = portfolio.created.year if portfolio.created else 0
    own = Origin(portfolio.title, portfolio.author, pathway=portfolio.pathway, year=year)
    origin = told.filled(own)
    sieve = sieve_for(framework, (section.title for section in portfolio.sections.values()))
    passages = list(sieve.sift(passages_of_portfolio(portfolio, origin)))
    if not passages:
        raise InputProblem("holds no text yet", "Write in it first, or name another.", file=folder)
    return Source(_id_of(origin), origin, passages, sieve.left_out, len(passages))


def _documents(
    path: Path,
    name: str,
    told: Origin,
    links: Mapping[str, str],
    framework: Framework,
    report: Report,
) -> Source:
    from cmalt_tui.intake import plan_import, read_sources

    plan = plan_import(read_sources([path], report), framework, None, report)
    origin = told.filled(Origin(plan.title or name, plan.author, pathway=plan.pathway))
    sieve = sieve_for(framework, (placed.heading for placed in plan.placed))
    _count_out(plan, sieve)
    cut = [
        passage
        for placed in plan.placed
        if placed.part != DECLARATION
        for passage in cut_passages(
            placed.section,
            placed.part,
            placed.heading,
            placed.text,
            replace(origin, source=origin.source or links.get(placed.file, "")),
        )
    ]
    passages = []
    for passage in sieve.sift(cut):
        words = count_words(passage.text)
        if words >= _LEAST_WORDS:
            passages.append(passage)
        else:  # what a picture was called that is not there any more
            sieve.count("scrap of text", words)
    if not passages:
        raise InputProblem(
            "has no text that belongs to a section",
            "Look where its text goes with: cmalt-tui import SOURCE --into NEW --dry-run",
            file=path,
        )
    return Source(_id_of(origin), origin, passages, sieve.left_out, len(passages))


def _count_out(plan: ImportPlan, sieve: Sieve) -> None:
    """Count what the import itself has kept out of the passages."""
    for stripped in plan.stripped:
        if stripped.kind not in _HANDED_ON:
            sieve.count(stripped.kind, stripped.words)
    for unplaced in plan.unplaced:
        sieve.count("text of no section", unplaced.words)
    for placed in plan.placed:
        if placed.part == DECLARATION:
            sieve.count("declaration", count_words(placed.text))
    for skipped in plan.skipped:
        sieve.count(skipped.kind, 0)


def _without_parked(portfolio: Portfolio, framework: Framework) -> Portfolio:
    """What the pathway leaves out is not shown to anybody else."""
    shown = {entry.id for entry in entries(framework, portfolio) if not entry.parked}
    kept = {name: section for name, section in portfolio.sections.items() if name in shown}
    return replace(portfolio, sections=kept)


def _id_of(origin: Origin) -> str:
    return slug(f"{origin.portfolio} {origin.author}")


def _told_origin(source: Path) -> Origin | None:
    """What a ``source.toml`` or a ``source.json`` says of where a source comes from, if any."""
    file = origin_file_of(source)
    if file is not None:
        return read_origin(file)
    if lies_in(source, FACTS_FILE):
        return read_facts(source / FACTS_FILE)[0]
    return None
