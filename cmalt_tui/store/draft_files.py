"""Draft files: one unsaved item each, written whole and read with suspicion."""

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from cmalt_tui.atomic_file import write_atomically
from cmalt_tui.checked_toml import LARGEST_FILE, parse_table
from cmalt_tui.plain_text import clean_line, is_id
from cmalt_tui.problems import InputProblem
from cmalt_tui.store.draft_places import DraftPlace
from cmalt_tui.store.item_files import digest_of
from cmalt_tui.store.item_reading import read_item
from cmalt_tui.store.item_values import item_values
from cmalt_tui.store.layout import ITEM_FOLDERS, PORTFOLIO_FILE, Item, folder_of
from cmalt_tui.store.lock import Program

SCHEMA = 1
_SUFFIX = ".json"
# Two versions of an item, and what JSON adds to them.
_LARGEST = 4 * LARGEST_FILE
_MOST_DRAFTS = 10_000


class DraftFile(NamedTuple):
    """What a draft file says.

    Attributes:
        path: The item's file, relative to the portfolio's folder.
        folder: The portfolio's folder when the draft was written.
        written: When.
        program: Which program wrote it.
        run: Tells apart the portfolios that one program opened one after the other.
        digest: A hash of the item's file as the draft knew it; empty if there was none.
        base: The item as the draft knew it; None if there was none, or it could not be read.
        item: The item as it would have been written; None if it was taken out.
    """

    path: PurePosixPath
    folder: str
    written: datetime
    program: Program
    run: str
    digest: str
    base: Item | None
    item: Item | None


def write_draft(place: DraftPlace, draft: DraftFile, number: int) -> Path:
    """Write a draft.

    Args:
        place: Where to.
        draft: What.
        number: How many the run has written; each goes into a file of its own.

    Returns:
        Its file.

    Raises:
        InputProblem: It can't be written.
    """
    place.make()
    program = draft.program
    values = {
        "schema": SCHEMA,
        "path": str(draft.path),
        "folder": draft.folder,
        "written": draft.written.isoformat(timespec="milliseconds"),
        "host": program.host,
        "process": program.process,
        "started": program.started,
        "run": draft.run,
        "based_on": {"digest": draft.digest, "content": _content(draft.base)},
        "content": _content(draft.item),
    }
    short = digest_of(str(draft.path).encode())[:8]
    file = place.folder / f"{draft.path.stem[:60]}-{short}.{draft.run}-{number}{_SUFFIX}"
    write_atomically(file, (json.dumps(values, indent=1).encode(), b"\n"))
    return file


def draft_files(place: DraftPlace) -> Iterator[Path]:
    """List the draft files of a place that may be trusted."""
    if not place.is_trusted():
        return
    try:
        names = sorted(
            entry.name
            for entry in place.folder.iterdir()
            if entry.name.endswith(_SUFFIX) and not entry.name.startswith(".")
        )
    except OSError:
        return
    yield from (place.folder / name for name in names[:_MOST_DRAFTS])


def read_draft(file: Path) -> DraftFile:
    """Read a draft.

    Raises:
        InputProblem: It is no draft, or one of a newer program.
    """
    try:
        values = json.loads(_bytes_of(file))
        if int(values["schema"]) > SCHEMA:
            raise InputProblem(
                "was made by a newer cmalt-tui",
                "Update it: pip install --upgrade cmalt-tui.",
                file=file,
            )
        path = _item_path(str(values["path"]))
        based_on = values["based_on"]
        return DraftFile(
            path=path,
            folder=str(values["folder"]),
            written=datetime.fromisoformat(values["written"]).astimezone(),
            program=Program(
                clean_line(str(values["host"])), int(values["process"]), str(values["started"])
            ),
            run=str(values["run"]),
            digest=str(based_on["digest"]),
            base=_item(based_on["content"], path, file),
            item=_item(values["content"], path, file),
        )
    except (OSError, ValueError, KeyError, TypeError, RecursionError, OverflowError) as error:
        raise InputProblem(
            f"is no draft that can be read ({clean_line(str(error))[:80]})",
            "Look into it with any text editor; take it away once it is not needed.",
            file=file,
        ) from None


def is_item_path(text: str) -> bool:
    """Whether a text names the file of an item, relative to a portfolio: ``sections/1a.toml``."""
    path = PurePosixPath(text)
    if path == PORTFOLIO_FILE:
        return True
    named = len(path.parts) == 2 and folder_of(path) in ITEM_FOLDERS
    return named and path.suffix == ".toml" and is_id(path.stem)


def _bytes_of(file: Path) -> bytes:
    if file.is_symlink() or not file.is_file():
        raise ValueError("not a plain file")
    if file.stat().st_size > _LARGEST:
        raise ValueError("too large")
    return file.read_bytes()


def _item_path(text: str) -> PurePosixPath:
    if not is_item_path(text):
        raise ValueError("it names no item")
    return PurePosixPath(text)


def _item(content: object, path: PurePosixPath, file: Path) -> Item | None:
    return None if content is None else read_item(parse_table(str(content).encode(), file), path)


def _content(item: Item | None) -> str | None:
    if item is None:
        return None
    from cmalt_tui.store.toml_text import new_text

    return new_text(item_values(item))
