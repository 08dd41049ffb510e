"""Zip files looked at before they are opened: how many members, how big, and where they go."""

import zipfile
from collections.abc import Callable
from pathlib import Path, PurePosixPath

from cmalt_tui.problems import InputProblem

MOST_MEMBERS = 5_000
MOST_BYTES = 300 * 1024 * 1024
_CHUNK = 1 << 20


def check_archive(path: Path) -> None:
    """Refuse a zip file that would unpack to too much.

    The sizes that the directory of a zip claims can be forged, so `unpack` counts again.

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
    if len(members) > MOST_MEMBERS:
        raise InputProblem(
            f"it holds {len(members):,} files; at most {MOST_MEMBERS:,} are read",
            "Import its documents in parts.",
            file=path,
        )
    if sum(member.file_size for member in members) > MOST_BYTES:
        raise InputProblem(
            f"it unpacks to more than {MOST_BYTES // 1024 // 1024} MB",
            "Make its pictures smaller, or import its documents in parts.",
            file=path,
        )


def unpack(path: Path, into: Path, wanted: Callable[[str], bool]) -> None:
    """Unpack the wanted members of a checked zip file.

    Args:
        path: A file that `check_archive` let pass.
        into: An existing folder; nothing is written outside it.
        wanted: Says of a member's name whether it is needed.

    Raises:
        InputProblem: A member is broken, locked, or bigger than the directory says.
    """
    left = MOST_BYTES
    root = into.resolve()
    try:
        with zipfile.ZipFile(path) as archive:
            for member in archive.infolist():
                parts = PurePosixPath(member.filename.replace("\\", "/")).parts
                target = root.joinpath(*parts).resolve()
                if (
                    member.is_dir()
                    or not wanted(member.filename)
                    or not target.is_relative_to(root)
                ):
                    continue
                target.parent.mkdir(parents=True, exist_ok=True)
                with archive.open(member) as source, target.open("wb") as sink:
                    while chunk := source.read(_CHUNK):
                        left -= len(chunk)
                        if left < 0:
                            raise InputProblem("it unpacks to far more than it says", file=path)
                        sink.write(chunk)
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, EOFError) as error:
        raise InputProblem(
            "it can't be unpacked", "Save it anew, without a password.", file=path
        ) from error
