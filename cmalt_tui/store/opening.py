"""Finds, opens and makes portfolio folders."""

import os
import shutil
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from cmalt_tui.atomic_file import not_written, sync_folder
from cmalt_tui.model.portfolio import Portfolio
from cmalt_tui.problems import InputProblem
from cmalt_tui.store.layout import PORTFOLIO_FILE
from cmalt_tui.store.portfolio_store import PortfolioStore


def find_portfolio(start: Path) -> Path | None:
    """Find the portfolio that a path lies in: the folder itself or the nearest one above it."""
    start = start.absolute()
    for folder in (start, *start.parents):
        if _holds_portfolio(folder):
            return folder
    return None


def open_portfolio_folder(path: Path) -> PortfolioStore:
    """Open a portfolio; nothing is read before `PortfolioStore.load`.

    Args:
        path: Its folder, or the ``portfolio.toml`` in it.

    Raises:
        InputProblem: There is no portfolio; the message says how to get one.
    """
    if path.name == PORTFOLIO_FILE.name and _holds_portfolio(path.parent):
        path = path.parent
    if _holds_portfolio(path):
        return PortfolioStore(path)
    try:
        there = path.exists()
    except OSError as error:
        raise InputProblem(
            f"can't be opened ({error.strerror})", "Check the path and its permissions.", file=path
        ) from None
    message = "is no portfolio (no portfolio.toml)" if there else "there is no such folder"
    raise InputProblem(
        message,
        "Start one with cmalt-tui new PATH, or make one of what you have with "
        "cmalt-tui import SOURCE --into PATH.",
        file=path,
    )


def _nothing_more(store: PortfolioStore) -> None:
    """Add nothing to a new portfolio."""


def create_portfolio(
    folder: Path, portfolio: Portfolio, add: Callable[[PortfolioStore], None] = _nothing_more
) -> PortfolioStore:
    """Make a portfolio folder, whole or not at all.

    Everything is written into a temporary folder beside it, which is then renamed. A folder that
    exists, and may be somebody's working folder, is filled instead, ``portfolio.toml`` last.

    Args:
        folder: Must not exist or be empty; hidden files such as ``.git`` don't count.
        portfolio: What to write.
        add: Adds artefacts before the folder is put in its place; what it raises is passed on.

    Returns:
        The portfolio, opened and loaded.

    Raises:
        InputProblem: The folder is in use, or can't be written; nothing is left behind then.
    """

    def fill(temporary: Path) -> None:
        made = PortfolioStore(temporary)
        made.save(portfolio)
        add(made)

    return fill_portfolio_folder(folder, fill)


def fill_portfolio_folder(folder: Path, fill: Callable[[Path], None]) -> PortfolioStore:
    """Make a portfolio folder, whole or not at all, of files that somebody else writes.

    Args:
        folder: As for `create_portfolio`.
        fill: Writes the files into the folder that it is given; what it raises is passed on.

    Returns:
        The portfolio, opened and loaded.

    Raises:
        InputProblem: The folder is in use, or can't be written; nothing is left behind then.
    """
    refuse_taken(folder)
    folder = folder.resolve()
    made_above = [above for above in folder.parents if not above.exists()]
    temporary = folder.parent / f".{folder.name}.{os.urandom(4).hex()}.tmp"
    try:
        temporary.mkdir(parents=True)
        fill(temporary)
        _move(temporary, folder)
    except BaseException as error:
        shutil.rmtree(temporary, ignore_errors=True)
        with suppress(OSError):
            for above in made_above:
                above.rmdir()
        if isinstance(error, OSError):
            raise not_written(folder, error) from None
        raise
    sync_folder(folder.parent)
    store = PortfolioStore(folder)
    store.load()
    return store


def refuse_taken(folder: Path) -> None:
    """See beforehand that a new portfolio can be made in a folder.

    Raises:
        InputProblem: It is in use, or can't be looked at.
    """
    try:
        if (folder / PORTFOLIO_FILE).exists():
            raise InputProblem(
                "is a portfolio already", f"Open it with cmalt-tui open {folder}.", file=folder
            )
        if folder.exists() and not folder.is_dir():
            raise InputProblem("is a file", "Name a folder that does not exist yet.", file=folder)
        if folder.is_dir() and any(not entry.name.startswith(".") for entry in folder.iterdir()):
            raise InputProblem(
                "is not empty",
                "Name a folder that does not exist yet, or an empty one.",
                file=folder,
            )
    except OSError as error:
        raise not_written(folder, error) from None


def _holds_portfolio(folder: Path) -> bool:
    try:
        return (folder / PORTFOLIO_FILE).is_file()
    except OSError:
        return False


def _move(temporary: Path, folder: Path) -> None:
    if not folder.exists():
        temporary.rename(folder)
        return
    moved: list[Path] = []
    try:
        for entry in sorted(
            temporary.iterdir(), key=lambda entry: entry.name == PORTFOLIO_FILE.name
        ):
            moved.append(entry.rename(folder / entry.name))
        temporary.rmdir()
    except BaseException:
        _remove(moved)
        raise


def _remove(entries: Iterable[Path]) -> None:
    for entry in entries:
        if entry.is_dir():
            shutil.rmtree(entry, ignore_errors=True)
        else:
            entry.unlink(missing_ok=True)
