"""Puts a finished file where the person wants it: whole, or not at all."""

import os
import tempfile
from pathlib import Path

from cmalt_tui.export.written import Written
from cmalt_tui.problems import InputProblem


def check_place(output: Path) -> None:
    """See beforehand that a file can be written, so that no work is lost.

    Raises:
        InputProblem: The folder isn't there or can't be written to, or the place is a folder.
    """
    if output.is_dir():
        raise InputProblem("this is a folder", "Name a file for the document.", file=output)
    if not output.parent.is_dir():
        raise InputProblem(
            f"there is no folder {output.parent}", "Make it first, or name another.", file=output
        )
    if not os.access(output.parent, os.W_OK):
        raise _refused(output, "no permission to write there")


def place(written: Written, output: Path) -> None:
    """Write a document and what belongs to it, each file in one step, the document last.

    Raises:
        InputProblem: It can't be written; the file that was there is still whole.
    """
    try:
        for name, content in written.beside.items():
            companion = output.parent / name
            companion.parent.mkdir(exist_ok=True)
            _replace(companion, content)
        _replace(output, written.content)
    except OSError as error:
        raise _refused(output, error.strerror or str(error)) from error


def _replace(file: Path, content: bytes) -> None:
    descriptor, name = tempfile.mkstemp(prefix=f".{file.stem[:40]}-", dir=file.parent)
    draft = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as opened:
            opened.write(content)
            opened.flush()
            os.fsync(opened.fileno())
        draft.chmod(0o666 & ~_umask())
        draft.replace(file)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current


def _refused(output: Path, reason: str) -> InputProblem:
    return InputProblem(
        f"the document can't be written: {reason}",
        "Choose another place for it, or close the program that has it open.",
        file=output,
    )
