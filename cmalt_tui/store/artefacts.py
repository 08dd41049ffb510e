"""The artefacts themselves: files under ``evidence/files``, kept inside and copied whole."""

from collections.abc import Iterator
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
    if not item.file:
        return None
    try:
        home = (folder / EVIDENCE).resolve()
        file = (home / item.file).resolve()
        inside = home.is_relative_to(folder.resolve()) and home in file.parents
    except (OSError, RuntimeError, ValueError):
        return None
    return file if inside else None


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
    if not source.is_file():
        known = "is not a plain file" if source.exists() else "there is no such file"
        raise InputProblem(known, "Give the path of the file to copy.", file=source)
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


def _chunks(source: Path) -> Iterator[bytes]:
    total = 0
    try:
        with source.open("rb") as file:
            while chunk := file.read(_CHUNK):
                total += len(chunk)
                if total > LARGEST_ARTEFACT:
                    raise InputProblem(
                        f"is larger than {LARGEST_ARTEFACT // 1_000_000} MB",
                        "Put it online and add its address as a link instead.",
                        file=source,
                    )
                yield chunk
    except OSError as error:
        raise InputProblem(
            f"can't be read ({error.strerror or error})", "Check its permissions.", file=source
        ) from None


def _is_same(source: Path, target: Path) -> bool:
    if source.stat().st_size != target.stat().st_size:
        return False
    return all(a == b for a, b in zip(_chunks(source), _chunks(target), strict=False))
