"""Writes all of a portfolio's folder as one zip, from which an import makes the same portfolio."""

import json
import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath

from cmalt_tui.export.request import ExportNote, ExportRequest
from cmalt_tui.export.written import Written
from cmalt_tui.export.zip_file import ZipWriter
from cmalt_tui.model.archive_terms import (
    ARCHIVE_FOLDER,
    ARCHIVE_KIND,
    ARCHIVE_MANIFEST,
    ARCHIVE_READ_ME,
    ARCHIVE_SCHEMA,
    MOST_ARCHIVED_BYTES,
    MOST_ARCHIVED_FILES,
    UNFIT_IN_NAMES,
)
from cmalt_tui.plain_text import amount, clean_line
from cmalt_tui.problems import InputProblem

_EXPORTS = "exports"
_MOST_NAMED = 5
_TO_READ = """\
This is a whole portfolio of cmalt-tui: every text with its private notes, the log, the inbox,
the examples that were kept, what was thrown away, and the files of the evidence.

To have it back as a folder:

    cmalt-tui import THIS-FILE.zip --into NEW-FOLDER

Without the program: the folder "portfolio" holds plain text files (TOML) and the files
themselves. archive.json lists them with their sizes and SHA-256 fingerprints.
"""


def write_archive(request: ExportRequest, check: Callable[[], None]) -> Written:
    """Write the archive.

    All files of the folder go in as they are, those that can't be read as an item too. Hidden
    files, earlier exports and links that lead out stay behind, and each is told.

    Raises:
        InputProblem: There are more or larger files than an import would take.
    """
    into = ZipWriter(check)
    left = _LeftBehind()
    listed: list[dict[str, object]] = []
    total = 0
    into.add(ARCHIVE_READ_ME, _TO_READ.encode())
    for path, file in _files(request.folder, left):
        check()
        total += file.stat().st_size
        if len(listed) >= MOST_ARCHIVED_FILES or total > MOST_ARCHIVED_BYTES:
            raise _too_much(request.folder)
        packed = into.add(f"{ARCHIVE_FOLDER}/{path}", file)
        listed.append({"path": path, "size": packed.size, "sha256": packed.sha256})
    described = {
        "kind": ARCHIVE_KIND,
        "schema": ARCHIVE_SCHEMA,
        "title": clean_line(request.portfolio.title),
        "framework": request.portfolio.framework,
        "pathway": request.portfolio.pathway,
        "files": listed,
    }
    into.add(ARCHIVE_MANIFEST, (json.dumps(described, ensure_ascii=False) + "\n").encode())
    broken = (
        ExportNote(
            f"copied as it is, it can't be read: {one.path} ({one.problem.message})", one.section
        )
        for one in request.portfolio.broken
    )
    return Written(into.finished(), (*broken, *left.notes()))


class _LeftBehind:
    """What doesn't go into the archive, by the reason."""

    def __init__(self) -> None:
        self._names: dict[str, list[str]] = {}

    def add(self, reason: str, path: str) -> None:
        self._names.setdefault(reason, []).append(clean_line(path))

    def notes(self) -> Iterator[ExportNote]:
        for reason, names in self._names.items():
            more = len(names) - _MOST_NAMED
            told = ", ".join(names[:_MOST_NAMED]) + (f" and {more} more" if more > 0 else "")
            yield ExportNote(f"not in the archive, {reason}: {told}")


def _files(folder: Path, left: _LeftBehind) -> Iterator[tuple[str, Path]]:
    """The files of the folder in the order of their names, with their paths in it."""
    root = folder.resolve()
    for place, folders, names in os.walk(root):
        here = Path(place)
        relative = PurePosixPath(here.relative_to(root).as_posix())
        kept = []
        for name in sorted(folders):
            if reason := _reason(here / name, root, top=here == root):
                left.add(reason, f"{relative / name}/")
            else:
                kept.append(name)
        folders[:] = kept
        for name in sorted(names):
            file, path = here / name, str(relative / name)
            if reason := _reason(file, root, top=False):
                left.add(reason, path)
            else:
                yield path, file


def _reason(entry: Path, root: Path, *, top: bool) -> str:
    """Why a file or a folder stays behind; empty where it goes in."""
    if entry.name.startswith("."):
        return "hidden"
    if top and entry.name == _EXPORTS:
        return "earlier exports"
    if UNFIT_IN_NAMES & set(entry.name) or not _is_text(entry.name):
        return "a name that not every system can have"
    try:
        if entry.is_symlink():
            inside = entry.resolve(strict=True).is_relative_to(root)
            if entry.is_dir() or not inside:
                return "a link"
        mode = entry.stat().st_mode
    except (OSError, RuntimeError):
        return "can't be read"
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
        return "no plain file"
    return "" if os.access(entry, os.R_OK) else "can't be read"


def _is_text(name: str) -> bool:
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def _too_much(folder: Path) -> InputProblem:
    most = f"{MOST_ARCHIVED_BYTES // 1024**3} GB"
    return InputProblem(
        f"holds more than {most}, or more than {amount(MOST_ARCHIVED_FILES, 'file')}, which no "
        "import would take back",
        "Copy the folder itself, or move large files out of it.",
        file=folder,
    )
