"""Paths as a person types and reads them: completed, with ``~``, listed with bounds."""

import os
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from cmalt_tui.places import at_home
from cmalt_tui.plain_text import clean

MOST_ENTRIES = 2000
DOCUMENTS = frozenset({".docx", ".odt", ".md", ".markdown", ".html", ".htm", ".zip"})


@dataclass(frozen=True)
class FolderEntry:
    """A folder or a document, as the folder list shows it."""

    path: Path
    is_folder: bool
    is_portfolio: bool


def typed_path(typed: str) -> Path:
    """Make an absolute path of what was typed; ``~`` is the home folder."""
    return at_home(typed.strip()).absolute()


def shown_path(path: Path) -> str:
    """Write a path as a person would, with ``~`` for the home folder."""
    home = at_home("~")
    return (
        f"~/{path.relative_to(home)}" if path.is_relative_to(home) and path != home else str(path)
    )


def entries_for(typed: str, *, documents: bool) -> tuple[FolderEntry, ...]:
    """List what a typed path may become: what lies in its folder and begins with its last part.

    Args:
        typed: What was typed so far. After a slash, everything in that folder is listed.
        documents: Whether documents are listed beside folders.

    Returns:
        Folders first, by name, without hidden ones unless a dot was typed, and without names
        that hold control characters, which can't be typed; none where the folder can't be read.
    """
    folder, begun = _split(typed)
    try:
        with os.scandir(folder) as listing:
            found = [
                FolderEntry(Path(entry.path), _is_folder(entry), _is_portfolio(Path(entry.path)))
                for entry in islice(_fitting(listing, begun), MOST_ENTRIES)
                if _is_folder(entry) or (documents and _is_document(entry))
            ]
    except OSError:
        return ()
    return tuple(sorted(found, key=lambda one: (not one.is_folder, one.path.name.casefold())))


def completed(typed: str, *, documents: bool) -> str:
    """Complete a typed path as far as only one continuation is possible."""
    found = entries_for(typed, documents=documents)
    if not found:
        return typed
    names = [one.path.name for one in found]
    common = _common_start(names)
    folder, begun = _split(typed)
    if len(common) < len(begun) or not common.startswith(begun):
        # The names differ in case alone from what was typed: only a single one is clear.
        common = names[0] if len(names) == 1 else begun
    end = "/" if len(found) == 1 and found[0].is_folder else ""
    return _joined(folder, common) + end


def _split(typed: str) -> tuple[Path, str]:
    if not typed.strip() or typed.rstrip(" ").endswith(("/", os.sep)):
        return typed_path(typed or "."), ""
    if typed.strip() in ("~", ".", ".."):
        return typed_path(typed), ""
    path = typed_path(typed)
    return path.parent, path.name


def _joined(folder: Path, name: str) -> str:
    shown = shown_path(folder / name) if name else shown_path(folder)
    return shown if name else shown.rstrip("/") + "/"


def _common_start(names: list[str]) -> str:
    first, last = min(names), max(names)
    same = (at for at, letter in enumerate(first) if not last.startswith(letter, at))
    return first[: next(same, len(first))]


def _fitting(listing: Iterator["os.DirEntry[str]"], begun: str) -> Iterator["os.DirEntry[str]"]:
    for entry in listing:
        hidden = entry.name.startswith(".") and not begun.startswith(".")
        if (
            not hidden
            and _can_be_shown(entry.name)
            and entry.name.casefold().startswith(begun.casefold())
        ):
            yield entry


def _is_folder(entry: "os.DirEntry[str]") -> bool:
    # A link that leads round in a circle is an error, and no reason to list nothing.
    try:
        return entry.is_dir()
    except OSError:
        return False


def _is_document(entry: "os.DirEntry[str]") -> bool:
    return Path(entry.name).suffix.lower() in DOCUMENTS


def _is_portfolio(folder: Path) -> bool:
    return (folder / "portfolio.toml").is_file()


def free_folder(name: str, inside: Path | None = None) -> Path:
    """Propose a folder that isn't there yet: the name, or the name with a number.

    Args:
        name: The name that it would have.
        inside: Where it shall lie; the documents folder if there is one, else the home folder.
    """
    if inside is None:
        documents = Path.home() / "Documents"
        inside = documents if documents.is_dir() else Path.home()
    names = (name, *(f"{name}-{number}" for number in range(2, 1000)))
    return next((inside / one for one in names if not (inside / one).exists()), inside / name)


def _can_be_shown(name: str) -> bool:
    return unicodedata.normalize("NFC", name) == clean(name)
