"""A disk that fails, or a program that dies, at the n-th thing that is done with a file."""

import io
import os
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any

import pytest

CALLS = ("open", "mkdir", "replace", "rename", "unlink", "rmdir", "fsync", "chmod", "link")


class Died(BaseException):
    """The program is dead: nobody catches this, and nothing is done to a file after it."""


class FaultyDisk:
    """Counts what is done with the files below a folder, and fails there.

    Attributes:
        count: How many things were done.
    """

    def __init__(
        self, patch: pytest.MonkeyPatch, root: Path, at: int, error: int, *, lasts: bool = False
    ) -> None:
        """Break the disk.

        Args:
            patch: Undoes it.
            root: The folder.
            at: Which thing fails, counted from 1; 0 for none.
            error: The number of the system's error; 0 for death.
            lasts: Whether all that comes after it fails as well.
        """
        self.count = 0
        self._root = str(root)
        self._at, self._error = at, error
        self._lasts = lasts or not error
        self._descriptors: set[int] = set()
        real = {name: getattr(os, name) for name in CALLS}
        self._real_open = io.open
        for name in CALLS:
            patch.setattr(os, name, self._faulty(name, real[name]))
        patch.setattr(os, "fdopen", self._fdopen)
        patch.setattr(io, "open", self._io_open)

    def step(self, *, half: Callable[[], object] | None = None) -> None:
        """Do one thing more, or fail."""
        self.count += 1
        hit = self.count == self._at
        if not hit and not (self._lasts and self._at and self.count > self._at):
            return
        if self._error:
            raise OSError(self._error, os.strerror(self._error))
        if half and hit:
            half()
        raise Died

    def _faulty(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(target: Any, *rest: Any, **named: Any) -> Any:
            if not self._is_watched(target):
                return real(target, *rest, **named)
            self.step()
            if name == "fsync":
                return None
            done = real(target, *rest, **named)
            if name == "open":
                self._descriptors.add(done)
            return done

        return call

    def _is_watched(self, target: Any) -> bool:
        if isinstance(target, int):
            return target in self._descriptors
        return os.fspath(target).startswith(self._root)

    def _fdopen(self, descriptor: int, *rest: Any, **named: Any) -> Any:
        file = self._real_open(descriptor, *rest, **named)
        return _FaultyFile(self, file) if descriptor in self._descriptors else file

    def _io_open(self, target: Any, *rest: Any, **named: Any) -> Any:
        if isinstance(target, int) or not self._is_watched(target):
            return self._real_open(target, *rest, **named)
        self.step()
        return _FaultyFile(self, self._real_open(target, *rest, **named))


class _FaultyFile:
    """An open file, each write and flush of which may fail; a death leaves half of a write."""

    def __init__(self, disk: FaultyDisk, file: Any) -> None:
        self._disk, self._file = disk, file

    def write(self, content: bytes) -> int:
        def half() -> None:
            self._file.write(content[: len(content) // 2])
            self._file.flush()

        self._disk.step(half=half)
        return int(self._file.write(content))

    def flush(self) -> None:
        self._disk.step()
        self._file.flush()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)

    def __enter__(self) -> "_FaultyFile":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._file.close()
