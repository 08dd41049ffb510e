"""What adding and bringing up to date ask of the corpus that they work on."""

from collections.abc import Iterable
from typing import Protocol

from cmalt_tui.model.example_source import AddedSource, SourceSummary, TakenFrom
from cmalt_tui.model.passage import Origin, Passage
from cmalt_tui.progress import Report


class Shelf(Protocol):
    """What is asked of the corpus that is added to."""

    def add(
        self,
        source_id: str,
        origin: Origin,
        passages: Iterable[Passage],
        report: Report,
        taken: TakenFrom | None,
    ) -> AddedSource:
        """Add or replace a source."""

    def sources(self) -> tuple[SourceSummary, ...]:
        """All sources."""

    def taken(self) -> dict[str, TakenFrom]:
        """What each source was read from."""

    def note(self, source_id: str, taken: TakenFrom) -> None:
        """Note anew what a source was read from."""

    def remove(self, source_id: str) -> None:
        """Delete a source."""
