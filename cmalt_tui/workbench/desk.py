"""An opened portfolio: what is on the desk, what is saved, and the way back."""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path, PurePosixPath
from threading import Lock
from typing import Any

from cmalt_tui.checked_toml import read_table
from cmalt_tui.frameworks import load_framework
from cmalt_tui.model.draft import Draft
from cmalt_tui.model.framework import Framework, refuse_unknown_pathway
from cmalt_tui.model.portfolio import Portfolio
from cmalt_tui.model.undoing import Step, take_step
from cmalt_tui.model.versions import Side, Versions
from cmalt_tui.places import Places
from cmalt_tui.problems import InputProblem, Problem
from cmalt_tui.store import (
    PORTFOLIO_FILE,
    ChangedOnDisk,
    FolderLock,
    PortfolioStore,
    open_portfolio_folder,
)

MOST_STEPS = 200
_JOURNAL_TURN = Lock()


class Conflict(Exception):  # noqa: N818 - two versions of a file meet; nobody made an error
    """Raised when a file to be written was changed on disk by somebody else."""

    def __init__(self, path: PurePosixPath) -> None:
        """Name the file, relative to the portfolio's folder."""
        self.path = path
        super().__init__(f"{path} was changed by another program")


class Desk:
    """An opened portfolio. Holds the only mutable state of the domain: the current version.

    Attributes:
        folder: The portfolio's folder.
        merged: The files in which the last `save` or `look_for_changes` put together what was
            changed here and what others wrote; what is shown of them has to be shown anew.
        draft_problems: What was wrong with draft files when `drafts` was asked last.
    """

    def __init__(
        self, store: PortfolioStore, portfolio: Portfolio, framework: Framework, places: Places
    ) -> None:
        """Take what `open_desk` read."""
        self.folder = store.folder
        self.framework = framework
        self.locked_by = ""
        self.merged: tuple[PurePosixPath, ...] = ()
        self.draft_problems: tuple[Problem, ...] = ()
        self._store = store
        self._places = places
        self._refuse = partial(_refuse_unknown_pathway, store, framework)
        self._lock: FolderLock | None = None
        self._portfolio = portfolio
        # None where something was written or taken in since, but not everything.
        self._saved: Portfolio | None = self._portfolio
        self._undo: list[Step] = []
        self._redo: list[Step] = []
        # A Journal, which loads with the first question for drafts.
        self._drafting: Any = None

    @property
    def portfolio(self) -> Portfolio:
        """The portfolio as it stands now, saved or not."""
        return self._portfolio

    @property
    def read_only(self) -> bool:
        """Whether nothing may be written, as `locked_by` explains."""
        return bool(self.locked_by)

    @property
    def unsaved(self) -> bool:
        """Whether there is something that the disk doesn't have yet."""
        return self._portfolio != self._saved

    def change(self, portfolio: Portfolio, what: str = "") -> None:
        """Replace the portfolio in memory.

        Args:
            portfolio: The new version.
            what: What was done, in words, which makes it a step that can be undone; typed text
                has an undo of its own and comes with none.
        """
        if what and portfolio is not self._portfolio:
            self._undo = [*self._undo[1 - MOST_STEPS :], Step(what, self._portfolio, portfolio)]
            self._redo = []
        self._portfolio = portfolio

    def undo(self) -> str:
        """Take the last step back, and nothing that was typed since; returns what it was.

        Fields and paragraphs go back one by one, so steps outlive what others wrote meanwhile.
        """
        what, self._portfolio = take_step(self._portfolio, self._undo, self._redo)
        return what

    def redo(self) -> str:
        """Do again what was undone last; returns what it was, or nothing."""
        what, self._portfolio = take_step(self._portfolio, self._redo, self._undo)
        return what

    def save(self, *, merging: bool = True) -> tuple[PurePosixPath, ...]:
        """Write what differs from the disk.

        Where a file was changed on disk as well, both changes are put together if they don't touch.

        Args:
            merging: Whether that is done; not in a thread, where it would race with `change`.

        Returns:
            The files written, relative to the folder.

        Raises:
            Conflict: A file was changed on disk, in the same place; see `versions`.
            InputProblem: A file can't be written, or somebody else has the portfolio open.
        """
        self.merged = ()
        if not self.unsaved:
            return ()
        if self.read_only:
            raise InputProblem(f"nothing is saved, because {self.locked_by}".rstrip("."))
        written: list[PurePosixPath] = []
        met: set[PurePosixPath] = set()
        self._saved = None
        while True:
            portfolio = self._portfolio
            try:
                written += self._store.save(portfolio)
                break
            except ChangedOnDisk as changed:
                written += changed.written
                if changed.path in met or not merging or not self._take_in((changed.path,)):
                    raise Conflict(changed.path) from changed
                met.add(changed.path)
        self._saved = portfolio
        if self._drafting is not None:
            self._drafting.saved(self._store, lambda: self._portfolio)
        return tuple(written)

    def versions(self, path: PurePosixPath) -> Versions:
        """Both versions of a file in conflict, by text, to choose from; see `settle`."""
        from cmalt_tui.workbench.meeting import meet

        return Versions(path, meet(self._store, self._portfolio, path).conflicts)

    def settle(self, path: PurePosixPath, choices: Mapping[str, Side]) -> None:
        """Settle a conflict text by text, as one step of undo; `save` writes it.

        What is not chosen goes into ``kept/`` first; if it can't be kept, nothing is settled.

        Args:
            path: The file, as `Conflict` named it.
            choices: The side that stands, by the name of the text in `versions`, or else mine.
        """
        from cmalt_tui.workbench.meeting import settle

        self.change(settle(self._store, self._portfolio, path, choices), f"two versions of {path}")

    def changed_on_disk(self) -> tuple[PurePosixPath, ...]:
        """List the files that others changed; for a thread, since a disk may be slow."""
        return self._store.changed_on_disk()

    def look_for_changes(self) -> tuple[PurePosixPath, ...]:
        """Take in what others changed on disk, where it doesn't touch what is unsaved here.

        Returns:
            The files that were taken in; of one that was changed here in the same place `save`
            will tell.

        Raises:
            InputProblem: What is there now can't be read, or names a pathway that isn't known.
        """
        self.merged = ()
        changed = self._store.changed_on_disk()
        was_unsaved = self.unsaved
        taken = self._take_in(changed) if changed else ()
        if taken:
            self._saved = None if was_unsaved else self._portfolio
        return taken

    def keep_drafts(self, *, elsewhere: bool = False) -> tuple[Path, ...]:
        """Keep aside what is unsaved now, and no longer what is saved by now; returns where.

        Cheap where nothing is new, and for any thread; `InputProblem` if no place takes it. With
        ``elsewhere`` it stays away from the portfolio's own disk, which does not answer.
        """
        self._journal().keep(self._store, lambda: self._portfolio, elsewhere=elsewhere)
        return tuple(self._journal().files)

    def drafts(self) -> tuple[Draft, ...]:
        """Find what earlier runs left unsaved; `draft_problems` tells what can't be read."""
        found = self._journal().found(self._store, locked=self._lock is not None)
        self.draft_problems = found.problems
        return tuple(found.drafts)

    def take_draft(self, draft: Draft) -> str:
        """Put a draft into the portfolio, as one step of undo; returns what was done.

        Where its file has changed since in the same place, the draft stands, and the other version
        goes into ``kept/``. The draft goes when the portfolio has been saved. Raises
        `InputProblem` where one of them can't be read or kept.
        """
        portfolio, told = self._journal().take(self._store, self._portfolio, draft, self._refuse)
        self.change(portfolio, f"draft of {draft.path}")
        return str(told)

    def drop_draft(self, draft: Draft) -> None:
        """Move a draft into ``bin/``; where that can't be done, it stays."""
        self._journal().drop(self._store, draft)

    def lock(self) -> None:
        """Claim the folder, so that a second program opens it read-only.

        Where that can't be done, `locked_by` tells why.
        """
        lock = FolderLock(self.folder)
        self.locked_by = lock.refused()
        self._lock = None if self.locked_by else lock

    def close(self) -> None:
        """Give the folder free. Does not save."""
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def _journal(self) -> Any:
        from cmalt_tui.workbench.drafts import Journal

        with _JOURNAL_TURN:
            if self._drafting is None:
                self._drafting = Journal(self.folder, self._places)
            return self._drafting

    def _take_in(self, paths: Sequence[PurePosixPath]) -> tuple[PurePosixPath, ...]:
        from cmalt_tui.workbench.meeting import take_in

        taken = take_in(self._store, self._portfolio, paths, self._refuse)
        self._portfolio = taken.portfolio
        self.merged += taken.merged
        return taken.paths


def open_desk(folder: Path, places: Places, *, lock: bool = False) -> Desk:
    """Open a portfolio.

    Args:
        folder: The portfolio's folder.
        places: Where the person's own frameworks are.
        lock: Whether to claim it for writing, as the screen does.

    Raises:
        InputProblem: The folder is no portfolio, or its framework can't be read.
    """
    store = open_portfolio_folder(folder)
    portfolio = store.load()
    try:
        framework = load_framework(portfolio.framework, places)
    except InputProblem as unknown:
        if unknown.problem.file is not None:
            raise
        raise _fault(store, "framework", unknown.problem) from None
    _refuse_unknown_pathway(store, framework, portfolio)
    desk = Desk(store, portfolio, framework, places)
    if lock:
        desk.lock()
    return desk


def _refuse_unknown_pathway(
    store: PortfolioStore, framework: Framework, portfolio: Portfolio
) -> None:
    try:
        refuse_unknown_pathway(framework, portfolio.pathway)
    except InputProblem as unknown:
        raise _fault(store, "pathway", unknown.problem) from None


def _fault(store: PortfolioStore, key: str, problem: Problem) -> InputProblem:
    head = read_table(store.folder / PORTFOLIO_FILE)
    return head.problem(key, problem.message, problem.way_out)
