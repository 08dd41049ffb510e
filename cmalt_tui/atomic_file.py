"""Writes a file so that a crash leaves the old one or the new one, never half of either."""

import errno
import os
import stat
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from cmalt_tui.problems import InputProblem

# Windows says "no permission" too where another program, such as Word, has the file open.
_FORBIDDEN = (
    "you may not write here",
    "Check the permissions, and whether another program has it open",
)
_REASONS = {
    errno.ENOSPC: ("the disk is full", "Free some space, then try again"),
    errno.EDQUOT: ("your share of the disk is used up", "Free some space, then try again"),
    errno.EROFS: ("the disk is read-only", "Choose another place"),
    errno.EACCES: _FORBIDDEN,
    errno.EPERM: _FORBIDDEN,
    errno.ENAMETOOLONG: ("its name is too long", "Choose a shorter one"),
}
# So that a name of the greatest length leaves room for what marks the temporary file.
_KEPT_OF_NAME = 40


def write_atomically(target: Path, chunks: Iterable[bytes]) -> None:
    """Put content in the place of a file, or make the file and the folders above it.

    Written to a temporary file beside it, flushed to the disk, then renamed over it; the mode
    is kept (rename(2): "there will be no point at which another process will find it missing").

    Args:
        target: The file.
        chunks: Its content, in pieces; an exception raised by them leaves everything as it was.

    Raises:
        InputProblem: It can't be written; what was there is untouched.
    """
    temporary = target.parent / f".{target.name[:_KEPT_OF_NAME]}.{os.urandom(4).hex()}.tmp"
    try:
        mode = _mode(target)
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
            with os.fdopen(descriptor, "wb") as file:
                if mode is not None:
                    temporary.chmod(mode)
                for chunk in chunks:
                    file.write(chunk)
                file.flush()
                os.fsync(file.fileno())
            os.replace(temporary, target)  # noqa: PTH105 - the one call that the promise rests on
        except BaseException:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise not_written(target, error) from None
    sync_folder(target.parent)


def sync_folder(folder: Path) -> None:
    """Make the disk remember the names in a folder, where the system has a call for that."""
    if os.name == "nt":
        return
    # The content is safe by now; some network disks refuse this call.
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def not_written(target: Path, error: OSError) -> InputProblem:
    """Say why a file or a folder can't be written, in words that help; made to be raised."""
    reason = error.strerror or str(error)
    words, way_out = _REASONS.get(error.errno or 0, (reason, "Check the disk and the folder"))
    return InputProblem(
        f"can't be written: {words}", f"{way_out}. Nothing was changed.", file=target
    )


def _mode(target: Path) -> int | None:
    """The mode of a file, None if there is none.

    Raises:
        InputProblem: It is marked read-only, or is a device or a pipe; renaming over it would work
            but not be meant.
    """
    try:
        status = target.stat()
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(status.st_mode) and not stat.S_ISDIR(status.st_mode):
        raise InputProblem(
            "is a device or a pipe and not a file", "Name another place.", file=target
        )
    mode = stat.S_IMODE(status.st_mode)
    if not mode & 0o222:
        raise InputProblem("is marked read-only", "Make it writable, then try again.", file=target)
    return mode
