"""Looks through a repository on this machine before it is opened: it may be anybody's."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from cmalt_tui.problems import InputProblem

_MOST_FILES = 500_000
_LARGEST = 64 * 1024 * 1024
_LONGEST_POINTER = 4_096
_OBJECTS = "objects"


def refuse_traps(folder: Path) -> None:
    """Refuse a repository in which something is read without end: a pipe, a device, a huge list.

    Objects may be big, because they are looked at one by one.

    Raises:
        InputProblem: It names the first such thing.
    """
    for control in _control_folders(folder):
        for number, file in enumerate(_files(control)):
            try:
                status = file.stat()
            except OSError:  # a link to nothing, which git takes for nothing too
                continue
            if not stat.S_ISREG(status.st_mode) and not stat.S_ISDIR(status.st_mode):
                raise _refused(file, "is a device or a pipe and not a file of a repository")
            is_object = _OBJECTS in file.relative_to(control).parts[:1]
            if status.st_size > _LARGEST and not is_object:
                raise _refused(file, "is too big for a file of a repository")
            if number > _MOST_FILES:
                raise _refused(control, f"holds more than {_MOST_FILES:,} files")


def _control_folders(folder: Path) -> Iterator[Path]:
    """Where git keeps what it knows (gitrepository-layout): here, in ``.git``, or beside."""
    hidden = folder / ".git"
    control = folder if (folder / "refs").is_dir() else hidden
    if hidden.is_dir():
        control = hidden
    elif hidden.is_file():
        control = folder / _pointer(hidden).removeprefix("gitdir:").strip()
    if not any((control / mark).exists() for mark in (_OBJECTS, "commondir")):
        return  # no repository
    yield control
    if (control / "commondir").is_file():
        yield control / _pointer(control / "commondir").strip()


def _pointer(file: Path) -> str:
    try:
        with file.open("rb") as content:
            return os.fsdecode(content.read(_LONGEST_POINTER))
    except OSError:
        return ""


def _files(folder: Path) -> Iterator[Path]:
    """All that is in a folder; links to folders are not gone into."""
    waiting = [folder]
    while waiting:
        try:
            entries = list(os.scandir(waiting.pop()))
        except OSError:
            continue
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                waiting.append(Path(entry.path))
            else:
                yield Path(entry.path)


def _refused(file: Path, reason: str) -> InputProblem:
    return InputProblem(reason, "Clone the repository anew.", file=file)
