"""Opens the file or the link of an evidence item with the system's own program for it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from cmalt_tui.model.portfolio import EvidenceItem
from cmalt_tui.problems import InputProblem
from cmalt_tui.store.artefacts import evidence_path

# What a desktop would run instead of show; a portfolio may come from somebody else.
_PROGRAMS = (
    ".app", ".bat", ".cmd", ".com", ".command", ".cpl", ".desktop", ".exe", ".hta", ".inf",
    ".jar", ".js", ".jse", ".lnk", ".msi", ".pif", ".ps1", ".reg", ".scpt", ".scr", ".sh",
    ".terminal", ".url", ".vbe", ".vbs", ".webloc", ".wsf", ".workflow",
)  # fmt: skip


def open_artefact(folder: Path, item: EvidenceItem) -> str:
    """Open an item's file, or else its link, and don't wait for it.

    Args:
        folder: The portfolio's folder.
        item: The item; a file comes before a link.

    Returns:
        What is being opened, for a message: the name of the file or the address.

    Raises:
        InputProblem: There is nothing to open, it may not be opened, or the system can't.
    """
    target = what_to_open(folder, item)
    launch(target)
    return Path(target).name if item.file else target


def what_to_open(folder: Path, item: EvidenceItem) -> str:
    """The path or the address that stands for an item.

    Raises:
        InputProblem: It has none, the file is not there or lies outside the portfolio, it is a
            program, or the address is none of the web.
    """
    if item.file:
        path = evidence_path(folder, item)
        if path is None:
            raise InputProblem(
                "the file lies outside the portfolio, so it is not opened",
                "Take it in with: cmalt-tui evidence add FILE",
            )
        if not path.is_file():
            raise InputProblem("the file is not there", "Take it in again.", file=path)
        if path.suffix.lower() in _PROGRAMS:
            raise InputProblem(
                "this looks like a program, so it is not opened from here",
                "Open it yourself if you trust it.",
                file=path,
            )
        return str(path)
    if not item.url:
        raise InputProblem(
            "there is nothing to open: the item has no file and no link",
            "It may be a physical thing; see where it is kept.",
        )
    if not _is_web_address(item.url):
        raise InputProblem(
            "only addresses with http:// or https:// are opened", "Mend the address of the item."
        )
    return item.url


def opener(
    platform: str = sys.platform, environment: Mapping[str, str] = os.environ
) -> Callable[[str], None] | list[str]:
    """How this system opens things: a function, or the program to run.

    Raises:
        InputProblem: There is no display, or no program for it.
    """
    if platform == "win32":
        start: Any = getattr(os, "startfile", None)
        return start  # type: ignore[no-any-return]
    name = "open" if platform == "darwin" else "xdg-open"
    if platform != "darwin" and not (
        environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")
    ):
        raise InputProblem(
            "there is no screen here that could show it",
            "Copy where it is, and open it on the machine that you sit at.",
        )
    program = shutil.which(name, path=environment.get("PATH", ""))
    if program is None:
        raise InputProblem(
            f"there is no program that opens files: {name} is not installed",
            "Copy where it is, and open it yourself.",
        )
    return [program]


def launch(target: str) -> None:
    """Hand a checked path or address to the system, without a shell and without waiting.

    Raises:
        InputProblem: The system can't open it.
    """
    how = opener()
    try:
        if callable(how):
            how(target)
        else:
            subprocess.Popen(
                [*how, target],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
    except OSError as error:
        raise InputProblem(
            f"the system can't open it ({error.strerror or error})",
            "Copy where it is, and open it yourself.",
        ) from None


def _is_web_address(address: str) -> bool:
    try:
        parts = urlsplit(address)
        is_web = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return False
    return is_web and address.isprintable() and " " not in address
