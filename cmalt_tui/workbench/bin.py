"""What lies in the bin and among the kept versions: listed, read, brought back, thrown away."""

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from cmalt_tui.atomic_file import not_written
from cmalt_tui.checked_toml import Table, parse_table, read_content
from cmalt_tui.model.framework import refuse_unknown_pathway
from cmalt_tui.model.item_texts import texts_of, whole_text
from cmalt_tui.model.log_entry import LogEntry
from cmalt_tui.model.outline import base_id
from cmalt_tui.model.portfolio import EvidenceItem, InboxItem, Portfolio, Section
from cmalt_tui.model.saved_example import SavedExample
from cmalt_tui.plain_text import clean, clean_line, free_id
from cmalt_tui.problems import InputProblem
from cmalt_tui.store.draft_files import is_item_path
from cmalt_tui.store.item_reading import read_item
from cmalt_tui.store.layout import BIN, KEPT, Item, item_path, items_of, with_item
from cmalt_tui.store.reflection_bin import REFLECTIONS, BinnedReflection, read_reflection
from cmalt_tui.store.rendering import render
from cmalt_tui.store.setting_aside import keep
from cmalt_tui.workbench.desk import Desk

MOST_LISTED = 1_000
LONG_AGO = timedelta(days=30)
_FIRST_WORDS = 12
_STAMPED = re.compile(r"(?P<stem>.+)-(?P<stamp>\d{8}T\d{6}Z)(?:-\d+)?")


class Binned(NamedTuple):
    """Something that was removed or replaced.

    Attributes:
        place: Its file, relative to the portfolio's folder: ``bin/sections/…``.
        path: The file that it was: ``sections/1a.toml``, ``reflections/…`` for a reflection.
        what: What it is, for a person: ``section 1a``, ``reflection “The pilot” of 1a``.
        when: When it was put there, with its time zone.
        is_replaced: Whether another version took its place; else it was removed.
        first_words: How its text begins; empty for what holds none.
    """

    place: PurePosixPath
    path: PurePosixPath
    what: str
    when: datetime
    is_replaced: bool
    first_words: str


def list_bin(folder: Path) -> tuple[Binned, ...]:
    """List what lies in ``bin/`` and ``kept/`` of a portfolio, the newest first.

    What can't be read is listed by the name of its file.
    """
    placed = sorted(_places(folder), key=lambda one: _when(folder, one), reverse=True)
    return tuple(_binned(folder, place) for place in placed[:MOST_LISTED])


def read_binned(folder: Path, place: PurePosixPath) -> str:
    """All that a thing of the bin says.

    Raises:
        InputProblem: It can't be read.
    """
    try:
        found = _found(folder, place)
    except InputProblem:
        return clean(read_content(folder / place).decode(errors="replace"))
    return whole_text(found.reflection if isinstance(found, BinnedReflection) else found)


def bring_back(desk: Desk, place: PurePosixPath) -> str:
    """Put a thing of the bin back into the portfolio, as one step of undo.

    Where its name is taken it gets another one. A section that can have no other name, and what
    ``portfolio.toml`` says, changes places with what stands there, which goes into ``kept/``.

    Args:
        desk: The portfolio.
        place: Its file, as `Binned` has it; it stays in the bin.

    Returns:
        What was done.

    Raises:
        InputProblem: It can't be read, or is no item of a portfolio.
    """
    if desk.read_only:
        raise InputProblem(f"nothing is brought back, because {desk.locked_by}".rstrip("."))
    found = _found(desk.folder, place)
    if isinstance(found, BinnedReflection):
        section = desk.portfolio.section(found.section)
        fresh = free_id(found.reflection.id, {piece.id for piece in section.reflections})
        section = section.with_reflection(replace(found.reflection, id=fresh))
        desk.change(desk.portfolio.with_section(section), f"{_named(found)} brought back")
        return f"Brought back: {_named(found)}."
    item = _with_free_name(desk.portfolio, found)
    if isinstance(item, Portfolio):
        refuse_unknown_pathway(desk.framework, item.pathway)
    path = item_path(item)
    there = items_of(desk.portfolio).get(path)
    told = f"Brought back: {_named(item)}."
    if there is not None and there != Section(path.stem):
        kept = keep(desk.folder, path, render(there, path, desk.folder).content)
        told += f" What stood there is in {kept}."
    desk.change(with_item(desk.portfolio, path, item), f"{_named(item)} brought back")
    return told


def places_in_bin(folder: Path, longer_than: timedelta) -> tuple[PurePosixPath, ...]:
    """All that has been in ``bin/`` and ``kept/`` for longer than some time."""
    until = datetime.now(UTC) - longer_than
    return tuple(place for place in _places(folder) if _when(folder, place) <= until)


