"""Looks at the picture of an evidence item: its pixels for the screen, and the picture itself."""

import importlib.util
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from cmalt_tui.export.evidence_text import is_picture
from cmalt_tui.export.picture_pixels import Pixels, pixels_of, png_of
from cmalt_tui.export.pictures import Refused
from cmalt_tui.model.portfolio import EvidenceItem
from cmalt_tui.problems import InputProblem
from cmalt_tui.store.artefacts import evidence_path

SHARP_EXTRA = 'pip install "cmalt-tui[images]"'
_SHARP_SIDE = 1600
# No terminal has more cells; what is asked for beyond would only be memory.
_MOST_CELLS = 400
Read = TypeVar("Read")


def is_shown_as_picture(item: EvidenceItem) -> bool:
    """Whether an item's file is a picture by its name."""
    return is_picture(item.file)


def preview_of(folder: Path, item: EvidenceItem, width: int, height: int) -> Pixels:
    """Read an item's picture, no larger than wanted; may take a second for a large one.

    Args:
        folder: The portfolio's folder.
        item: The item.
        width, height: The most pixels.

    Raises:
        InputProblem: It has no picture, or one that can't be read.
    """
    size = (min(width, _MOST_CELLS), min(height, 2 * _MOST_CELLS))
    return _read(folder, item, lambda file: pixels_of(file, *size))


def sharp_picture(folder: Path, item: EvidenceItem) -> bytes:
    """Read an item's picture as PNG, for a terminal that shows pictures themselves.

    Raises:
        InputProblem: It has no picture, or one that can't be read.
    """
    return _read(folder, item, lambda file: png_of(file, _SHARP_SIDE))


def can_be_sharp() -> bool:
    """Whether the extra is installed that shows pictures themselves, in terminals that can."""
    return importlib.util.find_spec("textual_image") is not None


def _read(folder: Path, item: EvidenceItem, read: Callable[[Path], Read]) -> Read:
    if not is_shown_as_picture(item):
        raise InputProblem("this item is no picture", "Open it with the program that it needs.")
    path = evidence_path(folder, item)
    if path is None:
        raise InputProblem("the file lies outside the portfolio, so it is not shown")
    if not path.is_file():
        raise InputProblem("the file is not there", "Take it in again.", file=path)
    try:
        return read(path)
    except Refused as refused:
        raise InputProblem(f"the picture is not shown: {refused}", file=path) from None
    except OSError as error:
        raise InputProblem(f"the file can't be read ({error.strerror})", file=path) from None
