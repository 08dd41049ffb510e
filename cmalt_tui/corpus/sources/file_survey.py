"""The files of a source that its passages come from, and a stamp that tells their state."""

import os
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path, PurePath
from typing import NamedTuple

from cmalt_tui.corpus.passages.origin_file import ORIGIN_FILE
from cmalt_tui.problems import InputProblem

_DOCUMENTS = (".md", ".markdown", ".html", ".htm", ".docx", ".odt")
_LINES = (".jsonl", ".ndjson")
_READ = (*_DOCUMENTS, *_LINES, ".toml", ".json", ".zip")
_LICENCE_FILES = ("licence", "license", "copying")
_MOST_FILES = 50_000
_DEEPEST = 20  # as deep as documents are looked for, and more
_CHUNK = 1 << 20


class Survey(NamedTuple):
    """What a look at a source's files told.

    Attributes:
        stamp: Another one whenever a file that is read was changed, added or taken away.
        links_out: How many links lead out of it; they are not followed.
        licence_file: The name of a file with a licence, which says nothing of whose texts it is
            about; empty if there is none.
    """

    stamp: str
    links_out: int = 0
    licence_file: str = ""


def is_read(name: str) -> bool:
    """Whether a file of that name can matter to passages; pictures and programs can't."""
    return name.lower().endswith(_READ) or _is_licence(name)


def is_document(path: Path) -> bool:
    """Whether a file is a document by its name."""
    return path.suffix.lower() in _DOCUMENTS and not path.name.startswith(("~$", "."))


def is_lines(path: Path) -> bool:
    """Whether a file is JSON Lines by its name."""
    return path.suffix.lower() in _LINES and not path.name.startswith(".")


def origin_file_of(source: Path) -> Path | None:
    """The ``source.toml`` that belongs to a source: its own, or that of its folder."""
    folder = source if source.is_dir() else source.parent
    places = (source.with_name(f"{source.stem}.{ORIGIN_FILE}"), folder / ORIGIN_FILE)
    return next((file for file in places if lies_in(file.parent, file.name)), None)


def survey(source: Path, *, by_content: bool = False) -> Survey:
    """Look at the files of a source without reading them as documents.

    Args:
        source: A file or a folder.
        by_content: Whether the stamp is made of what is in the files; for folders that were
            made just now, whose times say nothing.

    Raises:
        InputProblem: It can't be looked at, or holds too many files.
    """
    seen = sha256()
    licence = ""
    links = 0
    try:
        for name, file in _files(source):
            if file is None:
                links += 1
                continue
            if not licence and _is_licence(name):
                licence = name
            if is_read(name):
                seen.update(f"{name}\0{_state(file, by_content)}\n".encode("utf-8", "replace"))
    except OSError as error:
        reason = error.strerror or str(error)
        raise InputProblem(
            f"can't be read ({reason})", "Check the permissions.", file=source
        ) from None
    return Survey(seen.hexdigest()[:32], links, licence)


def leads_out(path: Path, root: Path) -> bool:
    """Whether a path is a link to what lies outside a folder, or one that leads nowhere."""
    try:
        return path.is_symlink() and not path.resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError):
        return True


def lies_in(folder: Path, name: str | PurePath) -> bool:
    """Whether a folder itself holds a file of that name; no pipe, and no link that leads out."""
    file = folder / name
    # Unlike `Path.is_file` this takes a name that is too long for the disk for what it is: no file.
    return os.path.isfile(file) and not leads_out(file, folder)  # noqa: PTH113


def _files(source: Path) -> Iterator[tuple[str, Path | None]]:
    """Names and files in a fixed order; None for a link that leads out."""
    origin = origin_file_of(source)
    if origin is not None and not origin.is_relative_to(source):
        yield origin.name, origin
    if not source.is_dir():
        yield source.name, source
        return
    count = 0
    for place, folders, files in os.walk(source, followlinks=False):
        here = Path(place)
        deep = len(here.relative_to(source).parts)
        folders[:] = sorted(
            name for name in folders if deep < _DEEPEST and not name.startswith(".")
        )
        for name in (*folders, *sorted(files)):
            path = here / name
            count += 1
            if count > _MOST_FILES:
                raise InputProblem(
                    f"the folder holds more than {_MOST_FILES:,} files",
                    "Name the folder that holds the examples alone.",
                    file=source,
                )
            if leads_out(path, source):
                yield name, None
            elif not name.startswith(".") and path.is_file():
                yield path.relative_to(source).as_posix(), path


def _state(file: Path, by_content: bool) -> str:
    if not by_content:
        status = file.stat()
        return f"{status.st_size}:{status.st_mtime_ns}"
    digest = sha256()
    with file.open("rb") as content:
        while chunk := content.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def _is_licence(name: str) -> bool:
    last = name.rsplit("/", 1)[-1].lower()
    return last.rsplit(".", 1)[0] in _LICENCE_FILES and last.endswith(
        (*_LICENCE_FILES, ".md", ".txt")
    )
