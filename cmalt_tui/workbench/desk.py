"""An opened portfolio: what is on the desk, what is saved, and the way back."""

from pathlib import Path, PurePosixPath
from typing import NamedTuple

from cmalt_tui.checked_toml import read_table
from cmalt_tui.frameworks import load_framework
from cmalt_tui.model.framework import Framework, refuse_unknown_pathway
from cmalt_tui.model.portfolio import Portfolio
from cmalt_tui.model.undoing import step_back
from cmalt_tui.places import Places
from cmalt_tui.problems import InputProblem, Problem
from cmalt_tui.store import (
    PORTFOLIO_FILE,
    ChangedOnDisk,
    FolderLock,
    LockedElsewhere,
    PortfolioStore,
    open_portfolio_folder,
)

MOST_STEPS = 200


class Conflict(Exception):  # noqa: N818 - two versions of a file meet; nobody made an error
    """Raised when a file to be written was changed on disk by somebody else."""

    def __init__(self, path: PurePosixPath) -> None:
        """Name the file, relative to the portfolio's folder."""
        self.path = path
        super().__init__(f"{path} was changed by another program")


class _Step(NamedTuple):
    what: str
    before: Portfolio
    after: Portfolio


class Desk:
    """An opened portfolio. Holds the only mutable state of the domain: the current version."""

    def __init__(self, store: PortfolioStore, portfolio: Portfolio, framework: Framework) -> None:
        """Take a store and what was loaded from it; see `open_desk`."""
        self.framework = framework
        self.locked_by = ""
        self._store = store
        self._lock: FolderLock | None = None
        self._portfolio = portfolio
        self._saved = self._portfolio
        self._undo: list[_Step] = []
        self._redo: list[_Step] = []

    @property
    def folder(self) -> Path:
        """The portfolio's folder."""
        return self._store.folder

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
        if what:
            step = _Step(what, self._portfolio, portfolio)
            self._undo = [*self._undo[1 - MOST_STEPS :], step]
            self._redo = []
        self._portfolio = portfolio

    def undo(self) -> str:
        """Take the last step back, and nothing that was typed since; returns what it was."""
        return self._step(self._undo, self._redo)

    def redo(self) -> str:
        """Do again what was undone last; returns what it was, or nothing."""
        return self._step(self._redo, self._undo)

    def save(self) -> tuple[PurePosixPath, ...]:
        """Write what differs from the disk.

        Returns:
            The files written, relative to the folder.

        Raises:
            Conflict: A file was changed on disk since it was read.
            InputProblem: A file can't be written, or somebody else has the portfolio open.
        """
        if not self.unsaved:
            return ()
        if self.read_only:
            raise InputProblem(f"nothing is saved, because {self.locked_by}".rstrip("."))
        portfolio = self._portfolio
        try:
            written = self._store.save(portfolio)
        except ChangedOnDisk as changed:
            raise Conflict(changed.path) from changed
        self._saved = portfolio
        return written

    def keep_mine(self, path: PurePosixPath) -> PurePosixPath:
        """Settle a conflict with the version on the desk; returns where the other is kept."""
        return self._store.save_over(self._portfolio, path)

    def take_theirs(self, path: PurePosixPath) -> None:
        """Settle a conflict with the version on disk; the one on the desk is kept beside it."""
        self._portfolio = self._store.take_theirs(self._portfolio, path)
        self._undo.clear()
        self._redo.clear()

    def look_for_changes(self) -> tuple[PurePosixPath, ...]:
        """Take in what others changed on disk, if nothing here is unsaved.

        Returns:
            The files that were taken in; where something is unsaved, none: `save` will tell.

        Raises:
            InputProblem: What is there now can't be read, or names a pathway that isn't known.
        """
        if self.unsaved:
            return ()
        changed = self._store.changed_on_disk()
        if changed:
            portfolio = self._store.load()
            _refuse_unknown_pathway(self._store, self.framework, portfolio)
            self._portfolio = self._saved = portfolio
            self._undo.clear()
            self._redo.clear()
        return changed

    def lock(self) -> None:
        """Claim the folder, so that a second program opens it read-only.

        Where that can't be done, because another program has it or it can't be written to,
        `locked_by` tells why.
        """
        lock = FolderLock(self.folder)
        try:
            lock.acquire()
        except LockedElsewhere as elsewhere:
            self.locked_by = str(elsewhere)
        except InputProblem as unwritable:
            self.locked_by = str(unwritable.problem)
        else:
            self._lock = lock

    def close(self) -> None:
        """Give the folder free. Does not save."""
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def _step(self, source: list[_Step], target: list[_Step]) -> str:
        if not source:
            return ""
        step = source.pop()
        now = self._portfolio
        self._portfolio = step_back(now, step.before, step.after)
        target.append(_Step(step.what, now, self._portfolio))
        return step.what


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
    desk = Desk(store, portfolio, framework)
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
    """The complaint about a key of ``portfolio.toml``, with its line."""
    head = read_table(store.folder / PORTFOLIO_FILE)
    return head.problem(key, problem.message, problem.way_out)
