"""A draft: what was written and could not be saved, kept aside until a person decides."""

from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import NamedTuple


class TextChange(NamedTuple):
    """One text of an item, as the file has it and as the draft has it.

    Attributes:
        name: What it is, for a person: ``description``, ``reflection “The pilot”``, ``status``.
        before: As the file has it now.
        after: As it will be with the draft taken; what the file gained since is in it.
    """

    name: str
    before: str
    after: str


class Draft(NamedTuple):
    """The unsaved version of one item of a portfolio.

    Attributes:
        path: The item's file, relative to the portfolio's folder: ``sections/1a.toml``.
        written: When the draft was written, with its time zone.
        host: The machine on which it was written.
        changes: What differs between the file and the draft; empty if nothing does any more.
        place: The file that holds the draft.
        removes: Whether the item was taken out, so that taking the draft removes it.
    """

    path: PurePosixPath
    written: datetime
    host: str
    changes: tuple[TextChange, ...]
    place: Path
    removes: bool = False
