"""An archive of a whole portfolio, as the export writes it: recognised, checked and unpacked."""

import hashlib
import json
import stat
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from cmalt_tui.intake.reading.archive import BROKEN, MOST_BYTES
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
from cmalt_tui.plain_text import clean_line
from cmalt_tui.problems import InputProblem
from cmalt_tui.progress import Progress, Report

_CHUNK = 1 << 20
_MOST_OF_MANIFEST = 32 * _CHUNK
# Prose packs to a quarter, and tables of figures to a tenth; what packs far better is a bomb.
_MOST_TIMES = 50
_SAVE_ANEW = "Make the archive anew with: cmalt-tui export --to archive"


@dataclass(frozen=True)
class _Listed:
    """A file as the archive's own list has it."""

    path: str
    size: int
    sha256: str


def is_own_archive(path: Path) -> bool:
    """Whether a file is an archive of a portfolio, going by the list that it holds."""
    if path.suffix.lower() != ".zip" or not path.is_file():
        return False
    try:
        with zipfile.ZipFile(path) as archive:
            return _manifest(archive, path).get("kind") == ARCHIVE_KIND
    except (*BROKEN, OSError, ValueError, NotImplementedError, KeyError, InputProblem):
        return False


def unpack_own_archive(path: Path, into: Path, report: Report) -> tuple[str, ...]:
    """Unpack an archive.

    Args:
        path: A file for which `is_own_archive` holds.
        into: An existing, empty folder; nothing is written outside it.
        report: Told of each file; may raise to stop.

    Returns:
        What the person should know: files that were changed since, or that are missing.

    Raises:
        InputProblem: It is of a newer program, is broken, unpacks to too much, or holds a path
            that no archive of a portfolio has.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            listed = _listed(_manifest(archive, path), path)
            members = _members(archive, path)
            _refuse_too_much(path, members, listed)
            warnings = list(_differences(members, listed))
            wanted = [one for one in listed if one.path in members]
            for done, one in enumerate(wanted):
                report(Progress(done, len(wanted), f"Unpacking {one.path}"))
                if not _unpacked(archive, members[one.path], one, into):
                    warnings.append(f"{one.path}: was changed since the archive was made")
    except (*BROKEN, OSError, RuntimeError, NotImplementedError) as error:
        raise InputProblem("the archive can't be unpacked", _SAVE_ANEW, file=path) from error
    report(Progress(len(wanted), len(wanted), "Unpacked"))
    return tuple(warnings)


def _manifest(archive: zipfile.ZipFile, path: Path) -> Mapping[str, object]:
    with archive.open(ARCHIVE_MANIFEST) as file:
        content = file.read(_MOST_OF_MANIFEST + 1)
    if len(content) > _MOST_OF_MANIFEST:
        raise InputProblem("the list in the archive is too long", _SAVE_ANEW, file=path)
    try:
        read = json.loads(content)
    except (ValueError, RecursionError):
        read = None
    return read if isinstance(read, dict) else {}


def _listed(manifest: Mapping[str, object], path: Path) -> list[_Listed]:
    schema, files = manifest.get("schema"), manifest.get("files")
    if isinstance(schema, int) and schema > ARCHIVE_SCHEMA:
        raise InputProblem(
            "this archive was made by a newer version of the program",
            "Update cmalt-tui, then import it.",
            file=path,
        )
    if not isinstance(files, list) or len(files) > MOST_ARCHIVED_FILES:
        raise InputProblem("the list in the archive can't be used", _SAVE_ANEW, file=path)
    listed = []
    for one in files:
        known = one if isinstance(one, dict) else {}
        name, size, digest = known.get("path"), known.get("size"), known.get("sha256")
        if not isinstance(name, str) or not isinstance(size, int) or not isinstance(digest, str):
            raise InputProblem("the list in the archive can't be used", _SAVE_ANEW, file=path)
        _refuse_unsafe(name, path)
        listed.append(_Listed(name, size, digest))
    return listed


def _members(archive: zipfile.ZipFile, path: Path) -> dict[str, zipfile.ZipInfo]:
    """The members that are files of the portfolio, by their path in its folder."""
    members: dict[str, zipfile.ZipInfo] = {}
    found = archive.infolist()
    if len(found) > 2 * MOST_ARCHIVED_FILES:
        raise InputProblem("the archive holds too many files", _SAVE_ANEW, file=path)
    for member in found:
        name = member.filename
        if member.is_dir() or name in (ARCHIVE_MANIFEST, ARCHIVE_READ_ME):
            continue
        _refuse_unsafe(name, path)
        inside = name.removeprefix(f"{ARCHIVE_FOLDER}/")
        if stat.S_ISLNK(member.external_attr >> 16) or inside in members:
            raise _unsafe(name, path)
        members[inside] = member
    return members


def _refuse_unsafe(name: str, path: Path) -> None:
    """Refuse a path that climbs out, is hidden, or that some system reads otherwise."""
    parts = name.split("/")
    if any(part.startswith(".") or not part or UNFIT_IN_NAMES & set(part) for part in parts):
        raise _unsafe(name, path)
    if PurePosixPath(name).is_absolute():
        raise _unsafe(name, path)


def _unsafe(name: str, path: Path) -> InputProblem:
    return InputProblem(
        f"it holds a path that no archive of a portfolio has: {clean_line(name)[:80]}",
        "Nothing was unpacked. Import it only if you know who made it, and look into it first.",
        file=path,
    )


def _refuse_too_much(
    path: Path, members: Mapping[str, zipfile.ZipInfo], listed: list[_Listed]
) -> None:
    total = sum(members[one.path].file_size for one in listed if one.path in members)
    most = min(MOST_ARCHIVED_BYTES, max(MOST_BYTES, _MOST_TIMES * path.stat().st_size))
    if total > most:
        raise InputProblem("it unpacks to far more than a portfolio holds", _SAVE_ANEW, file=path)


def _differences(members: Mapping[str, zipfile.ZipInfo], listed: list[_Listed]) -> Iterator[str]:
    known = {one.path for one in listed}
    for one in listed:
        if one.path not in members:
            yield f"{one.path}: is in the archive's list, but not in the archive"
    for name in members:
        if name not in known:
            yield f"{clean_line(name)}: left out, it is not in the archive's list"


def _unpacked(archive: zipfile.ZipFile, member: zipfile.ZipInfo, one: _Listed, into: Path) -> bool:
    """Unpack a file; says whether it is as it was when the archive was made."""
    target = into / one.path
    target.parent.mkdir(parents=True, exist_ok=True)
    digest, size = hashlib.sha256(), 0
    with archive.open(member) as source, target.open("xb") as sink:
        while chunk := source.read(_CHUNK):
            size += len(chunk)
            if size > member.file_size:
                raise zipfile.BadZipFile("a member is larger than the directory says")
            digest.update(chunk)
            sink.write(chunk)
    return digest.hexdigest() == one.sha256
