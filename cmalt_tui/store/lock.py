"""One program at a time in a portfolio folder: a lock file that says who, where and since when."""

import getpass
import json
import os
import platform
import sys
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import NamedTuple

from cmalt_tui.atomic_file import not_written
from cmalt_tui.plain_text import clean_line
from cmalt_tui.problems import InputProblem

LOCK_FILE = ".lock"
_SYNCHRONIZE = 0x00100000  # the least right of Windows with which a process can be opened


class LockedElsewhere(Exception):  # noqa: N818 - says what happened
    """Raised when another program has the portfolio open.

    Attributes:
        host: The machine on which it runs.
        process: Its process id there.
        since: When it opened the portfolio.
        user: Who runs it.
    """

    def __init__(self, host: str, process: int, since: datetime, user: str, file: Path) -> None:
        """Tell who holds the lock, and the way out if nobody does."""
        self.host = host
        self.process = process
        self.since = since
        self.user = user
        from cmalt_tui.model.dates import long_moment

        super().__init__(
            f"{file.parent}: is open in another cmalt-tui since {long_moment(since)} "
            f"(process {process} of {user} on {host}). "
            f"Close it there; if it is certain that it does not run any more, delete {file}."
        )


class Program(NamedTuple):
    """A running program: its machine, its process id there, and when that process began."""

    host: str
    process: int
    started: str


class _Holder(NamedTuple):
    host: str
    process: int
    started: str
    since: datetime
    user: str

    @property
    def program(self) -> Program:
        return Program(self.host, self.process, self.started)

    def as_json(self) -> bytes:
        values = {**self._asdict(), "since": self.since.isoformat(timespec="seconds")}
        return (json.dumps(values, indent=1) + "\n").encode()


def this_program() -> Program:
    """The program that asks."""
    return Program(_host(), os.getpid(), _started(os.getpid()))


def holder_of(folder: Path) -> Program | None:
    """The program that says it has a folder open; None if none does, or it can't be read."""
    try:
        holder = _read((folder / LOCK_FILE).read_bytes())
    except OSError:
        return None
    return holder.program if holder else None


class FolderLock:
    """The lock of one portfolio folder; a context manager.

    The lock of a program that died on this machine is taken over. It keeps two programs from
    working at the same time; what keeps text safe is that the store compares hashes.
    """

    def __init__(self, folder: Path) -> None:
        """Take the folder; nothing is locked before `acquire`."""
        self._file = folder / LOCK_FILE
        self._mine = b""

    def acquire(self) -> None:
        """Lock the folder.

        Raises:
            LockedElsewhere: Another program that may be alive has it.
            InputProblem: The lock file can't be written.
        """
        mine = _Holder(*this_program(), datetime.now(UTC), _user()).as_json()
        try:
            while not self._create(mine):
                self._remove_stale()
        except OSError as error:
            raise not_written(self._file, error) from None
        self._mine = mine

    def refused(self) -> str:
        """Lock the folder, or tell why that can't be done; empty where it is locked now."""
        try:
            self.acquire()
        except LockedElsewhere as elsewhere:
            return str(elsewhere)
        except InputProblem as unwritable:
            return str(unwritable.problem)
        return ""

    def release(self) -> None:
        """Unlock the folder, if the lock is still this one's."""
        with suppress(OSError):
            if self._mine and self._file.read_bytes() == self._mine:
                self._file.unlink()
        self._mine = b""

    def __enter__(self) -> "FolderLock":
        self.acquire()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.release()

    def _create(self, content: bytes) -> bool:
        """Make the lock file with its content in one step, so that nobody reads half of it."""
        prepared = self._file.with_name(f"{LOCK_FILE}.{os.getpid()}.{os.urandom(4).hex()}")
        try:
            prepared.write_bytes(content)
            try:
                os.link(prepared, self._file)
            except FileExistsError:
                return False
            except OSError:
                # A disk without hard links (FAT) leaves only the way that has a short gap.
                with suppress(FileExistsError), self._file.open("xb") as file:
                    file.write(content)
                    return True
                return False
            return True
        finally:
            prepared.unlink(missing_ok=True)

    def _remove_stale(self) -> None:
        try:
            content = self._file.read_bytes()
        except FileNotFoundError:
            return
        holder = _read(content)
        if holder and may_be_alive(holder.program):
            raise LockedElsewhere(
                holder.host, holder.process, holder.since, holder.user, self._file
            )
        # Renamed before it is judged gone: of two programs that find it stale only one gets it.
        aside = self._file.with_name(f"{LOCK_FILE}.{os.getpid()}.stale")
        with suppress(FileNotFoundError):
            self._file.rename(aside)
            if aside.read_bytes() != content:
                aside.rename(self._file)
            else:
                aside.unlink()


def _read(content: bytes) -> _Holder | None:
    """Read a lock file; None if it is no longer whole, which only a crash leaves behind."""
    try:
        values = json.loads(content)
        return _Holder(
            clean_line(str(values["host"])),
            int(values["process"]),
            str(values["started"]),
            datetime.fromisoformat(values["since"]),
            clean_line(str(values["user"])),
        )
    except (ValueError, KeyError, TypeError):
        return None


def may_be_alive(program: Program) -> bool:
    """Whether a program may still run; one on another machine can't be asked."""
    if program.host != _host():
        return True
    return _is_running(program.process) and _started(program.process) == program.started


def _is_running(process: int) -> bool:
    if process <= 0:
        return False
    if sys.platform == "win32":
        import ctypes

        # os.kill would end the process there.
        handle = ctypes.windll.kernel32.OpenProcess(_SYNCHRONIZE, False, process)
        if handle:
            ctypes.windll.kernel32.CloseHandle(handle)
        return bool(handle)
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True


def _started(process: int) -> str:
    """When a process started, as the system counts it, so that a reused id is not mistaken for it.

    Empty where the system has no such file (proc(5), "/proc/pid/stat", field 22).
    """
    try:
        boot = Path("/proc/sys/kernel/random/boot_id").read_text().strip()
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return ""
    return f"{boot}/{fields[19]}"


def _host() -> str:
    return clean_line(platform.node())


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "somebody"
