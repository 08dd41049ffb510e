"""The corpus on disk: a folder a source, with its passages and where they come from."""

import os
import shutil
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

from cmalt_tui.atomic_file import not_written
from cmalt_tui.corpus.passages.passage_lines import passage_line
from cmalt_tui.corpus.sources.source_facts import FACTS_FILE, read_facts, write_facts
from cmalt_tui.corpus.sources.writing_turn import writing_turn
from cmalt_tui.model.example_source import TakenFrom
from cmalt_tui.model.passage import Origin, Passage
from cmalt_tui.plain_text import slug
from cmalt_tui.problems import InputProblem

PASSAGES_FILE = "passages.jsonl"
_UNFINISHED = ".adding-"
_LONGEST_ID = 60
_FORGOTTEN_AFTER = 24 * 3600.0


class SourceFolder:
    """Reads and writes the canonical files; nothing here knows the index."""

    def __init__(self, folder: Path) -> None:
        """Work on a folder, which need not exist yet."""
        self.folder = folder

    def passages_file(self, source_id: str) -> Path:
        """The file with a source's passages."""
        return self.folder / source_id / PASSAGES_FILE

    def state(self) -> dict[str, str]:
        """Each source with a stamp that changes when its passages do; files are not opened."""
        state = {}
        with suppress(FileNotFoundError, NotADirectoryError), os.scandir(self.folder) as entries:
            for entry in entries:
                if not entry.name.startswith("."):
                    # A name that is no UTF-8 is no name that an index or a screen can hold.
                    with suppress(OSError, UnicodeEncodeError):
                        entry.name.encode()
                        state[entry.name] = _stamp(Path(entry.path) / PASSAGES_FILE)
        return state

    def facts(self, source_id: str) -> tuple[Origin | None, TakenFrom | None]:
        """Whose a source is and what it was read from; None where its folder doesn't say so."""
        origin, taken = read_facts(self.folder / source_id / FACTS_FILE)
        if origin is not None and not origin.portfolio:
            origin = replace(origin, portfolio=source_id)
        return origin, taken

    def taken(self) -> dict[str, TakenFrom]:
        """What each source was read from, where that is known and its passages are there."""
        taken = {}
        for source_id in self.state():
            _, told = self.facts(source_id)
            if told is not None:
                taken[source_id] = told
        return taken

    def is_own(self, source_id: str) -> bool:
        """Whether the account that asks put the source there, where the system can tell."""
        if not hasattr(os, "getuid"):
            return True
        try:
            return (self.folder / source_id / FACTS_FILE).stat().st_uid == os.getuid()
        except OSError:
            return False

    def note(self, source_id: str, taken: TakenFrom) -> None:
        """Note anew what a source was read from; its passages stay as they are.

        Raises:
            InputProblem: It can't be written.
        """
        file = self.folder / source_id / FACTS_FILE
        with writing_turn(self.folder):
            origin, told = read_facts(file)
            if origin is not None and told != taken:
                write_facts(file, origin, taken)

    @contextmanager
    def adding(
        self, source_id: str, origin: Origin, taken: TakenFrom | None = None
    ) -> Iterator["Draft"]:
        """Prepare a source beside the others; only `Draft.publish` puts it in its place.

        Raises:
            InputProblem: The id can't be a folder's name, or the folder can't be written.
        """
        if not source_id or source_id != slug(source_id, fallback="", longest=_LONGEST_ID):
            raise InputProblem(
                f'"{source_id}" can\'t be the id of a source',
                f"Use lower-case letters, digits and hyphens, at most {_LONGEST_ID}.",
            )
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            self._sweep()
            place = self.folder / f"{_UNFINISHED}{source_id}-{os.urandom(4).hex()}"
            place.mkdir()
        except OSError as error:
            raise not_written(self.folder, error) from None
        try:
            yield Draft(place, self.folder / source_id, origin, taken)
        finally:
            shutil.rmtree(place, ignore_errors=True)

    def remove(self, source_id: str) -> None:
        """Delete a source's folder; it is out of the corpus at once and as a whole.

        Raises:
            InputProblem: It can't be deleted.
        """
        gone = self.folder / f"{_UNFINISHED}{source_id}-{os.urandom(4).hex()}"
        try:
            with writing_turn(self.folder):
                (self.folder / source_id).rename(gone)
        except OSError as error:
            raise not_written(self.folder / source_id, error) from None
        shutil.rmtree(gone, ignore_errors=True)

    def _sweep(self) -> None:
        """Delete what a killed process left unfinished; a day old, so that nobody works on it."""
        for left in self.folder.glob(f"{_UNFINISHED}*"):
            with suppress(OSError):
                if time.time() - left.stat().st_mtime > _FORGOTTEN_AFTER:
                    shutil.rmtree(left, ignore_errors=True)


class Draft:
    """A source that is being written and that nobody sees yet."""

    def __init__(self, place: Path, target: Path, origin: Origin, taken: TakenFrom | None) -> None:
        """Write in one folder what is to become another."""
        self._place = place
        self._target = target
        self._origin = origin
        self._taken = taken

    def write(self, passages: Iterable[Passage]) -> Iterator[Passage]:
        """Write passages to the draft as they are taken from the result.

        Raises:
            InputProblem: It can't be written.
        """
        try:
            with (self._place / PASSAGES_FILE).open("w", encoding="utf-8", newline="\n") as file:
                for passage in passages:
                    file.write(passage_line(passage) + "\n")
                    yield passage
                file.flush()
                os.fsync(file.fileno())
            write_facts(self._place / FACTS_FILE, self._origin, self._taken)
        except OSError as error:
            raise not_written(self._target, error) from None

    def publish(self) -> str:
        """Put the draft in its place, for good.

        Returns:
            The stamp of the passages as they now are.

        Raises:
            InputProblem: It can't be written, or another writer doesn't end.
        """
        try:
            with writing_turn(self._target.parent):
                if self._target.is_dir():
                    # In this order a crash in between leaves facts that call for another reading.
                    for name in (PASSAGES_FILE, FACTS_FILE):
                        (self._place / name).replace(self._target / name)
                else:
                    self._place.rename(self._target)
                return _stamp(self._target / PASSAGES_FILE)
        except OSError as error:
            raise not_written(self._target, error) from None


def _stamp(file: Path) -> str:
    state = file.stat()
    return f"{state.st_size}:{state.st_mtime_ns}:{state.st_ino}"
