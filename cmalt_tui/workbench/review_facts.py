"""Looks at the files of the evidence for the review, so that its rules need no disk."""

import stat
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple, TypeVar

from cmalt_tui.model.portfolio import EvidenceItem, Portfolio
from cmalt_tui.problems import InputProblem
from cmalt_tui.review.reviewed import ArtefactFacts
from cmalt_tui.store.artefacts import evidence_paths, fingerprint_of

MOST_HASHED = 500_000_000
_MOST_REMEMBERED = 5_000
_T = TypeVar("_T")


class _Seen(NamedTuple):
    """A file as it was looked at: another time or size, another file."""

    path: Path
    size: int
    modified: int


_fingerprints: dict[_Seen, str] = {}
_places: dict[_Seen, bool] = {}


def artefact_facts(
    folder: Path, portfolio: Portfolio, *, most_hashed: int = MOST_HASHED
) -> Mapping[str, ArtefactFacts]:
    """Say of every item with a file what the disk says of it.

    A file that was looked at before, and has the same size and time, is not read again.

    Args:
        folder: The portfolio's folder.
        portfolio: The portfolio.
        most_hashed: How many bytes are read at most to see whether files have changed. The files
            beyond are taken as unchanged this time; the next look goes on from there.
    """
    facts: dict[str, ArtefactFacts] = {}
    left = most_hashed
    path_of = evidence_paths(folder)
    for item in portfolio.evidence.values():
        if item.file:
            facts[item.id], read = _facts(path_of(item), item, left)
            left -= read
    return facts


def package_bytes(folder: Path, portfolio: Portfolio) -> int:
    """The size of the artefacts that a portfolio would be handed over with, in bytes.

    Only those count that a section uses; each file counts once.
    """
    sizes: dict[Path, int] = {}
    used = {use.item for section in portfolio.sections.values() for use in section.evidence}
    path_of = evidence_paths(folder)
    for item_id in used & portfolio.evidence.keys():
        path = path_of(portfolio.evidence[item_id])
        found = _look(path) if path else None
        if found:
            sizes[found.path] = found.size
    return sum(sizes.values())


def _facts(path: Path | None, item: EvidenceItem, left: int) -> tuple[ArtefactFacts, int]:
    """The facts of one item's file, and how many bytes were read for them."""
    if path is None:
        return ArtefactFacts(is_there=False, is_outside=True), 0
    seen = _look(path)
    if seen is None:
        return ArtefactFacts(is_there=False), 0
    read, now = 0, ""
    if item.sha256:
        if seen not in _fingerprints and seen.size <= left:
            read = seen.size
            _remember(_fingerprints, seen, _fingerprint)
        now = _fingerprints.get(seen, "")
    return (
        ArtefactFacts(
            is_there=True,
            size=seen.size,
            has_changed=now not in ("", item.sha256.lower()),
            has_location=_tells_its_place(seen),
            sha256=now,
        ),
        read,
    )


def _look(path: Path) -> _Seen | None:
    """A plain file as it stands; None for anything else, and where there is nothing."""
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    if not stat.S_ISREG(found.st_mode):
        return None
    return _Seen(path, found.st_size, found.st_mtime_ns)


def _fingerprint(seen: _Seen) -> str:
    try:
        return fingerprint_of(seen.path)
    except InputProblem:
        return ""


def _tells_its_place(seen: _Seen) -> bool:
    from cmalt_tui.export.picture_place import tells_its_place

    _remember(_places, seen, lambda file: tells_its_place(file.path))
    return _places[seen]


def _remember(known: dict[_Seen, _T], seen: _Seen, tell: Callable[[_Seen], _T]) -> None:
    if seen not in known:
        while len(known) >= _MOST_REMEMBERED:
            known.pop(next(iter(known)))
        known[seen] = tell(seen)
