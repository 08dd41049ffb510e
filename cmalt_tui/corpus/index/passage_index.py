"""The search index as a whole: opened, kept in line with its folder, rebuilt when broken."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import partial
from hashlib import sha256
from pathlib import Path
from threading import RLock
from time import monotonic
from typing import TypeVar

from cmalt_tui.corpus.index.database import Database, IndexBroken, IndexBusy
from cmalt_tui.corpus.index.index_schema import prepare
from cmalt_tui.corpus.index.indexing import (
    index_source,
    mark_changed,
    note_problem,
    take_out_source,
    with_free_ids,
)
from cmalt_tui.corpus.index.vocabulary import Vocabulary
from cmalt_tui.corpus.passages.passage_lines import count_lines, read_passages
from cmalt_tui.corpus.sources.source_folder import Draft, SourceFolder
from cmalt_tui.model.passage import Passage
from cmalt_tui.problems import InputProblem
from cmalt_tui.progress import Cancelled, Progress, Report, unreported

_MAKING = "Making the search index"
_LONG_WAIT, _SHORT_WAIT = 60.0, 0.05
# Looking at hundreds of sources takes as long as a search; then it is done so seldom that at most
# a twentieth of the time goes into it. Seconds.
_A_QUICK_LOOK, _AT_MOST_A_PART = 0.002, 20

Result = TypeVar("Result")


class PassageIndex:
    """One index file and the folder that it is made from. Any thread may call any method."""

    def __init__(
        self, sources: SourceFolder, index_folder: Path, report: Report = unreported
    ) -> None:
        """Work on the index of a corpus folder; the file is named after the folder's path.

        Args:
            sources: The folder that it is made from.
            index_folder: Where it lies.
            report: Told how far the index is where a question finds it out of line, in the thread
                of that question; may raise `Cancelled`, and the sources that are done stay.
        """
        name = sha256(str(sources.folder.absolute()).encode()).hexdigest()[:16]
        self._file = index_folder / f"passages-{name}.sqlite"
        self._sources = sources
        self._report = report
        self._lock = RLock()
        self._reader: Database | None = None
        self._reader_file = 0
        self._vocabulary: Vocabulary | None = None
        self._in_line: dict[str, str] | None = None
        self._look_again = 0.0

    def read(self, ask: Callable[[Database, Vocabulary], Result]) -> Result:
        """Ask something of the index, which is first brought in line with the folder."""
        with self._told():
            try:
                return self._read(ask)
            except IndexBroken:
                self.discard()
                return self._read(ask)

    def refresh(self, report: Report) -> None:
        """Bring the index in line with the folder: what is new, changed or gone since."""
        with self._told():
            self._bring_in_line(report, _LONG_WAIT)

    def replace(self, name: str, draft: Draft, passages: Iterable[Passage], report: Report) -> int:
        """Index a source while it is written, then publish its files, all or nothing."""

        def put_in(database: Database) -> int:
            take_out_source(database, name)
            named = with_free_ids(database, name, passages)
            count = index_source(database, name, "", draft.write(named), report)
            if not count:
                raise InputProblem("there is no text in it to make examples of", key=name)
            stamp = draft.publish()
            database.run("UPDATE source SET stamp = ? WHERE name = ?", (stamp, name))
            mark_changed(database)
            return count

        with self._told():
            return self._write(put_in, _LONG_WAIT)

    def discard(self) -> None:
        """Throw the index away; the next question makes it anew."""
        with self._lock:
            if self._reader is not None:
                with suppress(IndexBroken, IndexBusy):
                    self._reader.close()
            self._reader = None
            self._vocabulary = None
            self._in_line = None
            for end in ("", "-wal", "-shm"):
                self._file.with_name(self._file.name + end).unlink(missing_ok=True)

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Say in plain words what can't be helped here."""
        try:
            yield
        except IndexBusy:
            raise InputProblem(
                "another program is changing the example corpus", "Try again when it is done."
            ) from None
        except IndexBroken as error:
            self.discard()
            raise InputProblem(
                f"the search index was damaged ({error}) and has been thrown away",
                "Do the same again: the index is made anew.",
                file=self._file,
            ) from None

    def _read(self, ask: Callable[[Database, Vocabulary], Result]) -> Result:
        with self._lock:
            database = self._open_reader()
            self._catch_up(database)
            with database.reading():
                return ask(database, self._words(database))

    def _bring_in_line(self, report: Report, wait: float) -> None:
        def bring_in_line(database: Database) -> BaseException | None:
            known = dict(database.rows("SELECT name, stamp FROM source"))
            state = self._sources.state()
            stale = [name for name, stamp in known.items() if state.get(name) != stamp]
            for name in stale:
                take_out_source(database, name)
            fresh = sorted(name for name, stamp in state.items() if known.get(name) != stamp)
            stopped = self._read_all(database, {name: state[name] for name in fresh}, report)
            if stale or fresh:
                mark_changed(database)
            return stopped

        try:
            stopped = self._write(bring_in_line, wait)
        except IndexBroken:
            self.discard()
            stopped = self._write(bring_in_line, wait)
        if stopped is not None:
            raise stopped
        report(Progress(1, 1, _MAKING))

    def _read_all(
        self, database: Database, stamps: Mapping[str, str], report: Report
    ) -> BaseException | None:
        """Index sources from their files; a stop is handed back, so that what is done stays."""
        lines = {name: count_lines(self._sources.passages_file(name)) for name in stamps}
        before, total = 0, sum(lines.values())
        for name, stamp in stamps.items():
            told = partial(_told_of_all, report, before, total)
            try:
                told(Progress(0, 0, ""))
                self._read_in(database, name, stamp, told)
            except (Cancelled, KeyboardInterrupt) as stopped:
                return stopped
            before += lines[name]
        return None

    def _write(self, change: Callable[[Database], Result], wait: float) -> Result:
        try:
            database = self._open(wait)
        except IndexBroken:
            self.discard()
            database = self._open(wait)
        try:
            with database.writing():
                return change(database)
        finally:
            with suppress(IndexBroken, IndexBusy):
                database.close()

    def _open(self, wait: float) -> Database:
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise InputProblem(
                f"the folder of the search index can't be made ({error.strerror})",
                "Check the permissions of the cache folder.",
                file=self._file.parent,
            ) from None
        database = Database(self._file, wait)
        try:
            prepare(database)
        except BaseException:
            with suppress(IndexBroken, IndexBusy):
                database.close()
            raise
        return database

    def _open_reader(self) -> Database:
        """The connection for reading; another one when somebody has thrown the file away."""
        try:
            number = self._file.stat().st_ino
        except OSError:
            number = 0
        if self._reader is None or number != self._reader_file:
            if self._reader is not None:
                self._reader.close()
            self._reader, self._vocabulary, self._in_line = None, None, None
            self._reader = self._open(_LONG_WAIT)
            self._reader_file = self._file.stat().st_ino
        return self._reader

    def _catch_up(self, database: Database) -> None:
        """Refresh when the folder isn't what was indexed; go on as it is while another writes."""
        began = monotonic()
        if self._in_line is not None and began < self._look_again:
            return
        state = self._sources.state()
        ended = monotonic()
        if ended - began > _A_QUICK_LOOK:
            self._look_again = ended + _AT_MOST_A_PART * (ended - began)
        if state == self._in_line:
            return
        known = dict(database.rows("SELECT name, stamp FROM source"))
        if known != state:
            try:
                self._bring_in_line(self._report, _SHORT_WAIT if known else _LONG_WAIT)
            except IndexBusy:
                return
        self._in_line = state

    def _words(self, database: Database) -> Vocabulary:
        generation = database.first("SELECT generation FROM about")[0]
        if self._vocabulary is None or self._vocabulary.generation != generation:
            self._vocabulary = Vocabulary(database, generation)
        return self._vocabulary

    def _read_in(self, database: Database, name: str, stamp: str, report: Report) -> None:
        """Index a source from its file; one that can't be read is noted and harms no other."""
        try:
            with database.attempt():
                passages = read_passages(self._sources.passages_file(name))
                index_source(database, name, stamp, with_free_ids(database, name, passages), report)
        except InputProblem as error:
            note_problem(database, name, stamp, str(error))


def _told_of_all(report: Report, before: int, total: int, progress: Progress) -> None:
    # Less than all of it, because it isn't there before it is written.
    report(Progress(min(before + progress.done, total - 1), total, _MAKING))
