"""Adds what a place holds to the example corpus, and reads again only what has changed."""

import os
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from cmalt_tui.corpus import CUTTING, Survey, origin_file_of, survey
from cmalt_tui.model.example_source import AddedSource, LeftOut, SourceSummary, TakenFrom
from cmalt_tui.model.framework import Framework
from cmalt_tui.model.passage import Origin
from cmalt_tui.places import Places
from cmalt_tui.plain_text import clean_line, free_id
from cmalt_tui.problems import InputProblem
from cmalt_tui.progress import Progress, Report
from cmalt_tui.workbench.example_corpus import Corpus
from cmalt_tui.workbench.example_sources.collection import sources_in
from cmalt_tui.workbench.example_sources.opening import open_source
from cmalt_tui.workbench.example_sources.places import FILE, FOLDER, Place

_ROOM_FOR_NUMBER = 54


class Adding:
    """Adds places to one corpus, one after the other; finished sources stay whatever comes."""

    def __init__(
        self,
        corpus: Corpus,
        folder: Path,
        framework: Framework,
        places: Places,
        report: Report,
        told: Callable[[AddedSource], None] = lambda added: None,
    ) -> None:
        """Look what there is.

        Args:
            corpus: Where to add.
            folder: The corpus's folder; what can't be written there stops everything.
            framework: The framework to whose sections documents are mapped.
            places: Where the person's own frameworks are.
            report: Told about each step; may raise `Cancelled`.
            told: Told of each source that is finished, whatever comes after it.
        """
        self._told = told
        self._corpus = corpus
        self._folder = folder
        self._framework = framework
        self._places = places
        self._report = report
        self._known = dict(corpus.taken())
        self._spots = {_spot_of(taken): one for one, taken in self._known.items()}

    def add(self, place: Place, *, each: bool = False) -> tuple[AddedSource, ...]:
        """Add what a place holds.

        Args:
            place: Opened.
            each: Whether everything in it is a source of its own.

        Returns:
            What was done with each source. In a collection, one that can't be read has its
            problem and harms no other.

        Raises:
            InputProblem: The place is one source, which can't be read; or the corpus can't be
                written.
        """
        paths, left_out = sources_in(place.root, each=each)
        left_out = (*place.left_out, *left_out)
        if paths == (place.root,):
            try:
                taken = self._taken(place, "", each)._replace(revision=place.revision)
                added = self._add_one(place, place.root, taken, self._report)
            except InputProblem as problem:
                raise _told_of(place, problem) from None
            return (added._replace(left_out=(*left_out, *added.left_out)),)
        done = self._add_all(place, paths, each)
        if place.revision and not any(one.problem for one in done):
            for one in done:
                self._note(one.id, self._known[one.id]._replace(revision=place.revision))
        name = clean_line(place.name)
        return (*done, *([AddedSource("", name, 0, left_out)] if left_out else []))

    def _add_all(self, place: Place, paths: tuple[Path, ...], each: bool) -> list[AddedSource]:
        done = []
        for number, path in enumerate(paths):
            inner = path.relative_to(place.root).as_posix()
            report = _within(self._report, number, len(paths))
            report(Progress(0, 0, f"Looking at {clean_line(inner)}"))
            try:
                done.append(self._add_one(place, path, self._taken(place, inner, each), report))
            except InputProblem as problem:
                if is_below(problem.problem.file, self._folder):
                    raise
                told = str(_told_of(place, problem).problem)
                done.append(AddedSource(self._id_at(place, inner), inner, 0, problem=told))
        self._report(Progress(len(paths), len(paths), f"Read {place.name}"))
        return done

    def _add_one(self, place: Place, path: Path, taken: TakenFrom, report: Report) -> AddedSource:
        seen = survey(path, by_content=place.is_copy)
        taken = taken._replace(stamp=f"{CUTTING}-{self._framework.id}-{seen.stamp}")
        known = self._id_at(place, taken.inner)
        if known and self._known[known].stamp == taken.stamp:
            revision = taken.revision or self._known[known].revision
            self._note(known, taken._replace(revision=revision))
            there = self._there.get(known, SourceSummary(known, known))
            return AddedSource(known, there.title, there.passages, unchanged=True)
        name = path.stem if taken.inner else place.name
        source = open_source(
            path, self._framework, self._places, report, name, place.told, place.links
        )
        origin = replace(source.origin, source=source.origin.source or place.link)
        source_id = known or self._free_id(source.id)
        counted = _towards(report, source.count)
        added = self._corpus.add(source_id, origin, source.passages, counted, taken)
        self._known[source_id] = taken
        self._spots[_spot_of(taken)] = source_id
        left_out = source.left_out()
        if seen.links_out and not any(one.kind == "link out of the folder" for one in left_out):
            left_out = (*left_out, LeftOut("link out of the folder", 0, seen.links_out))
        added = added._replace(left_out=left_out, note=_licence_note(path, origin, seen))
        self._told(added)
        return added

    def _taken(self, place: Place, inner: str, each: bool) -> TakenFrom:
        return TakenFrom(place.kind, place.address, inner, framework=self._framework.id, each=each)

    def _note(self, source_id: str, taken: TakenFrom) -> None:
        if self._known[source_id] != taken:
            self._corpus.note(source_id, taken)
            self._known[source_id] = taken

    def _id_at(self, place: Place, inner: str) -> str:
        """The source that was read from there before; empty if there is none."""
        return self._spots.get(_spot_of(TakenFrom(place.kind, place.address, inner)), "")

    def _free_id(self, wanted: str) -> str:
        """The id itself, if nothing from elsewhere has it; one that has moved is replaced."""
        taken = self._known.get(wanted)
        if wanted not in self._there and taken is None:
            return wanted
        if taken is None or _has_gone(taken):
            return wanted
        return free_id(wanted[:_ROOM_FOR_NUMBER].rstrip("-"), {*self._there, *self._known})

    @cached_property
    def _there(self) -> Mapping[str, SourceSummary]:
        return {one.id: one for one in self._corpus.sources()}


