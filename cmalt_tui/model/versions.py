"""Two versions of a file that two programs changed in the same place, to choose from."""

from enum import StrEnum
from pathlib import PurePosixPath
from typing import NamedTuple


class Side(StrEnum):
    """Which of two versions shall stand."""

    MINE = "mine"
    THEIRS = "theirs"


class TextVersions(NamedTuple):
    """A text that both sides changed in the same place.

    Attributes:
        name: What it is, for a person: ``description``, ``reflection “The pilot”``; or
            ``the whole item`` where one side removed it or left a file that can't be read.
        base: The version that both came from.
        mine, theirs: What the text will be with that side chosen. All that could be merged is in
            both, so that they differ only where there is something to choose.
    """

    name: str
    base: str
    mine: str
    theirs: str


class Versions(NamedTuple):
    """A file in conflict: what has to be chosen in it. All else is merged.

    Attributes:
        path: The file, relative to the portfolio's folder.
    """

    path: PurePosixPath
    texts: tuple[TextVersions, ...]
