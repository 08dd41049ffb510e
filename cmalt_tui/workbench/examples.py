"""The example corpus as both front ends use it: add, list, remove, search."""

from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

from cmalt_tui.corpus import (
    AddedSource,
    ExampleCorpus,
    SourceSummary,
    cut_passages,
    passages_of_portfolio,
    read_origin,
    read_passages,
)
from cmalt_tui.model.framework import Framework
from cmalt_tui.model.outline import base_id
from cmalt_tui.model.passage import Answer, Origin, Passage, SearchFilter
from cmalt_tui.places import Places, shipped
from cmalt_tui.plain_text import slug
from cmalt_tui.problems import InputProblem
from cmalt_tui.progress import Report, unreported
from cmalt_tui.settings import load_settings
from cmalt_tui.store import find_portfolio, open_portfolio_folder

JSON_LINES = (".jsonl", ".ndjson")
SOURCE_FILE = "source.toml"


class Examples:
    """One example corpus and its index."""

    def __init__(self, places: Places, folder: Path | None = None) -> None:
        """Name the corpus; nothing is read before it is used.

        Args:
            places: Where the index is kept, and the corpus if no other is named.
            folder: Another corpus than the person's own.
        """
        self.corpus = ExampleCorpus(folder or places.corpus, places.cache)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to search yet."""
        return not self.corpus.sources()

    def sources(self) -> tuple[SourceSummary, ...]:
        """What the corpus is made of."""
        return self.corpus.sources()

    def remove(self, source_id: str) -> None:
        """Take a source out; an unknown one is an `InputProblem` that names the close ones."""
        self.corpus.remove(source_id)

    def search(self, query: str, limit: int = 20, only: SearchFilter | None = None) -> Answer:
        """Search all passages; see `ExampleCorpus.search`."""
        return self.corpus.search(query, limit, only or SearchFilter())

    def for_section(self, section_id: str, part: str, text: str, limit: int = 20) -> Answer:
        """Passages for the section at hand, the nearest to what has been written first."""
        return self.corpus.for_section(base_id(section_id), part, text, limit)

    def section_of(self, passage_id: str) -> tuple[Passage, ...]:
        """All passages of the section that a passage was cut from, in order."""
        return self.corpus.section_of(passage_id)

    def add_samples(self, report: Report = unreported) -> tuple[AddedSource, ...]:
        """Add the corpus that comes with the program."""
        files = sorted((shipped("samples") / "corpus").glob("*.jsonl"))
        return tuple(self._add_passages(file, report) for file in files)

    def add(
        self, sources: Sequence[Path], framework: Framework, report: Report = unreported
    ) -> tuple[AddedSource, ...]:
        """Add sources to the corpus; one that was added before is replaced.

        Args:
            sources: JSON Lines files, portfolio folders, and documents or folders of documents
                that `cmalt_tui.intake` reads, with an optional ``source.toml`` beside them.
            framework: The framework to whose sections documents are mapped.
            report: Told about each step.

        Raises:
            InputProblem: A source can't be read; the ones before it are in.
        """
        return tuple(self._add_one(source, framework, report) for source in sources)

    def _add_one(self, source: Path, framework: Framework, report: Report) -> AddedSource:
        if not source.exists():
            raise InputProblem("there is no such file or folder", "Check the path.", file=source)
        if source.suffix.lower() in JSON_LINES:
            return self._add_passages(source, report)
        if source.is_dir() and find_portfolio(source) == source:
            return self._add_portfolio(source, report)
        return self._add_documents(source, framework, report)

    def _add_passages(self, file: Path, report: Report) -> AddedSource:
        passages: Iterator[Passage] = read_passages(file)
        first = next(passages, None)
        if first is None:
            raise InputProblem("holds no passage", "Write one JSON object a line.", file=file)
        told = _origin_beside(file)
        origin = told if told.portfolio else first.origin
        return self.corpus.add(slug(file.stem), origin, chain([first], passages), report)

    def _add_portfolio(self, folder: Path, report: Report) -> AddedSource:
        portfolio = open_portfolio_folder(folder).load()
        told = _origin_beside(folder)
        origin = Origin(
            portfolio=told.portfolio or portfolio.title,
            author=told.author or portfolio.author,
            source=told.source,
            licence=told.licence,
            pathway=told.pathway or portfolio.pathway,
            sector=told.sector,
            year=told.year or (portfolio.created.year if portfolio.created else 0),
        )
        name = slug(f"{origin.portfolio} {origin.author}")
        return self.corpus.add(name, origin, passages_of_portfolio(portfolio, origin), report)

    def _add_documents(self, source: Path, framework: Framework, report: Report) -> AddedSource:
        from cmalt_tui.intake import plan_import, read_sources

        plan = plan_import(read_sources([source], report), framework, None, report)
        told = _origin_beside(source)
        origin = Origin(
            portfolio=told.portfolio or plan.title or source.stem,
            author=told.author or plan.author,
            source=told.source,
            licence=told.licence,
            pathway=told.pathway or plan.pathway,
            sector=told.sector,
            year=told.year,
        )
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
                "Check it with: cmalt-tui import --dry-run",
                file=source,
            )
        return self.corpus.add(
            slug(f"{origin.portfolio} {origin.author}"), origin, passages, report
        )


def open_examples(places: Places) -> Examples:
    """The person's own corpus: the one that the settings name, or the usual one."""
    settings, _ = load_settings(places.settings_file)
    return Examples(places, Path(settings.corpus).expanduser() if settings.corpus else None)


def _origin_beside(source: Path) -> Origin:
    """What a ``source.toml`` in a folder, or beside a file, says of where it comes from."""
    folder = source if source.is_dir() else source.parent
    named = source.with_name(f"{source.stem}.{SOURCE_FILE}")
    for file in (named, folder / SOURCE_FILE):
        if file.is_file():
            return read_origin(file)
    return Origin("")
