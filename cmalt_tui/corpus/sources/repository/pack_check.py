"""Looks through a git pack before it is unpacked, and refuses what would fill the memory."""

import zlib
from collections.abc import Callable
from typing import BinaryIO

from cmalt_tui.problems import InputProblem

LARGEST_OBJECT = 60 * 1024 * 1024
MOST_UNPACKED = 1024 * 1024 * 1024
_MOST_OBJECTS = 500_000
_OFFSET_DELTA, _NAMED_DELTA = 6, 7
_HEADER, _NAME = 12, 20
_CHUNK = 1 << 16
_LONGEST_CHAIN = 1_000


def check_pack(file: BinaryIO) -> None:
    """Refuse a pack that unpacks to too much (format: git's Documentation/gitformat-pack).

    Args:
        file: The pack, at its start; it is left at its end.

    Raises:
        InputProblem: An object or all of them are too big, or it is no pack.
    """
    try:
        _Reader(file).check()
    except (zlib.error, IndexError, EOFError):
        raise InputProblem("what was sent is no git pack", "Try again later.") from None


def check_object(file: BinaryIO, offset: int, place_of: Callable[[bytes], int]) -> None:
    """Refuse one object of a pack that is too big, or is made out of one that is.

    Args:
        file: The pack.
        offset: Where the object begins in it.
        place_of: Where another object of the same pack begins, by its name.

    Raises:
        InputProblem: It is too big.
        KeyError: It is made out of one that is not in the pack.
    """
    for _ in range(_LONGEST_CHAIN):
        file.seek(offset)
        reader = _Reader(file)
        kind, back, name = reader.head()
        if kind == _OFFSET_DELTA:
            offset -= back
        elif kind == _NAMED_DELTA:
            offset = place_of(name)
        else:
            return
    raise _too_big()


class _Reader:
    """Walks through a pack; nothing is kept of what it unpacks but its beginning."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._data = b""
        self._unpacked = 0

    def check(self) -> None:
        """Walk through the whole pack."""
        header = self._take(_HEADER)
        count = int.from_bytes(header[8:12], "big")
        if header[:4] != b"PACK" or count > _MOST_OBJECTS:
            raise EOFError
        for _ in range(count):
            self._object()

    def head(self) -> tuple[int, int, bytes]:
        """Read an object's head: its kind, and how far back or under which name its base is."""
        byte = self._take(1)[0]
        kind, size, shift = byte >> 4 & 7, byte & 15, 4
        while byte & 128:
            byte = self._take(1)[0]
            size |= (byte & 127) << shift
            shift += 7
        self._allow(size)
        back, name = 0, b""
        if kind == _OFFSET_DELTA:
            byte = self._take(1)[0]
            back = byte & 127
            while byte & 128:
                byte = self._take(1)[0]
                back = (back + 1 << 7) | byte & 127
        elif kind == _NAMED_DELTA:
            name = self._take(_NAME)
        return kind, back, name

    def _object(self) -> None:
        kind, _, _ = self.head()
        beginning = self._inflate()
        if kind in (_OFFSET_DELTA, _NAMED_DELTA):
            _, start = _number(beginning, 0)
            self._allow(_number(beginning, start)[0])

    def _allow(self, size: int) -> None:
        self._unpacked += size
        if size > LARGEST_OBJECT or self._unpacked > MOST_UNPACKED:
            raise _too_big()

    def _inflate(self) -> bytes:
        """Go to the end of a compressed stream; its first bytes."""
        stream = zlib.decompressobj()
        beginning = b""
        while not stream.eof:
            compressed = stream.unconsumed_tail or self._more()
            data = stream.decompress(compressed, _CHUNK)
            beginning = beginning or data[:64]
        self._data = stream.unused_data + self._data
        return beginning

    def _more(self) -> bytes:
        if self._data:
            data, self._data = self._data, b""
            return data
        data = self._file.read(_CHUNK)
        if not data:
            raise EOFError
        return data

    def _take(self, size: int) -> bytes:
        while len(self._data) < size:
            data = self._file.read(_CHUNK)
            if not data:
                raise EOFError
            self._data += data
        taken, self._data = self._data[:size], self._data[size:]
        return taken


def _too_big() -> InputProblem:
    return InputProblem(
        "the repository holds files that are too big to be texts",
        "Keep a corpus in a repository of its own, without pictures and videos.",
    )


def _number(data: bytes, start: int) -> tuple[int, int]:
    """A number of a delta's beginning, and where the next one begins."""
    value = shift = 0
    while True:
        byte = data[start]
        start += 1
        value |= (byte & 127) << shift
        shift += 7
        if not byte & 128:
            return value, start
