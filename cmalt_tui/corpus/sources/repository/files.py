"""Writes the texts of a repository into a folder: plain files, nothing outside, not too much."""

import os
import stat
from collections import Counter
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from dulwich.objects import S_ISGITLINK, Blob, ObjectID, Tree

from cmalt_tui.corpus.sources.file_survey import is_read
from cmalt_tui.corpus.sources.repository.opening import Repository
from cmalt_tui.model.example_source import LeftOut
from cmalt_tui.problems import InputProblem

_MOST_FILES = 50_000
_MOST_BYTES = 300 * 1024 * 1024
_DEEPEST = 20
_FORBIDDEN = frozenset('/\\:*?"<>|')


def write_files(repository: Repository, into: Path) -> tuple[LeftOut, ...]:
    """Write the files out that passages can come from.

    Args:
        repository: At the commit that is wanted.
        into: An empty folder; nothing is written outside it.

    Returns:
        What was left out although it may have been wanted, by kind.

    Raises:
        InputProblem: There is too much, or the repository is damaged.
    """
    left_out: Counter[str] = Counter()
    left = _MOST_BYTES
    for count, (path, name) in enumerate(_texts(repository, left_out)):
        if count >= _MOST_FILES:
            raise InputProblem(
                f"the repository holds more than {_MOST_FILES:,} files",
                "Keep a corpus in a repository of its own.",
            )
        blob = repository.read(name)
        if not isinstance(blob, Blob):
            left_out["what is no file"] += 1
            continue
        left -= blob.raw_length()
        if left < 0:
            raise InputProblem(
                f"the repository's texts are more than {_MOST_BYTES // 1024 // 1024} MB",
                "Keep a corpus in a repository of its own.",
            )
        if not _write(into.joinpath(*path.parts), blob.as_raw_chunks()):
            left_out["name that this machine has no room for"] += 1
    return tuple(LeftOut(kind, 0, pieces) for kind, pieces in sorted(left_out.items()))


def _write(file: Path, chunks: list[bytes]) -> bool:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        # Never through what is there already: two names may be one where case doesn't count.
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError:
        return False
    with os.fdopen(descriptor, "wb") as sink:
        sink.writelines(chunks)
    return True


def _texts(
    repository: Repository, left_out: Counter[str]
) -> Iterator[tuple[PurePosixPath, ObjectID]]:
    """The files that are read, by path; trees are entered in order and only so deep."""
    waiting = [(PurePosixPath(), repository.tree)]
    seen = 0
    while waiting:
        here, name = waiting.pop()
        tree = repository.read(name)
        if not isinstance(tree, Tree):
            left_out["what is no folder"] += 1
            continue
        for entry in tree.iteritems():
            seen += 1
            if seen > 4 * _MOST_FILES:
                raise InputProblem("the repository holds too many files to look through")
            plain = _plain_name(entry.path)
            if not plain:
                left_out["path that climbs out"] += 1
            elif S_ISGITLINK(entry.mode):
                left_out["submodule"] += 1
            elif stat.S_ISLNK(entry.mode):
                left_out["symbolic link"] += 1
            elif stat.S_ISDIR(entry.mode):
                if not plain.startswith(".") and len(here.parts) < _DEEPEST:
                    waiting.append((here / plain, entry.sha))
            elif plain.lower().endswith(".zip"):
                left_out["archive inside"] += 1
            elif not plain.startswith(".") and is_read(plain):
                yield here / plain, entry.sha


def _plain_name(raw: bytes) -> str:
    """A name that stays in its folder on any machine; empty if it is none."""
    try:
        name = raw.decode("utf-8")
    except UnicodeDecodeError:
        return ""
    if name in ("", ".", "..") or not name.isprintable() or _FORBIDDEN & set(name):
        return ""
    return "" if name.rstrip(". ").lower() in (".git", "git~1", "") else name
