"""Puts together what was changed here and what another program wrote into the same files."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import PurePosixPath
from typing import NamedTuple

from cmalt_tui.checked_toml import read_content
from cmalt_tui.model.item_texts import whole_text
from cmalt_tui.model.merging import WHOLE, merge
from cmalt_tui.model.portfolio import BrokenFile, Portfolio
from cmalt_tui.model.versions import Side, TextVersions
from cmalt_tui.plain_text import clean
from cmalt_tui.problems import InputProblem
from cmalt_tui.store import PORTFOLIO_FILE, PortfolioStore
from cmalt_tui.store.item_files import SeenFile
from cmalt_tui.store.layout import Item, items_of, with_broken, with_item


class Meeting(NamedTuple):
    """Two versions of a file put together.

    Attributes:
        item: The item; None if it is gone.
        conflicts: What had to be chosen.
        theirs: The file as it is on the disk; None if it is gone.
        is_changed: Whether the item was changed here.
    """

    item: Item | None
    conflicts: tuple[TextVersions, ...]
    theirs: SeenFile | None
    is_changed: bool


class TakenIn(NamedTuple):
    """What was taken in from the disk.

    Attributes:
        portfolio: The portfolio with it.
        paths: The files that were taken in.
        merged: Those of them in which something was changed here as well.
    """

    portfolio: Portfolio
    paths: tuple[PurePosixPath, ...]
    merged: tuple[PurePosixPath, ...]


def meet(
    store: PortfolioStore,
    portfolio: Portfolio,
    path: PurePosixPath,
    choices: Mapping[str, Side] | None = None,
) -> Meeting:
    """Put together what is here and what a file says now, without taking note of either."""
    seen, theirs = store.as_seen(path), store.as_it_is(path)
    base = seen.item if seen else None
    mine = items_of(portfolio).get(path)
    is_changed = mine is not base and mine != base
    if theirs and theirs.problem:
        told = TextVersions(WHOLE, whole_text(base), whole_text(mine), _raw(store, path))
        return Meeting(mine, (told,) if is_changed else (), theirs, is_changed)
    merged = merge(base, mine, theirs.item if theirs else None, choices)
    return Meeting(merged.item, merged.conflicts, theirs, is_changed)


def take_in(
    store: PortfolioStore,
    portfolio: Portfolio,
    paths: Iterable[PurePosixPath],
    refuse: Callable[[Portfolio], None],
) -> TakenIn:
    """Take in what files say now, but for those that were changed here in the same place.

    Args:
        store: The portfolio's folder.
        portfolio: What is here.
        paths: The files.
        refuse: Raises `InputProblem` for a portfolio that can't be worked on.

    Raises:
        InputProblem: ``portfolio.toml`` can't be read, or ``refuse`` did; nothing is taken in.
    """
    taken: dict[PurePosixPath, Meeting] = {}
    for path in paths:
        met = meet(store, portfolio, path)
        if met.conflicts:
            continue
        taken[path] = met
        problem = met.theirs.problem if met.theirs else None
        if problem and path == PORTFOLIO_FILE:
            raise InputProblem.of(problem)
        if problem:
            portfolio = with_broken(portfolio, BrokenFile(path, problem))
        else:
            portfolio = with_item(portfolio, path, met.item)
    refuse(portfolio)
    # A drive that went away meanwhile must not look like files that somebody removed.
    store.refuse_gone()
    for path, met in taken.items():
        store.accept(path, met.theirs)
    merged = tuple(path for path, met in taken.items() if met.is_changed)
    return TakenIn(portfolio, tuple(taken), merged)


def settle(
    store: PortfolioStore,
    portfolio: Portfolio,
    path: PurePosixPath,
    choices: Mapping[str, Side],
) -> Portfolio:
    """Settle a conflict; see `cmalt_tui.workbench.desk.Desk.settle`."""
    met = meet(store, portfolio, path, choices)
    sides = {choices.get(text.name, Side.MINE) for text in met.conflicts}
    if met.theirs and met.theirs.problem:
        if Side.THEIRS in sides:
            return store.take_theirs(portfolio, path)
        store.save_over(portfolio, path)
        return portfolio
    mine = items_of(portfolio).get(path)
    if Side.MINE in sides and met.theirs:
        store.keep_aside(path)
    if Side.THEIRS in sides and mine is not None:
        store.keep_aside(path, mine)
    store.accept(path, met.theirs)
    return with_item(portfolio, path, met.item)


def _raw(store: PortfolioStore, path: PurePosixPath) -> str:
    """What a file says that can't be read as an item."""
    return clean(read_content(store.folder / path).decode(errors="replace"))
