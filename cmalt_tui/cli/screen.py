"""Starts the screen: opens what it starts with, and only then imports Textual."""

import gc
import os
import re
import sys
from pathlib import Path

from cmalt_tui.atomic_file import write_atomically
from cmalt_tui.places import Places
from cmalt_tui.problems import InputProblem, Problem
from cmalt_tui.settings import Settings, load_settings
from cmalt_tui.workbench.desk import Desk, open_desk
from cmalt_tui.workbench.examples import Examples, open_examples

# As Rich knows them: https://github.com/Textualize/rich/blob/v15.0.0/rich/console.py
_NO_CURSOR = ("dumb", "unknown")


def run_screen(
    places: Places, *, folder: Path | None, at: str = "", examples: Examples | None = None
) -> None:
    """Open the terminal program and stay in it until the person leaves.

    Args:
        places: The person's folders.
        folder: The portfolio to open; the welcome screen if None.
        at: Where to start, ``1a/description``.
        examples: Another corpus than the person's own, as the demo has.

    Raises:
        InputProblem: The portfolio can't be opened, or there is no terminal.
    """
    if not (sys.stdin and sys.stdin.isatty() and sys.stdout.isatty()):
        raise InputProblem(
            "the screen needs a terminal",
            "Without one, use: cmalt-tui --plain, or the commands of cmalt-tui --help",
        )
    named = os.environ.get("TERM", "").lower()
    if named in _NO_CURSOR:
        # Rich takes their size for 80×25 whatever it is, and Textual never comes to an end drawing.
        raise InputProblem(
            f"this terminal says that it can't place its cursor (TERM={named})",
            "Use: cmalt-tui --plain; or set TERM=xterm-256color, if it can",
        )
    settings, notices = load_settings(places.settings_file)
    desk = open_desk(folder, places, lock=True) if folder is not None else None
    # Until the first frame stands, as `cmalt_tui.cli.main` says; the app wakes it then.
    gc.disable()
    from cmalt_tui.ui.app import CmaltApp
    from cmalt_tui.ui.start import Start

    start = Start(desk, examples or open_examples(places), at, notices)
    app = CmaltApp(start, settings, places)
    app.run()
    if app.return_code:
        raise SystemExit(app.return_code)


def draw_screen(
    places: Places,
    picture: Path,
    size: tuple[int, int],
    folder: Path,
    *,
    at: str = "",
    examples: Examples | None = None,
) -> None:
    """Draw the screen as an SVG picture, with no terminal; what the README shows is made so.

    Args:
        places: The person's folders.
        picture: The file to write.
        size: Columns and lines.
        folder: The portfolio to show.
        at: Where to start.
        examples: The corpus to show examples from.

    Raises:
        InputProblem: The picture can't be written.
    """
    desk = open_desk(folder, places)
    drawn = _drawn(desk, examples or open_examples(places), at, size, places)
    write_atomically(picture, (drawn.encode(),))


def _drawn(desk: Desk, examples: Examples, at: str, size: tuple[int, int], places: Places) -> str:
    import asyncio

    from cmalt_tui.ui.app import CmaltApp
    from cmalt_tui.ui.start import Start

    async def draw() -> str:
        notices: tuple[Problem, ...] = ()
        app = CmaltApp(Start(desk, examples, at, notices), Settings(), places)
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            await app.workers.wait_for_complete()
            await pilot.pause()
            drawn = app.export_screenshot(title="cmalt-tui")
        # The picture would fetch its font from elsewhere; the reader's own monospace will do.
        return re.sub(r"@font-face \{.*?\}\s*", "", drawn, flags=re.DOTALL)

    return asyncio.run(draw())
