"""Pictures that stand in a page as text (RFC 2397) put into files, so that they are not lost."""

import base64
import binascii
import hashlib
import re
from pathlib import Path

EMBEDDED_FOLDER = "embedded"
_PICTURE = re.compile(
    rb"data:image/(png|jpe?g|gif|webp|bmp)(?:;[a-z=-]{1,40})*;base64,([A-Za-z0-9+/=\s]{20,})", re.I
)
_SUFFIXES = {b"jpeg": "jpg"}


def with_pictures_beside(content: bytes, media: Path) -> bytes:
    """Put the pictures inside a page into a folder, and their paths in their places.

    Args:
        content: The page; it is no larger than a document may be, and so are they together.
        media: The folder, which is made if there are any.
    """
    if b"data:image/" not in content:
        return content

    def put(found: re.Match[bytes]) -> bytes:
        try:
            picture = base64.b64decode(found[2], validate=False)
        except (binascii.Error, ValueError):
            return found[0]
        kind = found[1].lower()
        name = f"{hashlib.sha256(picture).hexdigest()[:20]}.{_SUFFIXES.get(kind, kind.decode())}"
        folder = media / EMBEDDED_FOLDER
        folder.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(picture)
        return f"{EMBEDDED_FOLDER}/{name}".encode()

    return _PICTURE.sub(put, content)
