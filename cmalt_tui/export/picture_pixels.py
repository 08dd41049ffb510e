"""The pixels of a picture at the size at which a terminal can show it."""

import io
from pathlib import Path
from typing import Any, NamedTuple

from cmalt_tui.export.pictures import open_picture, upright

_PAPER = "white"


class Pixels(NamedTuple):
    """A small picture.

    Attributes:
        width: In pixels.
        rows: From the top; three bytes a pixel, its red, green and blue.
    """

    width: int
    rows: tuple[bytes, ...]


def pixels_of(file: Path, width: int, height: int) -> Pixels:
    """Read a picture's pixels, so that it fits into a size and keeps its shape.

    Raises:
        Refused: It is no picture, damaged or too large.
    """
    image = _on_paper(file, width, height)
    row = image.width * 3
    content = image.tobytes()
    return Pixels(image.width, tuple(content[at : at + row] for at in range(0, len(content), row)))


def png_of(file: Path, side: int) -> bytes:
    """Encode a picture afresh, so that neither of its sides is longer than wanted.

    Raises:
        Refused: It is no picture, damaged or too large.
    """
    written = io.BytesIO()
    _on_paper(file, side, side).save(written, "PNG", compress_level=1)
    return written.getvalue()


def _on_paper(file: Path, width: int, height: int) -> Any:
    """What shines through is white, as on paper, whatever the colours of the terminal."""
    from PIL import Image

    opened, _ = open_picture(file)
    image = upright(opened, max(1, width), max(1, height))
    if image.mode == "RGB":
        return image
    drawn = image.convert("RGBA")
    paper = Image.new("RGBA", drawn.size, _PAPER)
    return Image.alpha_composite(paper, drawn).convert("RGB")
