"""Tells a source of examples from a collection of them, and lists what a collection holds."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from cmalt_tui.corpus import (
    FACTS_FILE,
    ORIGIN_FILE,
    PASSAGES_FILE,
    is_document,
    is_lines,
    leads_out,
    lies_in,
)
from cmalt_tui.model.example_source import LeftOut
from cmalt_tui.problems import InputProblem
from cmalt_tui.store import PORTFOLIO_FILE

_DEEPEST = 4
_MOST_SOURCES = 10_000
# A repository's own papers; a portfolio never goes by these names.
_PAPERS = ("readme", "licence", "license", "contributing", "changelog", "code_of_conduct")


class Sources(NamedTuple):
    """What a place holds.

    Attributes:
        paths: The sources; the place itself where it is one source.
        left_out: What belongs to none of them.
    """

    paths: tuple[Path, ...]
    left_out: tuple[LeftOut, ...] = ()


def sources_in(place: Path, *, each: bool = False) -> Sources:
    """List the sources in a file or a folder.

    A folder is one source if it is a portfolio, holds passages or says whose it is. It is a
    collection if something in it does so or is a JSON Lines file; then those are its sources,
    at any depth up to four. Any other folder is one portfolio's documents.

    Args:
        place: What the person named, unpacked.
        each: Whether everything in the folder is a source of its own, whatever it says.

    Raises:
        InputProblem: It holds too many sources, or none.
    """
    if not place.is_dir() or (not each and _is_marked(place)):
        return Sources((place,))
    found = list(_each(place)) if each else list(_marked(place, place))
    if not found:
        if each:
            raise InputProblem("there is no source in it", "Leave out --each.", file=place)
        return Sources((place,))
    if len(found) > _MOST_SOURCES:
        raise InputProblem(
            f"it holds more than {_MOST_SOURCES:,} sources", "Add it in parts.", file=place
        )
    return Sources(tuple(found), _others(place, found))


def _others(place: Path, found: list[Path]) -> tuple[LeftOut, ...]:
    """What stands beside the sources of a collection and is none of them."""
    inside = {folder for path in found for folder in path.parents}
    taken = {*found, *inside}
    loose = links = 0
    for folder in (one for one in inside if one == place or place in one.parents):
        for path in _entries(folder):
            if leads_out(path, place):
                links += 1
            elif path not in taken and (path.is_dir() or _is_loose(path)):
                loose += 1
    counted = (("what doesn't say whose it is", loose), ("link out of the folder", links))
    return tuple(LeftOut(kind, 0, pieces) for kind, pieces in counted if pieces)


def _marked(folder: Path, root: Path, depth: int = 0) -> Iterator[Path]:
    """What in a folder says that it is a source, in order."""
    entries = [path for path in _entries(folder) if not leads_out(path, root)]
    named = any(is_document(path) and _has_own_origin(path) for path in entries)
    for path in entries:
        if path.is_dir():
            if _is_marked(path):
                yield path
            elif depth + 1 < _DEEPEST:
                yield from _marked(path, root, depth + 1)
        elif path.is_file() and (is_lines(path) or (named and _is_loose(path))):
            yield path


def _each(folder: Path) -> Iterator[Path]:
    for path in _entries(folder):
        if leads_out(path, folder):
            continue
        if path.is_dir():
            yield from [path] if _is_marked(path) else list(_marked(path, folder, 1)) or [path]
        elif path.is_file() and (
            is_lines(path) or path.suffix.lower() == ".zip" or _is_loose(path)
        ):
            yield path


def _entries(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    except OSError as error:
        reason = error.strerror or str(error)
        raise InputProblem(
            f"can't be read ({reason})", "Check the permissions.", file=folder
        ) from None


def _is_marked(folder: Path) -> bool:
    marks = (PORTFOLIO_FILE, PASSAGES_FILE, ORIGIN_FILE, FACTS_FILE)
    return any(lies_in(folder, mark) for mark in marks)


def _is_loose(path: Path) -> bool:
    return is_document(path) and path.stem.lower() not in _PAPERS


def _has_own_origin(document: Path) -> bool:
    return lies_in(document.parent, f"{document.stem}.{ORIGIN_FILE}")
