"""Puts a finished document where the person wants it: whole, or not at all."""

import errno
import os
from pathlib import Path

from cmalt_tui.atomic_file import not_written, write_atomically
from cmalt_tui.export.written import Written
from cmalt_tui.problems import InputProblem


def check_place(output: Path) -> None:
    """See beforehand that a file can be written, so that no work is lost.

    Raises:
        InputProblem: The folder isn't there or can't be written to, or the place is a folder.
    """
    if output.is_dir():
        raise InputProblem("this is a folder", "Name a file for the document.", file=output)
    if output.exists() and not output.is_file():
        raise InputProblem(
            "is a device or a pipe and not a file", "Name another place.", file=output
        )
    if not output.parent.is_dir():
        raise InputProblem(
            f"there is no folder {output.parent}", "Make it first, or name another.", file=output
        )
    if not os.access(output.parent, os.W_OK):
        raise not_written(output, OSError(errno.EACCES, os.strerror(errno.EACCES)))


def place(written: Written, output: Path) -> None:
    """Write a document and what belongs to it, each file in one step, the document last.

    Raises:
        InputProblem: It can't be written; the file that was there is still whole.
    """
    for name, content in written.beside.items():
        write_atomically(output.parent / name, [content])
    write_atomically(output, [written.content])
