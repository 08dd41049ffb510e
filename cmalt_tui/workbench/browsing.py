"""Opens the page of an example in the person's browser, when that is asked for and possible."""

import subprocess
import sys
from collections.abc import Mapping
from urllib.parse import urlsplit

_SECONDS = 20
_OPEN = "import sys, webbrowser; sys.exit(not webbrowser.open(sys.argv[1]))"


def web_address(source: str) -> str:
    """The address of a page, if that is what a source is; empty for anything else.

    Only http and https: a corpus is written by others, and ``file:`` or a program's own scheme
    would let a passage start something.
    """
    address = source.strip()
    if not address.isprintable() or any(letter.isspace() for letter in address):
        return ""
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        return ""
    return address if parts.scheme in ("http", "https") and host else ""


def browser_is_here(environment: Mapping[str, str], platform: str = sys.platform) -> bool:
    """Whether a browser would open where the person sits.

    Over SSH it would open on the other machine. Without a desktop, Python's ``webbrowser`` falls
    back on a text browser, which would write over this program's screen.
    """
    if any(environment.get(name) for name in ("SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT")):
        return False
    has_desktop = any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))
    return platform in ("darwin", "win32") or has_desktop


def open_page(address: str) -> bool:
    """Open a page; in a process of its own, since a browser may write to the terminal.

    Args:
        address: From `web_address`.

    Returns:
        Whether a browser took it.
    """
    nowhere = subprocess.DEVNULL
    command = [sys.executable, "-c", _OPEN, address]
    try:
        done = subprocess.run(
            command, stdin=nowhere, stdout=nowhere, stderr=nowhere, timeout=_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return bool(done.returncode == 0)
