"""Prepares the standard streams for any text, and says one line on standard error."""

import io
import os
import sys

import click

from cmalt_tui.cli.printable import printable_line


def prepare_streams() -> None:
    """Make streams that take anything.

    A character that the terminal's encoding doesn't have becomes a question mark, a byte that is no
    text becomes ``�``; what is written to a stream that was closed (``>&-``) goes nowhere, and
    nothing comes from one.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def tell_on_one_line(message: str) -> None:
    """Say on standard error why nothing, or no more, is done."""
    # In place of how far the work was, which has no end of line.
    over = "\r\x1b[K" if sys.stderr.isatty() else ""
    click.echo(f"{over}cmalt-tui: {printable_line(message)}", err=True)


def tell_refusal(error: OSError) -> None:
    """Say what the system refused, where nobody foresaw it."""
    place = f"{error.filename}: " if error.filename else ""
    reason = error.strerror or str(error)
    tell_on_one_line(f"{place}can't be used ({reason}). Check the path and the disk.")
