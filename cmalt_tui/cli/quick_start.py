"""Opens a portfolio without the argument parser, which takes long to load for what it does here."""

import sys
from pathlib import Path

from cmalt_tui.cli.listing import LISTED
from cmalt_tui.problems import InputProblem


def opened_quickly(words: list[str]) -> bool:
    """Open a portfolio on the screen, if the command line says no more than that.

    That is ``cmalt-tui`` and ``cmalt-tui open``, alone or with a path. Everything else, and
    everything that goes wrong before the screen is there, is left to the parser and its messages.

    Args:
        words: The command line behind the program's name.

    Returns:
        Whether the screen was shown.
    """
    path = words[1:] if words[:1] == ["open"] else words
    if len(path) > 1 or any(not word or word.startswith("-") for word in path):
        return False
    if path == words and path and path[0] in LISTED:
        return False
    if not (sys.stdin and sys.stdin.isatty() and sys.stdout and sys.stdout.isatty()):
        return False
    from cmalt_tui.cli.screen import run_screen
    from cmalt_tui.places import personal_places
    from cmalt_tui.store import find_portfolio

    start = Path(*path) if path else Path.cwd()
    try:
        folder = find_portfolio(start) if start.exists() else None
    except OSError:
        return False
    if folder is None:
        return False
    try:
        run_screen(personal_places(), folder=folder)
    except InputProblem:
        return False
    return True
