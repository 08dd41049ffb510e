"""The artefacts themselves: files under ``evidence/files``, kept inside and copied whole."""

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath

from cmalt_tui.atomic_file import write_atomically
from cmalt_tui.model.portfolio import EvidenceItem, artefact_file
from cmalt_tui.plain_text import ID_RULE, is_id
from cmalt_tui.problems import InputProblem
from cmalt_tui.store.layout import EVIDENCE

LARGEST_ARTEFACT = 250_000_000
_CHUNK = 1 << 20


def evidence_path(folder: Path, item: EvidenceItem) -> Path | None:
    """Find the artefact of an evidence item.

    Args:
        folder: The portfolio's folder.
        item: The item; its ``file`` is relative to the ``evidence`` folder.

    Returns:
        The path with all links followed, whether or not there is such a file; None if the item
        names no file or one that lies outside the portfolio's ``evidence`` folder.
    """
    return evidence_paths(folder)(item)


def evidence_paths(folder: Path) -> Callable[[EvidenceItem], Path | None]:
    """Make what finds the artefact of an item, as `evidence_path` does, for many of them."""
    try:
        home = (folder / EVIDENCE).resolve()
        is_inside = home.is_relative_to(folder.resolve())
    except (OSError, RuntimeError, ValueError):
        is_inside = False

    def path_of(item: EvidenceItem) -> Path | None:
        if not (item.file and is_inside):
            return None
        try:
            file = (home / item.file).resolve()
        except (OSError, RuntimeError, ValueError):
            return None
        return file if file != home and file.is_relative_to(home) else None

    return path_of


def is_artefact_there(folder: Path, item: EvidenceItem) -> bool:
    """Whether an item's artefact is a file inside the portfolio."""
    path = evidence_path(folder, item)
    return path is not None and path.is_file()


def copy_artefact(folder: Path, source: Path, item_id: str) -> str:
    """Copy a file into ``evidence/files`` under the id of its item.

    An artefact that was there under this name and is another is first copied into ``kept/``.

    Returns:
        The file's name as an evidence item states it: ``files/options.pdf``.

    Raises:
        InputProblem: The source is no plain file, too large or unreadable, the id is none, or
            the copy can't be written.
    """
    if not is_id(item_id):
        raise InputProblem(f'"{item_id}" can\'t be an id', f"An id is made of {ID_RULE}.")
    plain_source(source)
    file = artefact_file(item_id, source.suffix)
    path = PurePosixPath(EVIDENCE, file)
    target = folder / path
    if target.parent.exists() and not target.parent.resolve().is_relative_to(folder.resolve()):
        raise InputProblem(
            "is a link that leads out of the portfolio",
            "Put a folder of its own here.",
            file=target.parent,
        )
    if not target.exists():
        write_atomically(target, _chunks(source))
    elif not _is_same(source, target):
        from cmalt_tui.store.setting_aside import keep_artefact

        keep_artefact(folder, path, _chunks(target))
        write_atomically(target, _chunks(source))
    return file


def plain_source(source: Path, most: int = LARGEST_ARTEFACT) -> Path:
    """The path of a file that can be taken in.

    Args:
        source: The path as it was named.
        most: The largest size, in bytes.

    Raises:
        InputProblem: It is no plain file, a link to another folder, or too large.
    """
    try:
        is_file, is_there = source.is_file(), source.exists() or source.is_symlink()
        elsewhere = source.is_symlink() and not _is_beside(source)
        size = source.stat().st_size if is_file else 0
    except (OSError, RuntimeError, ValueError):
        is_file, is_there, elsewhere, size = False, True, source.is_symlink(), 0
    if elsewhere:
        raise InputProblem(
            "is a link that leads to another folder",
            "Give the path of the file itself.",
            file=source,
        )
    if not is_file:
        known = "is not a plain file" if is_there else "there is no such file"
        raise InputProblem(known, "Give the path of the file to copy.", file=source)
    if size > most:
        raise _too_large(source, most)
    return source


def artefact_inside(folder: Path, source: Path) -> str:
    """A file as an evidence item states it, if it lies among the artefacts already; else empty."""
    home = (folder / EVIDENCE).resolve()
    file = source.resolve()
    is_artefact = file.is_relative_to(home / "files") and home.is_relative_to(folder.resolve())
    return file.relative_to(home).as_posix() if is_artefact else ""


def fingerprint_of(file: Path) -> str:
    """The SHA-256 of a file's content, as 64 hexadecimal digits.

    Raises:
        InputProblem: The file can't be read, or is larger than any artefact may be.
    """
    digest = hashlib.sha256()
    for chunk in _chunks(file):
        digest.update(chunk)
    return digest.hexdigest()


def _is_beside(link: Path) -> bool:
    """Whether a link leads to something in its own folder, or below it."""
    try:
        return link.resolve(strict=True).is_relative_to(link.parent.resolve())
    except (OSError, RuntimeError):
        return False


def _too_large(source: Path, most: int) -> InputProblem:
    return InputProblem(
        f"is larger than {most / 1_000_000:g} MB",
        "Put it online and add its address as a link instead.",
        file=source,
    )


def _chunks(source: Path) -> Iterator[bytes]:
    total = 0
    try:
        with source.open("rb") as file:
            while chunk := file.read(_CHUNK):
                total += len(chunk)
                if total > LARGEST_ARTEFACT:
                    raise _too_large(source, LARGEST_ARTEFACT)
                yield chunk
    except OSError as error:
        raise InputProblem(
            f"can't be read ({error.strerror or error})", "Check its permissions.", file=source
        ) from None


def _is_same(source: Path, target: Path) -> bool:
    if source.stat().st_size != target.stat().st_size:
        return False
    return all(a == b for a, b in zip(_chunks(source), _chunks(target), strict=False))
