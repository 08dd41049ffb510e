"""Saves when the terminal is closed or the program is told to end, where Textual would not."""

import asyncio
import os
import signal
import threading
from contextlib import suppress
from typing import Protocol

# Disks that don't answer have their own, shorter limits; what Textual does at its end takes a
# fraction of a second.
_SAVED_WITHIN = 15.0
_GONE_WITHIN = 3.0


class Leaver(Protocol):
    """What can be saved and left."""

    @property
    def is_headless(self) -> bool:
        """Whether there is no terminal, as in a test."""
        ...

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
        if not leaver.is_headless:
            _end_for_certain(_SAVED_WITHIN)
        leaver.save_quietly()
        if not leaver.is_headless:
            _end_for_certain(_GONE_WITHIN)
        leaver.exit()

    loop = asyncio.get_running_loop()
    for name in ("SIGHUP", "SIGTERM"):
        if hasattr(signal, name):
            # Raised on Windows, and where the loop does not run in the main thread.
            with suppress(NotImplementedError, RuntimeError, ValueError):
                loop.add_signal_handler(getattr(signal, name), leave)


def _end_for_certain(seconds: float) -> None:
    """End the program in a while, if it has not ended by then.

    With its terminal the system also sends SIGCONT, on which Textual 8.2 begins a second thread
    that writes; that dies, and the end of the driver waits for it for ever:
    https://github.com/Textualize/textual/blob/v8.2.8/src/textual/drivers/linux_driver.py
    """
    last = threading.Timer(seconds, os._exit, (0,))
    last.daemon = True
    last.start()
