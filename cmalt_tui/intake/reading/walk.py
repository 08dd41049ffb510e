"""Which files of a folder are the portfolio's: its documents in order, no repository's papers."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from cmalt_tui.model.import_plan import Skipped
from cmalt_tui.problems import InputProblem

SUFFIXES = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".docx": "docx",
    ".odt": "odt",
}
MOST_DOCUMENTS = 500
MOST_ENTRIES = 50_000
_DEEPEST = 12
_REPOSITORY = re.compile(
    r"(?:readme|licen[cs]es?|copying|contributing|changelog|history|code_of_conduct|security|"
    r"third.party.notices|notice|authors|404|search|pull_request_template|bug_report|"
    r"feature_request)(?:[-_. ](?:old|en|dev|theme|v?\d.*))?$",
    re.I,
)
_SKIPPED_FOLDERS = re.compile(
    r"(node_modules|vendor|venv|__pycache__|_site|_includes|_layouts|_sass|_data|themes?|"
    r"layouts|partials|"
    r"dist|build|bower_components|__MACOSX)$",
    re.I,
)


def find_documents(folder: Path) -> tuple[list[Path], list[Skipped]]:
    """Find the documents below a folder.

    Hidden folders, a site's theme and a repository's own papers are left out; so is a link that
    leads out of the folder.

    Returns:
        The documents in natural order, front pages first, and what was left out.

    Raises:
        InputProblem: There are too many documents.
    """
    root = folder.resolve()
    found: list[Path] = []
    papers: list[str] = []
    outside: list[str] = []
    for path in _files(folder):
        if path.suffix.lower() not in SUFFIXES or path.name.startswith(("~$", ".")):
            continue
        if not path.resolve().is_relative_to(root):
            outside.append(str(path.relative_to(folder)))
        elif _REPOSITORY.match(path.stem):
            papers.append(str(path.relative_to(folder)))
        else:
            found.append(path)
    if len(found) > MOST_DOCUMENTS:
        raise InputProblem(
            f"the folder holds {len(found)} documents; at most {MOST_DOCUMENTS} are read at once",
            "Name the folder that holds the portfolio alone.",
            file=folder,
        )
    skipped = [
        Skipped(name, "repository's paper", "it is about the repository, not the portfolio")
        for name in sorted(papers)
    ]
    skipped += [
        Skipped(name, "link out of the folder", "it is a link that leads out of the folder")
        for name in sorted(outside)
    ]
    return sorted(found, key=lambda path: _order(path.relative_to(folder))), skipped


def natural(text: str) -> tuple[tuple[int, int | str], ...]:
    """A key that sorts ``page-2`` before ``page-10``."""
    return tuple(
        (0, int(piece)) if piece.isdigit() else (1, piece)
        for piece in re.split(r"(\d{1,9})", text.casefold())
        if piece
    )


def _files(folder: Path) -> Iterator[Path]:
    seen = 0
    for place, folders, files in os.walk(folder, followlinks=False):
        here = Path(place)
        deep = len(here.relative_to(folder).parts)
        folders[:] = sorted(
            name
            for name in folders
            if deep < _DEEPEST and not name.startswith(".") and not _SKIPPED_FOLDERS.match(name)
        )
        for name in files:
            seen += 1
            if seen > MOST_ENTRIES:
                raise InputProblem(
                    f"the folder holds more than {MOST_ENTRIES:,} files",
                    "Name the folder that holds the portfolio alone.",
                    file=folder,
                )
            if (here / name).is_file():
                yield here / name


def _order(relative: Path) -> tuple[object, ...]:
    front = 0 if relative.stem.casefold() in ("index", "home", "_index") else 1
    return (
        natural(str(relative.parent)) if len(relative.parts) > 1 else (),
        front,
        natural(relative.name),
    )
