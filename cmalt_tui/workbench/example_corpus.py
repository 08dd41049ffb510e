"""What the workbench asks of a corpus; `cmalt_tui.corpus.ExampleCorpus` answers."""

from collections.abc import Iterable
from typing import Protocol

from cmalt_tui.model.example_source import AddedSource, SourceSummary, TakenFrom
from cmalt_tui.model.facets import Completion, Facets
from cmalt_tui.model.overlap import Overlap
from cmalt_tui.model.passage import Answer, Origin, PartLength, Passage, SearchFilter
from cmalt_tui.progress import Report


class Corpus(Protocol):
    """Stated apart, so that the corpus is loaded when it is asked and not when a screen opens."""

    def add(
        self,
        source_id: str,
        origin: Origin,
        passages: Iterable[Passage],
        report: Report,
        taken: TakenFrom | None,
    ) -> AddedSource:
        """Add or replace a source."""

    def taken(self) -> dict[str, TakenFrom]:
        """What each source was read from."""

    def is_own(self, source_id: str) -> bool:
        """Whether the account that asks put the source there."""

    def note(self, source_id: str, taken: TakenFrom) -> None:
        """Note anew what a source was read from."""

    @property
    def is_empty(self) -> bool:
        """Whether there is no source."""

    def sources(self) -> tuple[SourceSummary, ...]:
        """All sources."""

    def remove(self, source_id: str) -> None:
        """Delete a source."""

    def search(self, query: str, limit: int, only: SearchFilter) -> Answer:
        """Find passages by words."""

    def facets(self, query: str, only: SearchFilter) -> Facets:
        """Count what fits a query."""

    def completions(self, query: str, cursor: int) -> tuple[Completion, ...]:
        """Say how a query could go on."""

    def for_section(self, section: str, part: str, text: str, limit: int) -> Answer:
        """Find passages that are near to a text."""

    def like(self, passage_id: str, limit: int) -> Answer:
        """Find passages that are near to another."""

    def lengths(self) -> tuple[PartLength, ...]:
        """How long the parts of the sections are."""

    def section_of(self, passage_id: str) -> tuple[Passage, ...]:
        """The section that a passage was cut from."""

    def overlaps(
        self, text: str, own: Origin | None, allowed: tuple[str, ...], report: Report
    ) -> tuple[Overlap, ...]:
        """Find where a text has the words of a passage."""
