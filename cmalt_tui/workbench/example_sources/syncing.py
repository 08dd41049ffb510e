"""Brings the example corpus up to date with the places that its sources were taken from."""

from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from typing import NamedTuple

from cmalt_tui.corpus import CUTTING
from cmalt_tui.frameworks import load_framework
from cmalt_tui.model.example_source import (
    AddedSource,
    SourceSummary,
    SyncedSource,
    TakenFrom,
    unknown_source,
)
from cmalt_tui.places import Places
from cmalt_tui.plain_text import clean_line
from cmalt_tui.problems import InputProblem
from cmalt_tui.progress import Report
from cmalt_tui.workbench.example_corpus import Corpus
from cmalt_tui.workbench.example_sources.adding import Adding, is_below
from cmalt_tui.workbench.example_sources.places import WEB, Place, opened

_BY_OTHERS = "somebody else added it and brings it up to date; name it to do so yourself"


class _Errand(NamedTuple):
    """A place to look at, and how it was looked at before."""

    kind: str
    address: str
    framework: str
    each: bool


class Syncing:
    """Looks at every place again. What can't be reached stays as it is."""

    def __init__(
        self,
        corpus: Corpus,
        folder: Path,
        places: Places,
        report: Report,
        told: Callable[[AddedSource], None] = lambda added: None,
    ) -> None:
        """Look what there is.

        Args:
            corpus: What to bring up to date.
            folder: The corpus's folder.
            places: Where fetched repositories and the person's own frameworks are.
            report: Told about each step; may raise `Cancelled`.
            told: Told of each source that is finished, whatever comes after it.
        """
        self._told = told
        self._corpus = corpus
        self._folder = folder
        self._places = places
        self._report = report
        self._known = corpus.taken()
        self._there = {one.id: one for one in corpus.sources()}

    def sync(self, only: Collection[str] = (), *, web: bool = False) -> Iterator[SyncedSource]:
        """Bring places up to date, one after the other.

        What somebody else put into a shared folder is left to them, unless it is named: its
        address could be that of a private document of whoever brings it up to date.

        Args:
            only: Ids of sources whose places are meant; all if there are none.
            web: Whether pages of the web are asked for too; those in ``only`` always are.

        Raises:
            InputProblem: There is no source with one of the ids, or it is not known where it
                was taken from; or the corpus can't be written.
        """
        for source_id in only:
            self._refuse_unknown(source_id)
        errands = dict.fromkeys(
            _errand(taken)
            for source_id, taken in sorted(self._known.items())
            if source_id in only or (not only and (web or taken.kind != WEB))
        )
        for errand in errands:
            mine = [name for name, taken in sorted(self._known.items()) if _errand(taken) == errand]
            if only or all(map(self._corpus.is_own, mine)):
                yield self._look_again(errand)
            else:
                left = (self._unchanged(name)._replace(note=_BY_OTHERS) for name in mine)
                yield SyncedSource(errand.address, tuple(left))

    def _look_again(self, errand: _Errand) -> SyncedSource:
        mine = {name: taken for name, taken in self._known.items() if _errand(taken) == errand}
        try:
            framework = load_framework(errand.framework, self._places)
            with opened(errand.kind, errand.address, self._places, self._report) as place:
                if all(_is_at(taken, place) for taken in mine.values()):
                    unchanged = tuple(self._unchanged(name) for name in sorted(mine))
                    return SyncedSource(errand.address, unchanged)
                adding = Adding(
                    self._corpus, self._folder, framework, self._places, self._report, self._told
                )
                added = adding.add(place, each=errand.each)
        except InputProblem as problem:
            if is_below(problem.problem.file, self._folder):
                raise
            return SyncedSource(errand.address, problem=str(problem.problem))
        except OSError as error:  # an address that is no path at all
            reason = error.strerror or str(error)
            return SyncedSource(errand.address, problem=f"it can't be looked at ({reason})")
        gone = tuple(sorted(set(mine) - {one.id for one in added}))
        for source_id in gone:
            self._corpus.remove(source_id)
        return SyncedSource(errand.address, added, gone)

    def _unchanged(self, source_id: str) -> AddedSource:
        there = self._there.get(source_id, SourceSummary(source_id, source_id))
        return AddedSource(source_id, there.title, there.passages, unchanged=True)

    def _refuse_unknown(self, source_id: str) -> None:
        if source_id in self._known:
            return
        if source_id not in self._there:
            raise unknown_source(source_id, self._there)
        raise InputProblem(
            f'it is not known where the source "{clean_line(source_id)}" was taken from',
            "Add it again from its file, folder or address.",
        )


def _errand(taken: TakenFrom) -> _Errand:
    return _Errand(taken.kind, taken.address, taken.framework, taken.each)


def _is_at(taken: TakenFrom, place: Place) -> bool:
    """Whether a source was read at this very state of its place, and cut as it would be now."""
    return (
        bool(place.revision)
        and taken.revision == place.revision
        and taken.stamp.startswith(f"{CUTTING}-")
    )
