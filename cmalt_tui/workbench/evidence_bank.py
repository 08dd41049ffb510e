"""Takes things into the evidence bank and the log: one step of undo each, saved at once."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from cmalt_tui.model.evidence_uses import renamed_item, without_item
from cmalt_tui.model.framework import Framework
from cmalt_tui.model.log_entry import LogEntry
from cmalt_tui.model.log_line import read_log_line
from cmalt_tui.model.outline import Entry, entries
from cmalt_tui.model.portfolio import EvidenceItem, Portfolio
from cmalt_tui.plain_text import clean, clean_line, free_id, slug
from cmalt_tui.problems import InputProblem, did_you_mean
from cmalt_tui.store.artefacts import (
    LARGEST_ARTEFACT,
    evidence_path,
    fingerprint_of,
    is_artefact_there,
)
from cmalt_tui.store.layout import item_path
from cmalt_tui.workbench.bringing_in import bring_in, brought_in_anew, with_brought_in
from cmalt_tui.workbench.desk import Desk

_ID_LENGTH = 48


class Added(NamedTuple):
    """What became of a thing that was brought in.

    Attributes:
        item: The item as it is in the bank.
        is_new: Whether it was not there before; the same file or address is not taken in twice.
        file: Where the item's own file is.
    """

    item: EvidenceItem
    is_new: bool
    file: Path


class Logged(NamedTuple):
    """An entry of the log that was kept, and where it is."""

    entry: LogEntry
    file: Path


def add_evidence(
    desk: Desk,
    source: str,
    today: date,
    *,
    title: str = "",
    kind: str = "",
    section: str = "",
    shows: str = "",
    given: EvidenceItem | None = None,
    most: int = LARGEST_ARTEFACT,
) -> Added:
    """Take a file, a web address or a physical thing into the bank, and save it.

    A file is copied in under the name of its item. What is not said is guessed from the name of
    the file and its time, or from the address; alternative text never is.

    Args:
        desk: The opened portfolio.
        source: A path, an address with http or https, or else words about a thing that is
            neither.
        title, kind: What it is called and what it is, where the person says so.
        section: The id of a section that uses it at once; without one it waits in the inbox of
            evidence, which is the items that no section uses.
        shows: What it shows there.
        given: Whatever else the person said of it; its id, title and place don't count.
        most: The largest size of a file that is taken in, in bytes.

    Raises:
        InputProblem: The source can't be used, there is no such section, or nothing can be saved.
        Conflict: A file was changed on disk by another program.
    """
    _refuse_read_only(desk)
    section = known_section(desk, section)
    item, is_new = bring_in(
        desk.folder, desk.portfolio, source, today, title=title, kind=kind, given=given, most=most
    )
    changed = with_brought_in(desk.portfolio, item, section, shows)
    if changed != desk.portfolio:
        used = desk.portfolio.evidence.get(item.id) == item
        done = f"used in {section}" if used else "taken in"
        _keep(desk, changed, f"evidence “{item.title or item.id}” {done}")
    return Added(item, is_new, desk.folder / item_path(item))


def add_log(desk: Desk, text: str, today: date) -> Logged:
    """Note in the log what happened, and save it.

    A date in front, tags such as ``#1a``, ``#P2`` and ``#cpd``, and a length such as ``2h`` are
    read out of the line; see `read_log_line`.

    Raises:
        InputProblem: There is nothing to note, it is too long, or nothing can be saved.
        Conflict: A file was changed on disk by another program.
    """
    changed, entry = with_log_line(desk.framework, desk.portfolio, text, today)
    _keep(desk, changed, f"log “{shortened(entry)}”")
    return Logged(entry, desk.folder / item_path(entry))


def with_log_line(
    framework: Framework, portfolio: Portfolio, text: str, today: date, replacing: str = ""
) -> tuple[Portfolio, LogEntry]:
    """Put a line into the log; in memory alone, for who saves in another way than `add_log`.

    Args:
        framework: The framework, whose sections and principles can be tagged.
        portfolio: The portfolio.
        text: The line as a person typed it.
        today: The day on which it happened where the line names none.
        replacing: The id of the entry whose first line it takes the place of; empty for a new one.

    Raises:
        InputProblem: There is nothing to note, or it is too long.
    """
    shown = entries(framework, portfolio)
    known = {entry.id.lower(): entry.id for entry in shown if replacing or not entry.parked}
    codes = {one.code.lower(): one.code for one in framework.principles}
    items = {item_id.lower(): item_id for item_id in portfolio.evidence}
    read = read_log_line(clean(text), today, known, codes, items)
    if not read.text:
        raise InputProblem("there is nothing to note", "Say what happened in a line.")
    if replacing:
        _, line_end, further = portfolio.log[replacing].text.partition("\n")
        entry = replace(read, id=replacing, text=f"{read.text}{line_end}{further}")
    else:
        wanted = f"{read.date.isoformat()}-{slug(read.text, fallback='entry', longest=_ID_LENGTH)}"
        entry = replace(read, id=free_id(wanted, portfolio.log))
    return portfolio.with_log_entry(entry), entry


def shortened(entry: LogEntry) -> str:
    """How an entry of the log is called in a step of undo."""
    first = entry.text.partition("\n")[0]
    return first if len(first) <= _ID_LENGTH else first[: _ID_LENGTH - 1].rstrip() + "…"


def change_item(desk: Desk, item: EvidenceItem) -> None:
    """Put an item that was edited in the place of the one with its id, and save it.

    Raises:
        InputProblem: There is no such item, or it can't be saved.
        Conflict: A file was changed on disk by another program.
    """
    known_item(desk.portfolio, item.id)
    _keep(desk, desk.portfolio.with_evidence(item), f"evidence “{item.title or item.id}” changed")


def replace_artefact(desk: Desk, item_id: str, source: str) -> Added:
    """Let an item stand for another file, address or thing, and save that.

    Raises:
        InputProblem: There is no such item, the source can't be used, or it can't be saved.
        Conflict: A file was changed on disk by another program.
    """
    _refuse_read_only(desk)
    item = brought_in_anew(desk.folder, known_item(desk.portfolio, item_id), source)
    change_item(desk, item)
    return Added(item, False, desk.folder / item_path(item))


def rename_item(desk: Desk, old_id: str, new_id: str) -> None:
    """Give an item another id, with its uses and its references, and save that.

    Raises:
        InputProblem: There is no such item, the new id is taken or none, or it can't be saved.
        Conflict: A file was changed on disk by another program.
    """
    renamed = renamed_item(desk.portfolio, old_id, new_id)
    _keep(desk, renamed, f"evidence {old_id} renamed to {new_id}")


def remove_item(desk: Desk, item_id: str) -> None:
    """Take an item out of the bank and its sections, and save that; its artefact stays.

    Raises:
        InputProblem: There is no such item, or it can't be saved.
        Conflict: A file was changed on disk by another program.
    """
    item = known_item(desk.portfolio, item_id)
    removed = without_item(desk.portfolio, item_id)
    _keep(desk, removed, f"evidence “{item.title or item.id}” removed")


def note_fingerprint(desk: Desk, item_id: str) -> None:
    """Note that an item's file is right as it is now, and save that.

    Raises:
        InputProblem: There is no such item or file, or it can't be saved.
        Conflict: A file was changed on disk by another program.
    """
    item = known_item(desk.portfolio, item_id)
    path = evidence_path(desk.folder, item)
    if path is None or not is_artefact_there(desk.folder, item):
        raise InputProblem(f'the file of "{item.id}" is not there', "Take it in again.")
    changed = desk.portfolio.with_evidence(replace(item, sha256=fingerprint_of(path)))
    _keep(desk, changed, f"file of “{item.title or item.id}” noted as it is")


def unused_items(portfolio: Portfolio) -> tuple[EvidenceItem, ...]:
    """The inbox of evidence: the items that no section uses, in the order of the bank."""
    used = {use.item for section in portfolio.sections.values() for use in section.evidence}
    return tuple(item for item in portfolio.evidence.values() if item.id not in used)


def known_item(portfolio: Portfolio, item_id: str) -> EvidenceItem:
    """Find an item, whatever the case of its id.

    Raises:
        InputProblem: There is none; names those whose ids are near.
    """
    folded = {known.lower(): item for known, item in portfolio.evidence.items()}
    found = portfolio.evidence.get(item_id) or folded.get(item_id.lower())
    if found is None:
        otherwise = "See the ids with: cmalt-tui evidence list"
        raise InputProblem(
            f'there is no evidence "{clean_line(item_id)}"',
            did_you_mean(item_id, portfolio.evidence, otherwise),
        )
    return found


def known_section(desk: Desk, section_id: str) -> str:
    """The id of a section that applies, whatever its case; empty for an empty one.

    Raises:
        InputProblem: There is none; names those whose ids are near.
    """
    if not section_id:
        return ""
    folded = {entry.id.lower(): entry.id for entry in _sections(desk)}
    if section_id.lower() not in folded:
        known = ", ".join(folded.values())
        raise InputProblem(
            f'there is no section "{clean_line(section_id)}"',
            did_you_mean(section_id, folded.values(), f"There is: {known}."),
        )
    return folded[section_id.lower()]


def _sections(desk: Desk) -> list[Entry]:
    return [entry for entry in entries(desk.framework, desk.portfolio) if not entry.parked]


def _keep(desk: Desk, portfolio: Portfolio, what: str) -> None:
    _refuse_read_only(desk)
    desk.change(portfolio, what)
    desk.save()


def _refuse_read_only(desk: Desk) -> None:
    if desk.read_only:
        raise InputProblem(f"nothing is noted, because {desk.locked_by}".rstrip("."))
