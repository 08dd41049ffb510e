"""Tells whether a picture says where it was taken, without decoding a single pixel.

GPS data is a directory of its own in EXIF 2.3 (section 4.6.6), or stands in an XMP packet.
"""

import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".tif", ".tiff", ".heic", ".heif", ".avif")
_GPS = 0x8825
_POSITION = (2, 4)  # latitude and longitude
_PNG_START = b"\x89PNG\r\n\x1a\n"
_MOST_CHUNKS, _MOST_METADATA = 10_000, 4_000_000
_XMP_MARKS = (b"GPSLatitude", b"GPSLongitude")


def tells_its_place(file: Path) -> bool:
    """Whether a picture holds the place where it was taken.

    A file that Pillow can't read, such as HEIC without its plug-in, is said to hold none.

    Args:
        file: Any file; one whose name doesn't end like a picture's is not opened.
    """
    if file.suffix.lower() not in PICTURES:
        return False
    try:
        with file.open("rb") as opened, warnings.catch_warnings():
            warnings.simplefilter("ignore")
            if opened.read(len(_PNG_START)) == _PNG_START:
                return any(_says(kind, body) for kind, body in _chunks(opened))
            from PIL import Image

            opened.seek(0)
            with Image.open(opened) as picture:
                xmp = picture.info.get("xmp", b"")
                written = xmp if isinstance(xmp, bytes) else str(xmp).encode()
                return _has_place(picture.getexif()) or any(m in written for m in _XMP_MARKS)
    except Exception:
        # Pillow raises whatever a broken file leads it to; what can't be read tells nothing.
        return False


def _says(kind: bytes, body: bytes) -> bool:
    if kind == b"eXIf":
        from PIL import Image

        exif = Image.Exif()
        exif.load(body)
        return _has_place(exif)
    return any(mark in body for mark in _XMP_MARKS)


def _has_place(exif: Any) -> bool:
    place = exif.get_ifd(_GPS)
    return any(place.get(tag) for tag in _POSITION)


def _chunks(opened: BinaryIO) -> Iterator[tuple[bytes, bytes]]:
    """The chunks of a PNG that may hold facts about it; those with pixels are jumped over."""
    for _ in range(_MOST_CHUNKS):
        head = opened.read(8)
        if len(head) < 8:
            return
        length, kind = int.from_bytes(head[:4], "big"), head[4:]
        if kind in (b"eXIf", b"iTXt", b"tEXt") and length <= _MOST_METADATA:
            yield kind, opened.read(length)
            opened.seek(4, 1)
        else:
            opened.seek(length + 4, 1)
