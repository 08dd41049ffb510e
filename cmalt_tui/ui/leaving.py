"""Saves when the terminal is closed or the program is told to end, where Textual would not."""

import asyncio
import signal
from contextlib import suppress
from typing import Protocol


class Leaver(Protocol):
    """What can be saved and left."""

    def save_quietly(self) -> bool:
        """Save as far as that is possible."""
        ...

    def exit(self) -> None:
        """Leave."""
        ...


def save_on_hangup(leaver: Leaver) -> None:
    """Save and leave on SIGHUP and SIGTERM.

    Neither runs ``on_unmount`` nor ``finally`` in Textual (Textualize/textual#5140). Windows
    has no such signals; there the short time between automatic saves has to do.
    """

    def leave() -> None:
        leaver.save_quietly()
        leaver.exit()

    loop = asyncio.get_running_loop()
    for name in ("SIGHUP", "SIGTERM"):
        if hasattr(signal, name):
            # Raised on Windows, and where the loop does not run in the main thread.
            with suppress(NotImplementedError, RuntimeError, ValueError):
                loop.add_signal_handler(getattr(signal, name), leave)
