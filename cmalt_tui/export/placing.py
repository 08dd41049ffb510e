"""Puts a finished document where the person wants it: whole, or not at all."""

import errno
import os
from collections.abc import Callable

from cmalt_tui.atomic_file import not_written, write_atomically
from cmalt_tui.export.placing_site import place_site, refuse_foreign
from cmalt_tui.export.request import ExportRequest, Format
from cmalt_tui.export.written import Written
from cmalt_tui.export.zip_file import chunks_of
from cmalt_tui.problems import InputProblem


def check_place(request: ExportRequest) -> None:
    """See beforehand that a document can be written, so that no work is lost.

    Raises:
        InputProblem: The folder isn't there or can't be written to, or something else is there.
    """
    output = request.output
    if request.format is Format.SITE:
        refuse_foreign(output)
    elif output.is_dir():
        raise InputProblem("this is a folder", "Name a file for the document.", file=output)
    if output.exists() and not output.is_file() and not output.is_dir():
        raise InputProblem(
            "is a device or a pipe and not a file", "Name another place.", file=output
        )
    if not output.parent.is_dir():
        raise InputProblem(
            f"there is no folder {output.parent}", "Make it first, or name another.", file=output
        )
    if not os.access(output.parent, os.W_OK):
        raise not_written(output, OSError(errno.EACCES, os.strerror(errno.EACCES)))


def place(written: Written, request: ExportRequest, check: Callable[[], None]) -> None:
    """Write a document and what belongs to it, each file in one step, the document last.

    Args:
        written: The document.
        request: Where it goes.
        check: May raise to stop while the files of a site are copied.

    Raises:
        InputProblem: It can't be written; what was there is still whole.
    """
    output = request.output
    if request.format is Format.SITE:
        place_site(written.folder, output, check)
        return
    for name, beside in written.beside.items():
        write_atomically(output.parent / name, [beside])
    content = written.content
    write_atomically(output, [content] if isinstance(content, bytes) else chunks_of(content))
