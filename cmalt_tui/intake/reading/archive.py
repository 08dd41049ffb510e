"""Zip files looked at before they are opened: how many members, how big, and where they go."""

import errno
import lzma
import stat
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable
from pathlib import Path, PurePosixPath

from cmalt_tui.problems import InputProblem

MOST_MEMBERS = 5_000
MOST_BYTES = 300 * 1024 * 1024
_CHUNK = 1 << 20
BROKEN = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError)


def check_archive(
    path: Path, wanted: Callable[[str], bool] | None = None, most: int = MOST_MEMBERS
) -> None:
    """Refuse a zip file that would unpack to too much.

    The sizes that the directory of a zip claims can be forged, so `unpack` counts again.

    Args:
        path: The file.
        wanted: Says of a member's name whether it will be unpacked; None if all will.
        most: How many members it may have.

    Raises:
        InputProblem: It is no zip file, is broken, has too many members or is too big.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise InputProblem(
            f"this is no {path.suffix.lower().lstrip('.') or 'zip'} file inside",
            "Open it in the program that made it and save it anew.",
            file=path,
        ) from error
    if len(members) > most:
        raise InputProblem(
            f"it holds {len(members):,} files; at most {most:,} are read",
            "Import its documents in parts.",
            file=path,
        )
    unpacked = [one.file_size for one in members if wanted is None or wanted(one.filename)]
    if sum(unpacked) > MOST_BYTES:
        raise InputProblem(
            f"it unpacks to more than {MOST_BYTES // 1024 // 1024} MB",
            "Make its pictures smaller, or import its documents in parts.",
            file=path,
        )


def unpack(path: Path, into: Path, wanted: Callable[[str], bool]) -> Counter[str]:
    """Unpack the wanted members of a checked zip file.

    Args:
        path: A file that `check_archive` let pass.
        into: An existing folder; nothing is written outside it.
        wanted: Says of a member's name whether it is needed.

    Returns:
        How many members were left out although they may have been needed, by the reason.

    Raises:
        InputProblem: A member is broken, locked, or bigger than the directory says.
    """
    left = MOST_BYTES
    root = into.resolve()
    left_out: Counter[str] = Counter()
    try:
        with zipfile.ZipFile(path) as archive:
            for member in archive.infolist():
                target = _target(member, root)
                if reason := _danger(member, target, root):
                    left_out[reason] += 1
                elif not member.is_dir() and wanted(member.filename):
                    if not _has_room(target):
                        left_out["name that this machine has no room for"] += 1
                        continue
                    with archive.open(member) as source, target.open("wb") as sink:
                        while chunk := source.read(_CHUNK):
                            left -= len(chunk)
                            if left < 0:
                                raise InputProblem("it unpacks to far more than it says", file=path)
                            sink.write(chunk)
    except (*BROKEN, OSError, ValueError, RuntimeError, NotImplementedError) as error:
        raise InputProblem(
            "it can't be unpacked", "Save it anew, without a password.", file=path
        ) from error
    return left_out


def _target(member: zipfile.ZipInfo, root: Path) -> Path:
    parts = PurePosixPath(member.filename.replace("\\", "/")).parts
    return root.joinpath(*parts).resolve()


def _has_room(target: Path) -> bool:
    """Whether a file can have that name: not if it is too long, or goes through another file."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        return not target.exists()
    except OSError as error:
        if error.errno in (errno.ENAMETOOLONG, errno.ENOTDIR, errno.EEXIST, errno.EINVAL):
            return False
        raise


def _danger(member: zipfile.ZipInfo, target: Path, root: Path) -> str:
    if stat.S_ISLNK(member.external_attr >> 16):
        return "symbolic link"
    if not target.is_relative_to(root):
        return "path that climbs out"
    return "archive inside" if member.filename.lower().endswith(".zip") else ""
