"""Which file of a portfolio folder holds which item, and which names an item may have."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import PurePosixPath
from typing import TypeVar

from cmalt_tui.model.log_entry import LogEntry
from cmalt_tui.model.portfolio import BrokenFile, EvidenceItem, InboxItem, Portfolio, Section
from cmalt_tui.model.saved_example import SavedExample
from cmalt_tui.plain_text import ID_RULE, is_id
from cmalt_tui.problems import InputProblem

PORTFOLIO_FILE = PurePosixPath("portfolio.toml")
SECTIONS = "sections"
EVIDENCE = "evidence"
INBOX = "inbox"
EXAMPLES = "examples"
LOG = "log"
ITEM_FOLDERS = (SECTIONS, EVIDENCE, INBOX, EXAMPLES, LOG)
KEPT = "kept"
BIN = "bin"
DRAFTS = ".drafts"

Item = Portfolio | Section | EvidenceItem | InboxItem | SavedExample | LogEntry
_T = TypeVar("_T")


def folder_of(path: PurePosixPath) -> str:
    """The folder of an item's file, which says what it holds; empty for ``portfolio.toml``."""
    return path.parts[0] if len(path.parts) > 1 else ""


def head_of(portfolio: Portfolio) -> Portfolio:
    """The portfolio with nothing but what ``portfolio.toml`` holds."""
    return replace(portfolio, sections={}, evidence={}, inbox=(), examples={}, log={}, broken=())


def item_path(item: Item) -> PurePosixPath:
    """The file of an item, relative to the portfolio's folder.

    Raises:
        InputProblem: The item's id can't be the name of a file.
    """
    match item:
        case Portfolio():
            return PORTFOLIO_FILE
        case Section():
            folder = SECTIONS
        case EvidenceItem():
            folder = EVIDENCE
        case InboxItem():
            folder = INBOX
        case SavedExample():
            folder = EXAMPLES
        case LogEntry():
            folder = LOG
    if not is_id(item.id):
        raise InputProblem(
            f'"{item.id}" can\'t be an id', f"An id is made of {ID_RULE}.", key=f"{folder}/"
        )
    return PurePosixPath(folder, f"{item.id}.toml")


def items_of(portfolio: Portfolio) -> Mapping[PurePosixPath, Item]:
    """All that a portfolio holds, by the file in which it belongs.

    Raises:
        InputProblem: An id can't be the name of a file.
        ValueError: Two items want the same file; one of them would be lost.
    """
    items: dict[PurePosixPath, Item] = {PORTFOLIO_FILE: head_of(portfolio)}
    every: tuple[Item, ...] = (
        *portfolio.sections.values(),
        *portfolio.evidence.values(),
        *portfolio.inbox,
        *portfolio.examples.values(),
        *portfolio.log.values(),
    )
    for item in every:
        path = item_path(item)
        if path in items:
            raise ValueError(f"two items for {path}")
        items[path] = item
    return items


def with_item(portfolio: Portfolio, path: PurePosixPath, item: Item | None) -> Portfolio:
    """Put what a file holds in its place in the portfolio; None takes it out.

    An entry of ``broken`` for that file goes: the caller adds one if the file is broken.
    """
    broken = tuple(found for found in portfolio.broken if found.path != path)
    portfolio = replace(portfolio, broken=broken)
    match item:
        case Portfolio():
            return replace(
                item,
                sections=portfolio.sections,
                evidence=portfolio.evidence,
                inbox=portfolio.inbox,
                examples=portfolio.examples,
                log=portfolio.log,
                broken=broken,
            )
        case Section():
            return portfolio.with_section(item)
        case EvidenceItem():
            return portfolio.with_evidence(item)
        case SavedExample():
            return portfolio.with_example(item)
        case LogEntry():
            return portfolio.with_log_entry(item)
    inbox = {item_path(piece): piece for piece in portfolio.inbox}
    if isinstance(item, InboxItem):
        return replace(portfolio, inbox=tuple({**inbox, path: item}.values()))
    inbox.pop(path, None)
    folder, item_id = folder_of(path), path.stem
    return replace(
        portfolio,
        sections=_without(portfolio.sections, item_id if folder == SECTIONS else ""),
        evidence=_without(portfolio.evidence, item_id if folder == EVIDENCE else ""),
        inbox=tuple(inbox.values()),
        examples=_without(portfolio.examples, item_id if folder == EXAMPLES else ""),
        log=_without(portfolio.log, item_id if folder == LOG else ""),
    )


def with_broken(portfolio: Portfolio, broken: BrokenFile) -> Portfolio:
    """Note that a file can't be read, and take out what it held."""
    portfolio = with_item(portfolio, broken.path, None)
    return replace(portfolio, broken=(*portfolio.broken, broken))


def _without(items: Mapping[str, _T], item_id: str) -> Mapping[str, _T]:
    return {known: item for known, item in items.items() if known != item_id}
