"""Puts aside what would otherwise be lost: copies go to ``kept/``, removed files to ``bin/``."""

import os
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

from cmalt_tui.atomic_file import not_written, sync_folder, write_atomically
from cmalt_tui.store.layout import BIN, KEPT


def keep(folder: Path, path: PurePosixPath, chunks: Iterable[bytes]) -> PurePosixPath:
    """Write content into ``kept/``, below a folder of the same name as the one it belongs to.

    Returns:
        Where it is now, relative to the portfolio's folder.

    Raises:
        InputProblem: It can't be written.
    """
    kept = _free(folder, PurePosixPath(KEPT) / path.parent, path)
    write_atomically(folder / kept, chunks)
    return kept


def put_into_bin(folder: Path, path: PurePosixPath, content: bytes) -> PurePosixPath:
    """Write content into ``bin/``, as if a file of this name had been removed.

    Returns:
        Where it is now, relative to the portfolio's folder.

    Raises:
        InputProblem: It can't be written.
    """
    binned = _free(folder, PurePosixPath(BIN) / path.parent, path)
    write_atomically(folder / binned, (content,))
    return binned


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


def _free(folder: Path, parent: PurePosixPath, path: PurePosixPath) -> PurePosixPath:
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    name, number = f"{path.stem}-{stamp}", 1
    while (folder / parent / f"{name}{path.suffix}").exists():
        number += 1
        name = f"{path.stem}-{stamp}-{number}"
    return parent / f"{name}{path.suffix}"
