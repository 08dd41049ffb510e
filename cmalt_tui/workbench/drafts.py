"""The journal of an opened portfolio: keeps aside what is unsaved, brings back what was left."""

import os
import threading
from collections.abc import Callable
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from cmalt_tui.model.draft import Draft
from cmalt_tui.model.portfolio import Portfolio
from cmalt_tui.places import Places
from cmalt_tui.problems import InputProblem, Problem
from cmalt_tui.store import PortfolioStore
from cmalt_tui.store.draft_files import DraftFile, read_draft, write_draft
from cmalt_tui.store.draft_places import DraftPlace, draft_places
from cmalt_tui.store.item_files import Unsaved
from cmalt_tui.store.litter import clear_litter
from cmalt_tui.store.lock import this_program
from cmalt_tui.workbench.drafts_found import find_drafts, remove_draft
from cmalt_tui.workbench.drafts_taken import drop_draft, is_taken_in, shown_draft, take_draft

_Current = Callable[[], Portfolio]


class LeftDrafts(NamedTuple):
    """What earlier runs left, and what is wrong with draft files that can't be read."""

    drafts: tuple[Draft, ...]
    problems: tuple[Problem, ...]


class Journal:
    """The drafts of one opened portfolio. Its methods may be called from any thread."""

    def __init__(self, folder: Path, places: Places) -> None:
        """Begin with no draft; nothing is written before there is something unsaved."""
        self.run = os.urandom(4).hex()
        self._folder = folder
        self._places = draft_places(folder, places.drafts)
        self._program = this_program()
        self._turn = threading.Lock()
        self._all = places
        self._outdated = False
        self._count = self._saves = 0
        # What was last looked through for unsaved things, and after how many saves.
        self._known: tuple[Portfolio | None, int] = None, 0
        self._written: dict[PurePosixPath, tuple[Unsaved, Path]] = {}
        # Removed with no turn taken: on a disk that hangs that must not keep drafts from others.
        self._over: set[Path] = set()
        self._taken: dict[Path, DraftFile] = {}

    @property
    def files(self) -> list[Path]:
        """The drafts that this run keeps now."""
        return [file for _, file in tuple(self._written.values())]

    def keep(self, store: PortfolioStore, current: _Current, *, elsewhere: bool = False) -> None:
        """Write drafts of what is unsaved and remove those of what is saved by now.

        Args:
            store: The portfolio's folder.
            current: Hands out the portfolio as it stands.
            elsewhere: Whether to stay away from the portfolio's own disk.

        Raises:
            InputProblem: An item could be kept nowhere; the others are kept.
        """
        trouble: InputProblem | None = None
        with self._turn:
            known = current(), self._saves
            if known[0] is self._known[0] and known[1] == self._known[1] and not self._over:
                return
            self._known = None, 0
            for path, version in store.unsaved(current).items():
                written = self._written.get(path)
                if written and _is_same(written[0], version):
                    continue
                try:
                    self._write(path, version, self._places[elsewhere:])
                except InputProblem as refused:
                    trouble = trouble or refused
        self._clear(store, current, self._places[:elsewhere])
        if trouble:
            raise trouble
        if current() is known[0]:
            self._known = known

    def saved(self, store: PortfolioStore, current: _Current) -> None:
        """Remove the drafts of what is saved by now, at once or when `keep` has had its turn."""
        self._saves += 1
        self._clear(store, current, ())

    def found(self, store: PortfolioStore, *, locked: bool) -> LeftDrafts:
        """List what earlier runs left, and what is wrong with draft files.

        What the files say by now is removed, and so is what was never finished.

        Args:
            store: The portfolio's folder.
            locked: Whether this program has its lock.
        """
        if locked:
            clear_litter(self._folder)
        found = find_drafts(self._folder, self._all, self.run, locked=locked)
        drafts: list[Draft] = []
        for one in found.drafts:
            seen = store.as_seen(one.draft.path)
            now = seen.item if seen else None
            if one.file in self._taken:
                continue
            if not (seen and seen.problem) and is_taken_in(one.draft, now):
                remove_draft(one.file)
            else:
                drafts.append(shown_draft(one, now))
        for file in found.outdated:
            remove_draft(file)
        return LeftDrafts(tuple(drafts), found.problems)

    def take(
        self,
        store: PortfolioStore,
        portfolio: Portfolio,
        draft: Draft,
        refuse: Callable[[Portfolio], None],
    ) -> tuple[Portfolio, str]:
        """Put a draft into a portfolio; see `cmalt_tui.workbench.desk.Desk.take_draft`.

        Args:
            store: The portfolio's folder.
            portfolio: What it is put into.
            draft: The draft.
            refuse: Raises `InputProblem` for a portfolio that can't be worked on.
        """
        content = read_draft(draft.place)
        taken = take_draft(store, portfolio, content)
        refuse(taken[0])
        self._taken[draft.place] = content
        return taken

    def drop(self, store: PortfolioStore, draft: Draft) -> None:
        """Move a draft into ``bin/``; see `cmalt_tui.workbench.desk.Desk.drop_draft`."""
        drop_draft(store, read_draft(draft.place))
        remove_draft(draft.place)

    def _clear(
        self, store: PortfolioStore, current: _Current, silent: tuple[DraftPlace, ...]
    ) -> None:
        """Remove what is over, but for the places that don't answer."""
        taken: list[tuple[Path, DraftFile]] = []
        self._outdated = True
        while self._outdated and self._turn.acquire(blocking=False):
            try:
                self._outdated = False
                if not self._written and not self._taken:
                    continue
                unsaved = store.unsaved(current)
                for path in [path for path in self._written if path not in unsaved]:
                    self._over.add(self._written.pop(path)[1])
                taken += [one for one in self._taken.items() if one[1].path not in unsaved]
                self._taken = dict(one for one in self._taken.items() if one not in taken)
            finally:
                self._turn.release()
        for file, draft in taken:
            if _is_safe(store, draft):
                self._over.add(file)
        for file in tuple(self._over):
            is_silent = any(file.parent == place.folder for place in silent)
            if not is_silent and remove_draft(file):
                self._over.discard(file)

    def _write(self, path: PurePosixPath, version: Unsaved, places: tuple[DraftPlace, ...]) -> None:
        draft = DraftFile(
            path=path,
            folder=str(self._folder.absolute()),
            written=datetime.now().astimezone(),
            program=self._program,
            run=self.run,
            digest=version.digest,
            base=version.base,
            item=version.item,
        )
        trouble: InputProblem | None = None
        self._count += 1
        for place in places:
            try:
                file = write_draft(place, draft, self._count)
            except InputProblem as refused:
                trouble = trouble or refused
                continue
            if path in self._written:
                self._over.add(self._written[path][1])
            self._written[path] = version, file
            return
        assert trouble is not None
        raise trouble


def drafts_left(folder: Path, places: Places) -> LeftDrafts:
    """List the drafts of a portfolio that can't be opened, as changes of what they knew of it."""
    found = find_drafts(folder, places)
    drafts = tuple(shown_draft(one, one.draft.base) for one in found.drafts)
    return LeftDrafts(drafts, found.problems)


def _is_same(one: Unsaved, other: Unsaved) -> bool:
    same = one.item is other.item or one.item == other.item
    return same and one.digest == other.digest


def _is_safe(store: PortfolioStore, draft: DraftFile) -> bool:
    """Whether a draft that was taken is in what was saved, or else in the bin by now."""
    seen = store.as_seen(draft.path)
    if not is_taken_in(draft, seen.item if seen else None):
        try:
            drop_draft(store, draft)
        except InputProblem:
            return False
    return True
