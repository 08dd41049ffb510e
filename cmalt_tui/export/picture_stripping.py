"""Takes everything out of a JPEG or PNG file but what its pixels need, without losing quality.

Segments: ITU-T T.81, annex B; chunks: W3C PNG, section 5.
"""

from collections.abc import Iterator

_PNG_START = b"\x89PNG\r\n\x1a\n"
_PNG_KEPT = (b"IHDR", b"PLTE", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"IDAT", b"IEND")
_JFIF = b"\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
_START, _END, _SCAN, _COMMENT = 0xD8, 0xD9, 0xDA, 0xFE
_APPLICATION = range(0xE0, 0xF0)
_RESTARTS = range(0xD0, 0xD8)
# What decoders need to get the colours right: a colour profile, and Adobe's colour transform.
_APPLICATION_KEPT = (b"ICC_PROFILE\x00", b"Adobe")


def stripped_png(content: bytes) -> bytes:
    """Keep the chunks that make the first picture; text, time, EXIF and what follows the end go.

    Raises:
        ValueError: The file isn't put together as a PNG.
    """
    if not content.startswith(_PNG_START):
        raise ValueError("no PNG")
    kept, position = [_PNG_START], len(_PNG_START)
    while position + 12 <= len(content):
        end = position + 12 + int.from_bytes(content[position : position + 4], "big")
        kind = content[position + 4 : position + 8]
        if end > len(content):
            break
        if kind in _PNG_KEPT:
            kept.append(content[position:end])
        if kind == b"IEND":
            return b"".join(kept)
        position = end
    raise ValueError("cut short")


def stripped_jpeg(content: bytes) -> bytes:
    """Keep the segments that make the picture; EXIF, thumbnails, comments and what follows go.

    Raises:
        ValueError: The file isn't put together as a JPEG.
    """
    if content[:2] != bytes((0xFF, _START)):
        raise ValueError("no JPEG")
    return b"".join((content[:2], _JFIF, *_segments(content), bytes((0xFF, _END))))


def _segments(content: bytes) -> Iterator[bytes]:
    position = 2
    while position + 4 <= len(content):
        if content[position] != 0xFF:
            raise ValueError("no marker where one is due")
        marker = content[position + 1]
        if marker == _END:
            return
        if marker == 0xFF:  # a fill byte
            position += 1
            continue
        end = position + 2 + int.from_bytes(content[position + 2 : position + 4], "big")
        if end > len(content):
            break
        body = content[position + 4 : end]
        if marker == _SCAN:
            end = _end_of_scan(content, end)
        wanted = marker not in _APPLICATION or body.startswith(_APPLICATION_KEPT)
        if wanted and marker != _COMMENT:
            yield content[position:end]
        position = end
    if content[position : position + 2] != bytes((0xFF, _END)):
        raise ValueError("cut short")


def _end_of_scan(content: bytes, position: int) -> int:
    """Find the marker after compressed data, in which 0xFF is followed by 0 or by a restart."""
    while True:
        position = content.find(b"\xff", position)
        if position < 0 or position + 1 >= len(content):
            raise ValueError("cut short")
        following = content[position + 1]
        if following and following not in _RESTARTS and following != 0xFF:
            return position
        position += 1 if following == 0xFF else 2
