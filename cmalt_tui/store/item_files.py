"""Finds and reads the item files of a portfolio folder; one that can't be read stops no other."""

import hashlib
import os
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from cmalt_tui.checked_toml import parse_table, read_content
from cmalt_tui.model.log_entry import LogEntry
from cmalt_tui.model.portfolio import BrokenFile, EvidenceItem, InboxItem, Portfolio, Section
from cmalt_tui.model.saved_example import SavedExample
from cmalt_tui.plain_text import ID_RULE, is_id
from cmalt_tui.problems import InputProblem, Problem
from cmalt_tui.store.item_reading import read_item
from cmalt_tui.store.layout import ITEM_FOLDERS, Item

Stamp = tuple[int, int]


class SeenFile(NamedTuple):
    """A file as it was when it was last read or written.

    Attributes:
        item: What it holds; None if it can't be read.
        problem: Why it can't be read.
        digest: A hash of its bytes; empty if not even those can be had.
        stamp: Time of change and size, to see cheaply that nothing has changed.
    """

    item: Item | None
    digest: str
    stamp: Stamp
    problem: Problem | None = None


class Unsaved(NamedTuple):
    """An item that the disk doesn't have as it stands.

    Attributes:
        item: The item; None if it was taken out.
        base: As its file had it when it was last read or written; None if it had nothing readable.
        digest: A hash of that file; empty if there was none.
    """

    item: Item | None
    base: Item | None
    digest: str


def item_files(folder: Path) -> Iterator[PurePosixPath]:
    """List the item files of a portfolio folder, without ``portfolio.toml``, by folder and name.

    Raises:
        InputProblem: A folder is there and can't be listed; its items must not seem to be gone.
    """
    for name in ITEM_FOLDERS:
        try:
            with os.scandir(folder / name) as listed:
                found = sorted(
                    entry.name
                    for entry in listed
                    if entry.name.endswith(".toml") and not entry.name.startswith(".")
                )
        except FileNotFoundError:
            continue
        except OSError as error:
            raise InputProblem(
                f"can't be read as a folder ({error.strerror or error})",
                "Check what it is, and its permissions.",
                file=folder / name,
            ) from None
        yield from (PurePosixPath(name, file) for file in found)


def see_file(folder: Path, path: PurePosixPath) -> SeenFile:
    """Read an item file; what is wrong with it goes into the answer."""
    file = folder / path
    stamp, digest = (0, 0), ""
    try:
        _check_name(file, path)
        check_inside(folder, file)
        stamp = stamp_of(file)
        content = read_content(file)
        digest = digest_of(content)
        return SeenFile(read_item(parse_table(content, file), path), digest, stamp)
    except InputProblem as problem:
        return SeenFile(None, digest, stamp, problem.problem)


def head_in(seen: SeenFile) -> Portfolio:
    """What ``portfolio.toml`` holds.

    Raises:
        InputProblem: It can't be read.
    """
    if seen.problem:
        raise InputProblem.of(seen.problem)
    assert isinstance(seen.item, Portfolio)
    return seen.item


def gathered(head: Portfolio, seen: Mapping[PurePosixPath, SeenFile]) -> Portfolio:
    """Put a portfolio together from its head and the files that were read."""
    items = [file.item for file in seen.values()]
    return replace(
        head,
        sections={item.id: item for item in items if isinstance(item, Section)},
        evidence={item.id: item for item in items if isinstance(item, EvidenceItem)},
        inbox=tuple(item for item in items if isinstance(item, InboxItem)),
        examples={item.id: item for item in items if isinstance(item, SavedExample)},
        log={item.id: item for item in items if isinstance(item, LogEntry)},
        broken=tuple(BrokenFile(path, file.problem) for path, file in seen.items() if file.problem),
    )


def check_inside(folder: Path, file: Path) -> None:
    """Refuse a file that is no plain file, or that a link leads out of the portfolio.

    A file that does not exist yet is fine.

    Raises:
        InputProblem: It is one of these, or can't be looked at.
    """
    try:
        linked = file.is_symlink() or file.parent.is_symlink()
        inside = not linked or file.resolve().is_relative_to(folder.resolve())
        plain = file.is_file() or not file.exists()
    except (OSError, RuntimeError) as error:
        raise InputProblem(
            f"can't be read ({error})", "Check its permissions, and where it leads.", file=file
        ) from None
    if not inside:
        raise InputProblem(
            "is a link that leads out of the portfolio",
            "Put the file itself here; nothing outside the folder is read or written.",
            file=file,
        )
    if not plain:
        raise InputProblem("is not a plain file", "Move it out of the folder.", file=file)


def is_there(file: Path) -> bool:
    """Whether there is a file or a link of this name; one that can't be looked at is there."""
    try:
        file.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return True
    return True


def stamp_of(file: Path) -> Stamp:
    """The file's time of change and size; zeros if there is no such file."""
    try:
        status = file.stat()
    except OSError:
        return (0, 0)
    return (status.st_mtime_ns, status.st_size)


def digest_of(content: bytes) -> str:
    """A hash by which two contents are told apart."""
    return hashlib.blake2b(content, digest_size=16).hexdigest()


def _check_name(file: Path, path: PurePosixPath) -> None:
    if not is_id(path.stem):
        raise InputProblem("the name can't be an id", f"Rename the file: use {ID_RULE}.", file=file)
