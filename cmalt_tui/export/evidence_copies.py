"""The evidence files as they go along with a document: pictures don't say where they were taken."""

import io
from pathlib import Path

from cmalt_tui.export.picture_place import tells_its_place
from cmalt_tui.export.picture_stripping import stripped_jpeg, stripped_png

_ORIENTATION = 0x0112  # EXIF 2.3, table 4
_QUALITY = 92


def evidence_copy(file: Path) -> tuple[bytes | Path, str]:
    """What to put beside a document for a file.

    Args:
        file: A file of the evidence.

    Returns:
        The file itself, or its content without the place where the picture was taken; and what
        the person should know about it, which may be nothing.
    """
    if not tells_its_place(file):
        return file, ""
    try:
        return _without_place(file), f"the place where it was taken was taken out: {file.name}"
    # Pillow's decoders raise many kinds of error on a file that they can't follow.
    except Exception:
        return file, f"it may tell where it was taken, and that could not be mended: {file.name}"


def _without_place(file: Path) -> bytes:
    from PIL import Image, ImageOps

    content = file.read_bytes()
    with Image.open(io.BytesIO(content)) as image:
        upright = image.getexif().get(_ORIENTATION, 1) == 1
        if upright and image.format == "JPEG":
            return stripped_jpeg(content)
        if upright and image.format == "PNG":
            return stripped_png(content)
        kind = image.format
        turned = ImageOps.exif_transpose(image)
        turned.info.clear()
        held = io.BytesIO()
        turned.save(held, kind, **({"quality": _QUALITY} if kind in ("JPEG", "WEBP") else {}))
    return held.getvalue()
