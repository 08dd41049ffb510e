"""The example corpus as both front ends use it: add, list, remove, search."""

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path

from cmalt_tui.model.example_source import AddedSource, SourceSummary, SyncedSource
from cmalt_tui.model.facets import Completion, Facets
from cmalt_tui.model.framework import Framework
from cmalt_tui.model.outline import base_id
from cmalt_tui.model.overlap import Overlap
from cmalt_tui.model.passage import Answer, Origin, PartLength, Passage, SearchFilter
from cmalt_tui.places import Places, at_home, shipped
from cmalt_tui.progress import Report, unreported
from cmalt_tui.settings import load_settings
from cmalt_tui.workbench.example_corpus import Corpus
from cmalt_tui.workbench.index_making import IndexMaking


class Examples:
    """One example corpus and its index.

    Attributes:
        folder: Where the corpus lies.
        making: How far the index is while a question makes it anew, and how that is stopped.
    """

    def __init__(
        self, places: Places, folder: Path | None = None, report: Report = unreported
    ) -> None:
        """Name the corpus; nothing is read before it is used.

        Args:
            places: Where the index is kept, and the corpus if no other is named.
            folder: Another corpus than the person's own.
            report: Told how far the index is while a question makes it anew; it may raise
                `Cancelled`.
        """
        self._places = places
        self.making = IndexMaking(report)
        self.folder = folder or places.corpus

    @cached_property
    def _corpus(self) -> Corpus:
        from cmalt_tui.corpus import ExampleCorpus

        return ExampleCorpus(self.folder, self._places.cache, self.making.told)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to search yet."""
        return self._corpus.is_empty

    def sources(self) -> tuple[SourceSummary, ...]:
        """What the corpus is made of."""
        return self._corpus.sources()

    def remove(self, source_id: str) -> None:
        """Take a source out; an unknown one is an `InputProblem` that names the close ones."""
        self._corpus.remove(source_id)

    def search(self, query: str, limit: int = 20, only: SearchFilter | None = None) -> Answer:
        """Search all passages; see `ExampleCorpus.search`."""
        return self._corpus.search(query, limit, only or SearchFilter())

    def facets(self, query: str, only: SearchFilter | None = None) -> Facets:
        """How what fits a query is spread over its fields; see `ExampleCorpus.facets`."""
        return self._corpus.facets(query, only or SearchFilter())

    def completions(self, query: str, cursor: int) -> tuple[Completion, ...]:
        """How what stands at the cursor could go on; see `ExampleCorpus.completions`."""
        return self._corpus.completions(query, cursor)

    def for_section(self, section_id: str, part: str, text: str, limit: int = 20) -> Answer:
        """Passages for the section at hand, the nearest to what has been written first."""
        return self._corpus.for_section(base_id(section_id), part, text, limit)

    def like(self, passage_id: str, limit: int = 20) -> Answer:
        """More like a passage, the nearest first; it itself is left out."""
        return self._corpus.like(passage_id, limit)

    def lengths(self) -> tuple[PartLength, ...]:
        """How long the parts of the sections are; see `ExampleCorpus.lengths`."""
        return self._corpus.lengths()

    def section_of(self, passage_id: str) -> tuple[Passage, ...]:
        """All passages of the section that a passage was cut from, in order."""
        return self._corpus.section_of(passage_id)

    def overlaps(
        self,
        text: str,
        own: Origin | None = None,
        allowed: tuple[str, ...] = (),
        report: Report = unreported,
    ) -> tuple[Overlap, ...]:
        """Where a text has the words of a passage; see `ExampleCorpus.overlaps`."""
        return self._corpus.overlaps(text, own, allowed, report)

    def add_samples(self, report: Report = unreported) -> tuple[AddedSource, ...]:
        """Add the corpus that comes with the program."""
        from cmalt_tui.frameworks import DEFAULT_FRAMEWORK, load_framework

        files = sorted((shipped("samples") / "corpus").glob("*.jsonl"))
        return self.add(files, load_framework(DEFAULT_FRAMEWORK, self._places), report)

    def add(
        self,
        sources: Sequence[str | Path],
        framework: Framework,
        report: Report = unreported,
        *,
        each: bool = False,
        git: bool = False,
        told: Callable[[AddedSource], None] = lambda added: None,
    ) -> tuple[AddedSource, ...]:
        """Add sources to the corpus; one that was added before is replaced if it has changed.

        Args:
            sources: JSON Lines files, portfolio folders, documents or folders of documents that
                `cmalt_tui.intake` reads, with an optional ``source.toml`` beside them; zip files
                and collections of these; addresses of git repositories and of web pages.
            framework: The framework to whose sections documents are mapped.
            report: Told about each step; may raise `Cancelled`, and what is finished stays.
            each: Whether everything in a folder is a source of its own.
            git: Whether the sources are git repositories, whatever they look like.
            told: Told of each source that is finished, whatever comes after it.

        Raises:
            InputProblem: A source can't be read; the ones before it are in.
        """
        from cmalt_tui.workbench.example_sources.adding import Adding
        from cmalt_tui.workbench.example_sources.places import kind_and_address, opened

        adding = Adding(self._corpus, self.folder, framework, self._places, report, told)
        added: list[AddedSource] = []
        for named in sources:
            kind, address = kind_and_address(named, git=git)
            with opened(kind, address, self._places, report) as place:
                added += adding.add(place, each=each)
        return tuple(added)

    def sync(
        self,
        only: Sequence[str] = (),
        *,
        web: bool = False,
        report: Report = unreported,
        told: Callable[[AddedSource], None] = lambda added: None,
    ) -> tuple[SyncedSource, ...]:
        """Bring sources up to date with the places that they were taken from.

        Args:
            only: Their ids; all of them if there are none.
            web: Whether pages of the web are asked for again too.
            report: Told about each step; may raise `Cancelled`, and what is finished stays.
            told: Told of each source that is finished, whatever comes after it.

        Raises:
            InputProblem: An id is not known, or the corpus can't be written.
        """
        from cmalt_tui.workbench.example_sources.syncing import Syncing

        syncing = Syncing(self._corpus, self.folder, self._places, report, told)
        return tuple(syncing.sync(only, web=web))


def open_examples(places: Places, report: Report = unreported) -> Examples:
    """The person's own corpus: the one that the settings name, or the usual one.

    Args:
        places: Where settings, corpus and index are.
        report: Told how far the index is while a question makes it anew.
    """
    settings, _ = load_settings(places.settings_file)
    return Examples(places, at_home(settings.corpus) if settings.corpus else None, report)
