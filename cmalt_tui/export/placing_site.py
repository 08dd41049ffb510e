"""Puts a site into a folder of its own: whole, in the place of an older one, or not at all."""

import hashlib
import json
import os
import shutil
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path, PurePosixPath

from cmalt_tui.atomic_file import not_written, sync_folder
from cmalt_tui.problems import InputProblem

MARKER = ".cmalt-tui-site"
_KIND, _SCHEMA = "cmalt-tui site", 1
_CHUNK = 1 << 20
_MOST_OF_MARKER = 4_000_000
_MOST_NAMED = 3
_WAY_OUT = "Name a folder that does not exist yet, or move away what is yours."


def refuse_foreign(folder: Path) -> None:
    """See that nothing would be lost if a site took the place of a folder.

    Raises:
        InputProblem: The folder holds more than an older site as it was written, or can't be read.
    """
    try:
        if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
            raise InputProblem("is no folder", "Name a new folder for the site.", file=folder)
        if not folder.exists():
            return
        known = _written_before(folder)
        strange = sorted(_strange(folder, known))
    except OSError as error:
        raise not_written(folder, error) from None
    if strange:
        named = ", ".join(strange[:_MOST_NAMED]) + (" …" if len(strange) > _MOST_NAMED else "")
        raise InputProblem(
            f"holds files that are not of a site written here: {named}", _WAY_OUT, file=folder
        )


def place_site(files: Mapping[str, bytes | Path], folder: Path, check: Callable[[], None]) -> None:
    """Write the files of a site into a folder beside its place, then put that there.

    Args:
        files: Path in the site, to its content or the file that has it.
        folder: Doesn't exist, is empty, or holds an older site.
        check: Called now and then; may raise to stop, which leaves everything as it was.

    Raises:
        InputProblem: It can't be written; an older site is still whole.
    """
    mark = os.urandom(4).hex()
    made = folder.parent / f".{folder.name}.{mark}.tmp"
    old = folder.parent / f".{folder.name}.{mark}.old"
    try:
        try:
            made.mkdir()
            _fill(made, files, check)
            refuse_foreign(folder)
            if folder.exists():
                folder.rename(old)
            made.rename(folder)
        except BaseException:
            shutil.rmtree(made, ignore_errors=True)
            if old.exists() and not folder.exists():
                old.rename(folder)
            raise
    except OSError as error:
        raise not_written(folder, error) from None
    with suppress(OSError):
        shutil.rmtree(old)
    sync_folder(folder.parent)


def _fill(made: Path, files: Mapping[str, bytes | Path], check: Callable[[], None]) -> None:
    fingerprints = {}
    for name, content in sorted(files.items()):
        check()
        target = made / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, bytes):
            target.write_bytes(content)
        else:
            shutil.copyfile(content, target)
        fingerprints[name] = _fingerprint(target)
    marker = {"kind": _KIND, "schema": _SCHEMA, "files": fingerprints}
    (made / MARKER).write_text(json.dumps(marker, indent=1) + "\n", encoding="utf-8")


def _written_before(folder: Path) -> Mapping[str, str]:
    """The files of an older site with their fingerprints; none where it is no such folder."""
    marker = folder / MARKER
    if not marker.is_file() or marker.stat().st_size > _MOST_OF_MARKER:
        return {}
    try:
        read = json.loads(marker.read_text(encoding="utf-8"))
        files = read["files"] if read["kind"] == _KIND else {}
        return {str(name): str(known) for name, known in files.items()}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}


def _strange(folder: Path, known: Mapping[str, str]) -> set[str]:
    """What lies in a folder and is not the site's as it was written."""
    strange = set()
    for place, folders, files in os.walk(folder):
        here = PurePosixPath(Path(place).relative_to(folder).as_posix())
        links = [name for name in folders if (Path(place) / name).is_symlink()]
        for name in (*files, *links):
            path = (here / name).as_posix()
            if path == MARKER and known:
                continue
            file = folder / path
            if file.is_symlink() or known.get(path) != _fingerprint(file):
                strange.add(path)
    return strange


def _fingerprint(file: Path) -> str:
    digest = hashlib.sha256()
    with file.open("rb") as opened:
        while chunk := opened.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()