def throw_away(desk: Desk, places: Iterable[PurePosixPath]) -> int:
    """Throw things of the bin away for good; there is no undo of this.

    Args:
        desk: The portfolio.
        places: Their files, as `Binned` has them.

    Returns:
        How many there were.

    Raises:
        InputProblem: Somebody else writes, or one can't be removed; those before it are gone.
    """
    if desk.read_only:
        raise InputProblem(f"nothing is thrown away, because {desk.locked_by}".rstrip("."))
    gone = 0
    for place in places:
        try:
            (desk.folder / place).unlink(missing_ok=True)
        except OSError as error:
            raise not_written(desk.folder / place, error) from None
        gone += 1
    return gone


def _places(folder: Path) -> Iterator[PurePosixPath]:
    """All files below ``bin/`` and ``kept/``; links are not followed and hidden files left out."""
    for top in (BIN, KEPT):
        if (folder / top).is_symlink():
            continue
        for here, folders, files in os.walk(folder / top):
            folders[:] = [name for name in folders if not name.startswith(".")]
            for name in files:
                file = Path(here, name)
                if not name.startswith(".") and not file.is_symlink():
                    yield PurePosixPath(file.relative_to(folder).as_posix())


def _binned(folder: Path, place: PurePosixPath) -> Binned:
    try:
        found = _found(folder, place)
    except InputProblem:
        what, words = clean_line(_origin(place).name), ""
    else:
        what, words = _named(found), _first_words(found)
    when, is_replaced = _when(folder, place), place.parts[0] == KEPT
    return Binned(place, _origin(place), what, when, is_replaced, words)


def _found(folder: Path, place: PurePosixPath) -> Item | BinnedReflection:
    origin = _origin(place)
    file = folder / place
    is_reflection = origin.parts[0] == REFLECTIONS and len(origin.parts) > 1
    if not is_reflection and not is_item_path(str(origin)):
        raise InputProblem(
            "is no item of a portfolio", "It lies there as a file; copy it from there.", file=file
        )
    table: Table = parse_table(read_content(file), file)
    return read_reflection(table) if is_reflection else read_item(table, origin)


def _origin(place: PurePosixPath) -> PurePosixPath:
    """The file that a thing of the bin was before it got the time into its name."""
    stamped = _STAMPED.fullmatch(place.stem)
    path = PurePosixPath(*place.parts[1:])
    return path.with_name(f"{stamped['stem']}{place.suffix}") if stamped else path


def _when(folder: Path, place: PurePosixPath) -> datetime:
    stamped = _STAMPED.fullmatch(place.stem)
    try:
        if stamped:
            return datetime.strptime(stamped["stamp"], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
        return datetime.fromtimestamp((folder / place).stat().st_mtime, UTC)
    except (OSError, ValueError, OverflowError):
        return datetime.fromtimestamp(0, UTC)


def _named(found: Item | BinnedReflection) -> str:
    match found:
        case BinnedReflection():
            return (
                f"reflection “{found.reflection.title or found.reflection.id}” of {found.section}"
            )
        case Section():
            return f"section {found.id}"
        case EvidenceItem():
            return f"evidence “{found.title}”"
        case InboxItem():
            return f"“{found.heading or found.id}” of the inbox"
        case SavedExample():
            return f"example “{found.passage.title or found.id}” of {found.section}"
        case LogEntry():
            return f"entry of the log, {found.date}"
    return "title, author and dates"


def _first_words(found: Item | BinnedReflection) -> str:
    if isinstance(found, BinnedReflection):
        text = found.reflection.text
    else:
        texts = texts_of(found)
        order = ("description", "statement", "text", "caption", "role", "note", "title")
        reflections = [text for name, text in texts.items() if name.endswith("”")]
        said = [texts.get(name, "") for name in order[:3]] + reflections
        said += [texts.get(name, "") for name in order[3:]]
        text = next((one for one in said if one.strip()), "")
    words = text.split(maxsplit=_FIRST_WORDS)
    return " ".join(words[:_FIRST_WORDS]) + ("…" if len(words) > _FIRST_WORDS else "")


def _with_free_name(portfolio: Portfolio, item: Item) -> Item:
    """The item, under another name where its own is taken and another one is possible."""
    match item:
        case Section() if base_id(item.id) != item.id:
            base, number = base_id(item.id), 1
            while portfolio.sections.get(item.id, Section(item.id)) != Section(item.id):
                number += 1
                item = replace(item, id=f"{base}-{number}")
        case EvidenceItem():
            return replace(item, id=free_id(item.id, portfolio.evidence))
        case InboxItem():
            return replace(item, id=free_id(item.id, {one.id for one in portfolio.inbox}))
        case SavedExample():
            return replace(item, id=free_id(item.id, portfolio.examples))
        case LogEntry():
            return replace(item, id=free_id(item.id, portfolio.log))
    return item
