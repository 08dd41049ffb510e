"""A zip file written piece by piece: the same content gives the same bytes."""

import hashlib
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple

from cmalt_tui.problems import InputProblem

# The first day that a zip file can name.
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
_PACKED_ALREADY = (
    ".jpg", ".jpeg", ".png", ".gif", ".webp", ".docx", ".pptx", ".xlsx", ".odt", ".zip", ".h5p",
    ".epub", ".mp4", ".m4v", ".mov", ".webm", ".mp3", ".m4a", ".ogg",
)  # fmt: skip
_CHUNK = 1 << 20
_IN_MEMORY = 32 * _CHUNK
_MODE = 0o644 << 16


class Packed(NamedTuple):
    """A file that is in the zip."""

    size: int
    sha256: str


class ZipWriter:
    """Puts files into a zip that lies in memory while it is small, and else in a nameless file."""

    def __init__(self, check: Callable[[], None]) -> None:
        """Begin with nothing in it.

        Args:
            check: Called now and then; may raise to stop.
        """
        # Closed by whoever takes it, or with the last reference to it.
        self._held = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115
        self._zip = zipfile.ZipFile(self._held, "w", strict_timestamps=False)
        self._check = check

    def add(self, name: str, content: bytes | Path) -> Packed:
        """Put a file in.

        Args:
            name: Its path in the zip, with slashes.
            content: Its bytes, or the file that holds them.

        Raises:
            InputProblem: The file can't be read.
        """
        entry = zipfile.ZipInfo(name, _FIRST_DAY)
        stored = name.lower().endswith(_PACKED_ALREADY)
        entry.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
        entry.external_attr = _MODE
        entry.create_system = 3
        digest, size = hashlib.sha256(), 0
        with self._zip.open(entry, "w", force_zip64=_is_huge(content)) as sink:
            for chunk in _chunks(content):
                self._check()
                digest.update(chunk)
                size += len(chunk)
                sink.write(chunk)
        return Packed(size, digest.hexdigest())

    def finished(self) -> BinaryIO:
        """The whole zip, to be read from its start."""
        self._zip.close()
        self._held.seek(0)
        return self._held  # type: ignore[return-value]


def size_of(held: BinaryIO) -> int:
    """How many bytes an open file has; it is at its start then."""
    size = held.seek(0, 2)
    held.seek(0)
    return size


def chunks_of(held: BinaryIO) -> Iterator[bytes]:
    """The content of an open file from its start, piece by piece."""
    held.seek(0)
    while chunk := held.read(_CHUNK):
        yield chunk


def _is_huge(content: bytes | Path) -> bool:
    return isinstance(content, Path) and content.stat().st_size > zipfile.ZIP64_LIMIT // 2


def _chunks(content: bytes | Path) -> Iterator[bytes]:
    if isinstance(content, bytes):
        yield content
        return
    try:
        with content.open("rb") as file:
            while chunk := file.read(_CHUNK):
                yield chunk
    except OSError as error:
        raise InputProblem(
            f"can't be read ({error.strerror or error})", "Check its permissions.", file=content
        ) from None
