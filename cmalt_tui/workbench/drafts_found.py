"""Finds the drafts that earlier runs left, and tells which of them nobody works on any more."""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from cmalt_tui.checked_toml import read_content
from cmalt_tui.places import Places
from cmalt_tui.problems import InputProblem, Problem
from cmalt_tui.store.draft_files import DraftFile, draft_files, read_draft
from cmalt_tui.store.draft_places import DraftPlace, draft_places, other_places
from cmalt_tui.store.item_files import digest_of
from cmalt_tui.store.layout import PORTFOLIO_FILE
from cmalt_tui.store.lock import Program, holder_of, may_be_alive, this_program


class FoundDraft(NamedTuple):
    """A draft that an earlier run left, and the file that holds it."""

    file: Path
    draft: DraftFile


class FoundDrafts(NamedTuple):
    """What earlier runs left.

    Attributes:
        drafts: The newest draft of each item and run, by item and time.
        outdated: Files with older drafts of the same items and runs.
        problems: What is wrong with draft files that can't be read.
    """

    drafts: tuple[FoundDraft, ...]
    outdated: tuple[Path, ...]
    problems: tuple[Problem, ...]


def find_drafts(
    folder: Path, places: Places, run: str = "", *, locked: bool = False
) -> FoundDrafts:
    """Find the drafts that other runs left of a portfolio, reachable or not.

    Those of a program that may still be running are left alone.

    Args:
        folder: The portfolio's folder.
        places: Where the person's data are.
        run: The run that asks; its own are none.
        locked: Whether the asking program holds the lock of the folder.
    """
    found: list[FoundDraft] = []
    problems: list[Problem] = []
    holder = None if locked else holder_of(folder)
    for file in _files(draft_places(folder, places.drafts)):
        _read(file, found, problems)
    _add_moved(folder, places, found)
    left = [one for one in found if one.draft.run != run and not _is_in_use(one.draft, holder)]
    newest: dict[tuple[str, PurePosixPath], FoundDraft] = {}
    for one in sorted(left, key=lambda one: one.draft.written):
        newest[one.draft.run, one.draft.path] = one
    drafts = sorted(newest.values(), key=lambda one: (one.draft.path, one.draft.written))
    outdated = tuple(one.file for one in left if one not in drafts)
    return FoundDrafts(tuple(drafts), outdated, tuple(problems))


def remove_draft(file: Path) -> bool:
    """Remove a draft file, and its folder with the last one; says whether it is gone."""
    try:
        file.unlink(missing_ok=True)
    except OSError:
        return False
    with suppress(OSError):
        file.parent.rmdir()
    return True


def _files(places: Iterable[DraftPlace]) -> Iterable[Path]:
    for place in places:
        yield from draft_files(place)


def _read(file: Path, found: list[FoundDraft], problems: list[Problem]) -> None:
    try:
        found.append(FoundDraft(file, read_draft(file)))
    except InputProblem as broken:
        problems.append(broken.problem)


def _is_in_use(draft: DraftFile, holder: Program | None) -> bool:
    """Whether the program that wrote a draft may still be at it."""
    if holder == draft.program:
        return may_be_alive(draft.program)
    here = this_program()
    if draft.program.host != here.host or draft.program == here:
        return False
    # Where the system doesn't tell when a process began, its number alone proves nothing.
    return bool(draft.program.started) and may_be_alive(draft.program)


def _add_moved(folder: Path, places: Places, found: list[FoundDraft]) -> None:
    """Add drafts of a folder that is not there any more and was this one before it was moved."""
    for place in other_places(folder, places.drafts):
        there: list[FoundDraft] = []
        _read_all(place, there)
        gone = [one for one in there if not _is_portfolio(Path(one.draft.folder))]
        if any(_is_based_here(folder, one.draft) for one in gone):
            found += gone


def _read_all(place: DraftPlace, found: list[FoundDraft]) -> None:
    for file in draft_files(place):
        _read(file, found, [])


def _is_portfolio(folder: Path) -> bool:
    try:
        return (folder / PORTFOLIO_FILE).is_file()
    except (OSError, ValueError):
        return False


def _is_based_here(folder: Path, draft: DraftFile) -> bool:
    try:
        return digest_of(read_content(folder / draft.path)) == draft.digest
    except InputProblem:
        return False
