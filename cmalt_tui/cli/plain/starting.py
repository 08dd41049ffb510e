"""Starts the line mode on a portfolio, and gives the folder free when it ends."""

import sys
from pathlib import Path

from cmalt_tui.cli.plain.conversation import converse
from cmalt_tui.cli.plain.session import Session
from cmalt_tui.places import Places
from cmalt_tui.workbench.desk import open_desk


def run_plain(places: Places, folder: Path, at: str = "") -> None:
    """Talk with a person about a portfolio, line by line; needs no terminal.

    Args:
        places: The person's folders.
        folder: The portfolio.
        at: Where to start, ``1a/description``.

    Raises:
        InputProblem: The portfolio can't be opened, or there is no such place in it.
    """
    desk = open_desk(folder, places, lock=True)
    try:
        converse(Session(desk, places, sys.stdin, sys.stdout, at))
    finally:
        desk.close()
