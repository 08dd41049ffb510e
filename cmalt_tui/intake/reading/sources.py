"""The sources of an import read: files, folders and zips of them, several at a time."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from cmalt_tui.intake.reading.document import Document, Scratch, SourceSet
from cmalt_tui.intake.reading.walk import SUFFIXES, find_documents
from cmalt_tui.model.archive_terms import PACKAGE_KIND, PACKAGE_MANIFEST
from cmalt_tui.model.import_plan import Skipped
from cmalt_tui.problems import InputProblem
from cmalt_tui.progress import Progress, Report, unreported

_AT_ONCE = 3
_MOST_OF_MANIFEST = 10_000_000


@dataclass(frozen=True)
class _Found:
    """A file to be read.

    Attributes:
        named: Whether the person named the file itself: a fault then stops the import.
    """

    path: Path
    root: Path
    file: str
    named: bool


def read_sources(paths: Sequence[Path], report: Report = unreported) -> SourceSet:
    """Read all documents of an import.

    Args:
        paths: Files, folders and zip files. A folder is searched for documents; a document in
            it that can't be read becomes a warning, one that was named itself stops everything.
        report: Told after each file; may raise `Cancelled`.

    Returns:
        The documents in the order of the sources, folders in natural order with front pages first.

    Raises:
        InputProblem: A source is missing or can't be used, or nothing can be read.
    """
    scratch = Scratch()
    try:
        return _read_all(paths, scratch, report)
    except BaseException:
        scratch.remove()
        raise


def _read_all(paths: Sequence[Path], scratch: Scratch, report: Report) -> SourceSet:
    # Imported here: what reads costs 40 ms to load, and few starts need it.
    from concurrent.futures import ThreadPoolExecutor

    from cmalt_tui.intake.reading.one import read_document

    found, skipped = _find(paths, scratch.folder)
    documents: list[Document] = []
    with ThreadPoolExecutor(_AT_ONCE, "intake") as pool:
        media = [scratch.folder / f"pictures-{number}" for number in range(len(found))]
        jobs = [
            pool.submit(read_document, one.path, one.root, one.file, folder)
            for one, folder in zip(found, media, strict=True)
        ]
        try:
            for number, (one, job) in enumerate(zip(found, jobs, strict=True)):
                report(Progress(number, len(found), f"Reading {one.file}"))
                try:
                    documents.append(job.result())
                except InputProblem as problem:
                    if one.named:
                        raise
                    told = str(problem.problem._replace(file=None))
                    skipped.append(Skipped(one.file, "unreadable document", told))
        finally:
            for job in jobs:
                job.cancel()
    if not documents:
        raise InputProblem(
            "nothing in it can be read" + (f" ({skipped[0].warning})" if skipped else ""),
            f"Documents end in {', '.join(SUFFIXES)}.",
            file=paths[0] if paths else None,
        )
    report(Progress(len(found), len(found), "Read"))
    return SourceSet(_in_stated_order(documents), tuple(skipped), scratch)


def _find(paths: Sequence[Path], scratch: Path) -> tuple[list[_Found], list[Skipped]]:
    from cmalt_tui.intake.reading.archive import check_archive, unpack

    found: list[_Found] = []
    skipped: list[Skipped] = []
    seen: set[Path] = set()
    for number, path in enumerate(paths):
        if not path.exists():
            raise InputProblem("there is no such file or folder", "Check the path.", file=path)
        if path.is_dir():
            named, told = _folder(path)
        elif path.suffix.lower() == ".zip":
            check_archive(path)
            unpacked = scratch / f"zip-{number}"
            unpacked.mkdir()
            unpack(path, unpacked, lambda name: True)
            named, told = _folder(unpacked)
        elif path.is_file():
            named, told = [_Found(path, path.resolve().parent, path.name, True)], []
        else:
            raise InputProblem("it is neither a file nor a folder", "Check the path.", file=path)
        found += [one for one in named if one.path.resolve() not in seen]
        seen.update(one.path.resolve() for one in named)
        skipped += told
    if not found and paths:
        raise InputProblem(
            "there is no document in it", f"Documents end in {', '.join(SUFFIXES)}.", file=paths[0]
        )
    return found, skipped


def _folder(folder: Path) -> tuple[list[_Found], list[Skipped]]:
    if (own := _packaged(folder)) is not None:
        return [_Found(own, folder.resolve(), own.name, False)], []
    documents, skipped = find_documents(folder)
    root = folder.resolve()
    return [
        _Found(one, root, one.relative_to(folder).as_posix(), False) for one in documents
    ], skipped


def _packaged(folder: Path) -> Path | None:
    """The document of a zip that this program wrote for readers; what lies beside is evidence."""
    manifest = folder / PACKAGE_MANIFEST
    if not manifest.is_file() or manifest.stat().st_size > _MOST_OF_MANIFEST:
        return None
    try:
        told = json.loads(manifest.read_text(encoding="utf-8"))
        named = told["documents"] if told["kind"] == PACKAGE_KIND else []
        known = [
            name for name in named if Path(name).suffix in SUFFIXES and Path(name).name == name
        ]
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    return next((folder / name for name in known if (folder / name).is_file()), None)


def _in_stated_order(documents: list[Document]) -> tuple[Document, ...]:
    """Documents that state their place in their front matter, in that order; others stay."""
    if len(documents) > 1 and all(document.order is not None for document in documents):
        return tuple(sorted(documents, key=lambda document: document.order or 0.0))
    return tuple(documents)
