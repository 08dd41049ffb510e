"""Where drafts are kept: in the portfolio, with the person's data, or in a private folder."""

import getpass
import hashlib
import os
import stat
from pathlib import Path, PurePath
from typing import NamedTuple

from cmalt_tui.atomic_file import not_written
from cmalt_tui.problems import InputProblem
from cmalt_tui.store.layout import DRAFTS, PORTFOLIO_FILE


class DraftPlace(NamedTuple):
    """A folder that may hold drafts; it is made when the first one is put into it.

    Attributes:
        folder: The folder itself.
        needs: A file without which nothing may be made here: the portfolio is not there then.
        private_from: The outermost folder that has to belong to nobody else; None where the
            surroundings are as private as the person wants them.
    """

    folder: Path
    needs: Path | None = None
    private_from: Path | None = None

    def make(self) -> None:
        """Make the folder.

        Raises:
            InputProblem: It can't be made, or it is not one that may be trusted.
        """
        try:
            if self.needs is not None and not self.needs.is_file():
                raise InputProblem(
                    "the portfolio is not there", "Bring it back.", file=self.needs.parent
                )
            if self.private_from is not None:
                self.private_from.mkdir(mode=0o700, exist_ok=True)
                if not _is_private(self.private_from):
                    raise InputProblem("is not private", "Remove it.", file=self.private_from)
            if self.needs is None:
                self.folder.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self.folder.mkdir(mode=0o700, exist_ok=True)
        except OSError as error:
            raise not_written(self.folder, error) from None
        if not self.is_trusted():
            raise InputProblem("is not a folder of one's own", "Remove it.", file=self.folder)

    def is_trusted(self) -> bool:
        """Whether the folder is there, a folder and no link, and private where it has to be."""
        try:
            here = stat.S_ISDIR(self.folder.lstat().st_mode)
            return here and (self.private_from is None or _is_private(self.private_from))
        except OSError:
            return False


def draft_places(folder: Path, own: Path) -> tuple[DraftPlace, ...]:
    """The places for the drafts of a portfolio, the best one first.

    Args:
        folder: The portfolio's folder, reachable or not.
        own: Where the person's own drafts are, see `Places.drafts`.
    """
    name = place_name(folder)
    return (
        DraftPlace(folder / DRAFTS, needs=folder / PORTFOLIO_FILE),
        *(place._replace(folder=place.folder / name) for place in (DraftPlace(own), _temporary())),
    )


def other_places(folder: Path, own: Path) -> tuple[DraftPlace, ...]:
    """The places with drafts of other folders, one of which may be this portfolio before a move."""
    found: list[DraftPlace] = []
    for place in (DraftPlace(own), _temporary()):
        try:
            if place.private_from is not None and not _is_private(place.private_from):
                continue
            names = sorted(entry.name for entry in place.folder.iterdir())
        except OSError:
            continue
        mine = place_name(folder)
        found += [place._replace(folder=place.folder / name) for name in names if name != mine]
    return tuple(found)


def place_name(folder: Path) -> str:
    """The name that stands for a portfolio's folder, wherever the folder itself can't be used."""
    path = os.path.realpath(folder)
    return hashlib.blake2b(os.fsencode(path), digest_size=12).hexdigest()


def _temporary() -> DraftPlace:
    user = str(os.getuid()) if hasattr(os, "getuid") else PurePath(getpass.getuser()).name
    # Not asked of tempfile, which on a full disk names another folder than it did before.
    above = os.environ.get("TMPDIR") or os.environ.get("TEMP") or "/tmp"
    root = Path(above) / f"cmalt-tui-{user}"
    return DraftPlace(root / "drafts", private_from=root)


def _is_private(folder: Path) -> bool:
    """Whether a folder is the person's own and open to nobody else; links are not followed."""
    status = folder.lstat()
    if not stat.S_ISDIR(status.st_mode):
        return False
    if not hasattr(os, "getuid"):
        return True  # Windows gives each person a temporary folder of their own.
    return status.st_uid == os.getuid() and not status.st_mode & 0o077
