"""Puts aside what would otherwise be lost: copies go to ``kept/``, removed things to ``bin/``."""

import os
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

from cmalt_tui.atomic_file import not_written, sync_folder, write_atomically
from cmalt_tui.store.layout import BIN, KEPT


def keep(folder: Path, path: PurePosixPath, content: bytes) -> PurePosixPath:
    """Write content into ``kept/``, below a folder of the same name as the one it belongs to.

    Returns:
        Where it is now, relative to the portfolio's folder.

    Raises:
        InputProblem: It can't be written.
    """
    return _put(folder, PurePosixPath(KEPT), path, content)


def keep_artefact(folder: Path, path: PurePosixPath, chunks: Iterable[bytes]) -> PurePosixPath:
    """Write content of any size into ``kept/``; see `keep`."""
    kept = _free(folder, PurePosixPath(KEPT) / path.parent, path)
    write_atomically(folder / kept, chunks)
    return kept


def put_into_bin(folder: Path, path: PurePosixPath, content: bytes) -> PurePosixPath:
    """Write content into ``bin/``, as if a file of this name had been removed; see `keep`."""
    return _put(folder, PurePosixPath(BIN), path, content)


def throw_away(folder: Path, path: PurePosixPath) -> PurePosixPath:
    """Move a file into ``bin/``, below a folder of the same name as the one it came from.

    Returns:
        Where it is now, relative to the portfolio's folder.

    Raises:
        InputProblem: It can't be moved.
    """
    binned = _free(folder, PurePosixPath(BIN) / path.parent, path)
    try:
        (folder / binned).parent.mkdir(parents=True, exist_ok=True)
        os.rename(folder / path, folder / binned)  # noqa: PTH104 - beside os.replace elsewhere
    except OSError as error:
        raise not_written(folder / binned, error) from None
    sync_folder((folder / binned).parent)
    sync_folder((folder / path).parent)
    return binned


def _put(folder: Path, top: PurePosixPath, path: PurePosixPath, content: bytes) -> PurePosixPath:
    """Write content, unless it is there from an attempt whose next step failed."""
    parent = top / path.parent
    for there in (folder / parent).glob(f"{path.stem}-*{path.suffix}"):
        if _holds(there, content):
            return parent / there.name
    put = _free(folder, parent, path)
    write_atomically(folder / put, (content,))
    return put


def _holds(file: Path, content: bytes) -> bool:
    try:
        return file.stat().st_size == len(content) and file.read_bytes() == content
    except OSError:
        return False


def _free(folder: Path, parent: PurePosixPath, path: PurePosixPath) -> PurePosixPath:
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    name, number = f"{path.stem}-{stamp}", 1
    while (folder / parent / f"{name}{path.suffix}").exists():
        number += 1
        name = f"{path.stem}-{stamp}-{number}"
    return parent / f"{name}{path.suffix}"
