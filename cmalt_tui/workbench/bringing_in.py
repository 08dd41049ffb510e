"""Brings a file, an address or a thing into the bank: the copy on the disk, then the item."""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from cmalt_tui.model.evidence_uses import with_shows, with_use
from cmalt_tui.model.portfolio import EvidenceItem, Portfolio
from cmalt_tui.plain_text import clean_line, free_id, slug
from cmalt_tui.store.artefacts import (
    LARGEST_ARTEFACT,
    artefact_inside,
    copy_artefact,
    fingerprint_of,
    is_artefact_there,
    plain_source,
)
from cmalt_tui.workbench.evidence_source import SourceKind, guessed_kind, guessed_title, read_source

_ID_LENGTH = 48


def bring_in(
    folder: Path,
    portfolio: Portfolio,
    source: str,
    today: date,
    *,
    title: str = "",
    kind: str = "",
    given: EvidenceItem | None = None,
    most: int = LARGEST_ARTEFACT,
) -> tuple[EvidenceItem, bool]:
    """Make an item of a thing, and copy its file in; the slow part of `add_evidence`.

    It may run in a thread, since it changes no portfolio: `with_brought_in` does.

    Returns:
        The item, and whether it is new; the same file or address is not taken in twice, but a
        file that had been lost is back.

    Raises:
        InputProblem: The source can't be used, or the file can't be copied.
    """
    named = read_source(source)
    item = replace(given or EvidenceItem("", ""), title=clean_line(title), kind=clean_line(kind))
    sha256 = ""
    if named.kind is SourceKind.FILE:
        sha256 = fingerprint_of(plain_source(named.path, most))
        written = datetime.fromtimestamp(named.path.stat().st_mtime).date()
        item = replace(item, date=item.date or min(written, today))
    known = _same_thing(portfolio, sha256, named.address)
    if known is not None:
        is_lost = sha256 and not is_artefact_there(folder, known)
        file = copy_artefact(folder, named.path, known.id) if is_lost else known.file
        return replace(known, file=file), False
    item = replace(
        item,
        title=item.title or guessed_title(named),
        kind=item.kind or guessed_kind(named),
        url=named.address or item.url,
        physical=named.words or item.physical,
        sha256=sha256,
    )
    item = replace(item, id=_free_item_id(portfolio, item, today))
    if named.kind is SourceKind.FILE:
        inside = artefact_inside(folder, named.path)
        item = replace(item, file=inside or copy_artefact(folder, named.path, item.id))
    return item, True


def brought_in_anew(
    folder: Path, item: EvidenceItem, source: str, most: int = LARGEST_ARTEFACT
) -> EvidenceItem:
    """Make an item stand for another file, address or thing; a file is copied in.

    An artefact that had the same name is kept aside first. Like `bring_in`, it may run in a
    thread.

    Raises:
        InputProblem: The source can't be used, or the file can't be copied.
    """
    named = read_source(source)
    if named.kind is SourceKind.FILE:
        sha256 = fingerprint_of(plain_source(named.path, most))
        inside = artefact_inside(folder, named.path)
        file = inside or copy_artefact(folder, named.path, item.id)
        return replace(item, file=file, sha256=sha256)
    if named.kind is SourceKind.LINK:
        return replace(item, url=named.address)
    return replace(item, physical=named.words)


def with_brought_in(
    portfolio: Portfolio, item: EvidenceItem, section: str = "", shows: str = ""
) -> Portfolio:
    """Put an item from `bring_in` into the bank, and use it in a section if one is named."""
    if portfolio.evidence.get(item.id) != item:
        portfolio = portfolio.with_evidence(item)
    if not section:
        return portfolio
    used = with_use(portfolio, section, item.id)
    return with_shows(used, section, item.id, clean_line(shows)) if shows.strip() else used


def _free_item_id(portfolio: Portfolio, item: EvidenceItem, today: date) -> str:
    year = str((item.date or today).year)
    named = slug(item.title, fallback="evidence", longest=_ID_LENGTH)
    named = named.removeprefix(f"{year}-").removesuffix(f"-{year}")
    wanted = named if named == year else f"{year}-{named}"
    return free_id(wanted, {known.lower() for known in portfolio.evidence})


def _same_thing(portfolio: Portfolio, sha256: str, address: str) -> EvidenceItem | None:
    return next(
        (
            one
            for one in portfolio.evidence.values()
            if (sha256 and one.sha256 == sha256) or (address and one.url == address)
        ),
        None,
    )
