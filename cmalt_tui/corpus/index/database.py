"""The thin home of SQLite: one connection whose errors are sorted into the three that matter."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from cmalt_tui.problems import InputProblem

# SQLite's result codes (sqlite.org/rescode.html): BUSY and LOCKED; PERM, READONLY, FULL,
# CANTOPEN and AUTH.
_BUSY = (5, 6)
_NO_ROOM_OR_RIGHTS = (3, 8, 13, 14, 23)
# IOERR, which a full disk gives too; its kind SHORT_READ is a file that was cut off.
_IO, _SHORT_READ = 10, 522


class IndexBroken(Exception):  # noqa: N818 - it leads to a rebuild, not to a message
    """The index file is no database, is damaged or lacks what it should have."""


class IndexBusy(Exception):  # noqa: N818 - somebody else is writing, which is no error
    """Another process or thread is writing to the index and the wait was over."""


class Database:
    """A connection to an index file, for one thread at a time."""

    def __init__(self, file: Path | None, wait: float = 30.0) -> None:
        """Open a file, made if there is none, or a database in memory.

        Args:
            file: The index; None for one that lives in memory.
            wait: How many seconds to wait for another writer.
        """
        import sqlite3

        self._errors = sqlite3.Error
        with self._sorted_errors():
            self._connection = sqlite3.connect(
                file or ":memory:", timeout=wait, isolation_level=None, check_same_thread=False
            )
            try:
                # Readers go on while somebody writes; the index can be made again, so that a
                # sync at every commit is not worth its time.
                self._connection.execute("PRAGMA journal_mode=WAL")
                self._connection.execute("PRAGMA synchronous=NORMAL")
                self._connection.execute("PRAGMA cache_size=-64000")
            except sqlite3.Error:
                self._connection.close()
                raise

    def close(self) -> None:
        """Give the file back."""
        with self._sorted_errors():
            self._connection.close()

    def rows(self, sql: str, values: Sequence[object] = ()) -> list[Any]:
        """All rows of a query."""
        with self._sorted_errors():
            return self._connection.execute(sql, values).fetchall()

    def first(self, sql: str, values: Sequence[object] = ()) -> Any:
        """The first row of a query; None if there is none."""
        with self._sorted_errors():
            return self._connection.execute(sql, values).fetchone()

    def run(self, sql: str, values: Sequence[object] = ()) -> int:
        """Run a statement; the id of the row that it put in, where it did."""
        with self._sorted_errors():
            return self._connection.execute(sql, values).lastrowid or 0

    def run_many(self, sql: str, rows: Iterable[Sequence[object]]) -> None:
        """Run a statement for each row of values."""
        with self._sorted_errors():
            self._connection.executemany(sql, rows)

    @contextmanager
    def reading(self) -> Iterator[None]:
        """See one state of the index throughout, whatever others write meanwhile."""
        self.run("BEGIN")
        try:
            yield
        finally:
            self._undo()

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Write all or nothing, with other writers kept out."""
        self.run("BEGIN IMMEDIATE")
        try:
            yield
            self.run("COMMIT")
        except BaseException:
            self._undo()
            raise

    @contextmanager
    def attempt(self) -> Iterator[None]:
        """Inside a transaction, write all or nothing without giving up the rest."""
        self.run("SAVEPOINT attempt")
        try:
            yield
        except BaseException:
            self.run("ROLLBACK TO attempt")
            raise
        finally:
            if self._connection.in_transaction:
                self.run("RELEASE attempt")

    def _undo(self) -> None:
        if self._connection.in_transaction:
            self.run("ROLLBACK")

    @contextmanager
    def _sorted_errors(self) -> Iterator[None]:
        try:
            yield
        except SystemError as error:  # what Python makes of a file that is overwritten meanwhile
            raise IndexBroken(str(error)) from None
        except self._errors as error:
            extended = getattr(error, "sqlite_errorcode", 1)
            code = extended & 0xFF
            if code in _BUSY:
                raise IndexBusy(str(error)) from None
            if code in _NO_ROOM_OR_RIGHTS or (code == _IO and extended != _SHORT_READ):
                raise InputProblem(
                    f"the search index can't be written ({error})",
                    "Make room on the disk, or check the permissions of the cache folder.",
                ) from None
            raise IndexBroken(str(error)) from None