def _spot_of(taken: TakenFrom) -> tuple[str, ...]:
    """What tells one spot from another, in whatever way it was named."""
    if taken.kind in (FILE, FOLDER):
        return (str(Path(taken.address) / taken.inner),)
    return (taken.kind, taken.address, taken.inner)


def _has_gone(taken: TakenFrom) -> bool:
    return taken.kind in (FILE, FOLDER) and not os.path.exists(Path(*_spot_of(taken)))  # noqa: PTH110 - raises for long names


def is_below(file: Path | None, folder: Path) -> bool:
    """Whether a problem's file lies in a folder, such as the corpus itself."""
    return file is not None and file.is_relative_to(folder)


def _within(report: Report, number: int, count: int) -> Report:
    """Reports of one source's steps as steps of the whole collection."""
    return lambda progress: report(Progress(number, count, progress.what))


def _towards(report: Report, count: int) -> Report:
    """Reports that don't know how much there is, with that many steps to come."""
    return lambda told: report(told if told.total else told._replace(total=max(count, told.done)))


def _told_of(place: Place, problem: InputProblem) -> InputProblem:
    """The problem with the file as the person knows it, not where it was unpacked to."""
    told = problem.problem
    if place.is_copy and told.file is not None and told.file.is_relative_to(place.root):
        file = Path(place.name) / told.file.relative_to(place.root)
        return InputProblem(told.message, told.way_out, file=file, line=told.line, key=told.key)
    return problem


def _licence_note(path: Path, origin: Origin, seen: Survey) -> str:
    """Say that a licence lies there which nobody has stated; guessing would be wrong."""
    if origin.licence or not seen.licence_file:
        return ""
    own = origin_file_of(path)
    where = own.name if own is not None else "a source.toml beside it"
    return (
        f"no licence is stated, although there is a file {clean_line(seen.licence_file)}: if that "
        f'is meant for the texts, say so in {where} with licence = "…"'
    )
