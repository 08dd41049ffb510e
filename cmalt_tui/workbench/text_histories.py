"""The files that undo lives in after the program was closed: one a text, private to the person."""

import hashlib
import json
from contextlib import suppress
from pathlib import Path

from cmalt_tui.atomic_file import write_atomically
from cmalt_tui.model.text_address import TextAddress
from cmalt_tui.places import Places
from cmalt_tui.problems import InputProblem

MOST_TEXTS = 300
MOST_PORTFOLIOS = 20
_LONGEST_FILE = 8_000_000


class TextHistories:
    """Remembers data a text of one portfolio. Losing it costs an undo, so it never complains.

    The files stand in the person's own data folder, see `Places.undo`, readable by nobody else;
    names of folder and texts are digests. Those used longest ago go when there are many.
    """

    def __init__(self, places: Places, folder: Path) -> None:
        """Take the portfolio's folder; nothing is read yet."""
        self._all = places.undo
        self._folder = self._all / _digest(str(folder.absolute()))

    def read(self, address: TextAddress) -> object:
        """Read what was written for a text; None if there is nothing that can be read."""
        file = self._file(address)
        try:
            if not file.is_file() or file.stat().st_size > _LONGEST_FILE:
                return None
            return json.loads(file.read_bytes())
        except (OSError, ValueError, RecursionError):
            return None

    def write(self, address: TextAddress, data: object) -> None:
        """Write data for a text; None takes away what is there."""
        file = self._file(address)
        with suppress(OSError, InputProblem):
            if data is None:
                file.unlink(missing_ok=True)
                return
            is_new = not file.exists()
            for folder in (self._all, self._folder):
                folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            content = json.dumps(data, ensure_ascii=True, separators=(",", ":"))
            write_atomically(file, (content.encode(),))
            if is_new:
                self._make_room()

    def _file(self, address: TextAddress) -> Path:
        return self._folder / f"{_digest('/'.join(address))}.json"

    def _make_room(self) -> None:
        for file in _oldest(self._folder, MOST_TEXTS):
            file.unlink()
        for folder in _oldest(self._all, MOST_PORTFOLIOS):
            for file in folder.iterdir():
                file.unlink()
            folder.rmdir()


def _oldest(folder: Path, most: int) -> list[Path]:
    """What is too much in a folder, by when it was last written."""
    found = sorted(folder.iterdir(), key=lambda path: path.lstat().st_mtime, reverse=True)
    return found[most:]


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]
