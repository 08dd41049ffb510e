"""Lets pictures into a document: from the portfolio's folder only, and nothing but pixels."""

import contextlib
import hashlib
import io
import os
import re
import tempfile
import warnings
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from cmalt_tui.export.evidence_text import EVIDENCE_FOLDER
from cmalt_tui.export.picture_stripping import stripped_jpeg, stripped_png

_ADDRESS = re.compile(r"^(?:[A-Za-z][A-Za-z0-9+.-]*:|//|\\\\)")
_MOST_BYTES = 50_000_000
_MOST_PIXELS = 40_000_000
_SIDE = 2000  # 16 cm at 300 dots an inch, the width of the text, with some room
_DECODERS = ("PNG", "JPEG", "GIF", "WEBP", "BMP", "TIFF")
# No larger than it can be shown, whatever size the drawing claims.
_DRAWING_PAGE = """
#set page(width: auto, height: auto, margin: 0pt)
#context {
  let size = measure(image("drawing.svg"))
  let scale = calc.min(1, 16cm / size.width, 18cm / size.height)
  image("drawing.svg", width: scale * size.width)
}
"""
_ORIENTATION = 0x0112  # EXIF 2.3, table 4
_AT_ONCE = max(1, min(4, (os.cpu_count() or 2) - 1))  # one is left for pandoc


@dataclass(frozen=True)
class Picture:
    """A picture that is fit to go into a document.

    Attributes:
        name: Its file in the staging folder, named after its content.
        width, height: In pixels.
    """

    name: str
    width: int
    height: int


class Refused(Exception):  # noqa: N818 - says what happened, as the other exceptions do
    """Raised for a picture that doesn't come in; the text says why, fit to be shown."""


class PictureStage:
    """The pictures of one document, checked and put into a folder.

    A whole JPEG or PNG that any reader shows as it should loses its EXIF data with its places,
    and whatever else hides in the file beside the pixels; all others are encoded afresh. This
    runs in threads (Pillow lets go of the interpreter), so that pandoc can parse meanwhile.
    """

    def __init__(self, root: Path, folder: Path, hidden: frozenset[str] = frozenset()) -> None:
        """Set up an empty stage.

        Args:
            root: The portfolio's folder; no picture outside it comes in.
            folder: Where the pictures are put; it must exist.
            hidden: Files, relative to the root, that this audience must not see.
        """
        self.folder = folder
        self._root = root.resolve()
        self._hidden = {(self._root / file).resolve() for file in hidden}
        self._threads = ThreadPoolExecutor(_AT_ONCE, thread_name_prefix="picture")
        self._started: dict[Path, Future[Picture]] = {}

    def start(self, source: str) -> None:
        """Begin with a picture that is likely to be asked for."""
        with contextlib.suppress(Refused):
            self._begin(source)

    def picture(self, source: str) -> Picture:
        """Take a picture in.

        Args:
            source: The address that a text gives, relative to the portfolio's folder, to
                ``evidence`` or to ``sections``.

        Raises:
            Refused: It is not there, not inside, not a picture, or too large.
        """
        return self._begin(source).result()

    def close(self) -> None:
        """Drop what hasn't begun and wait for what has."""
        self._threads.shutdown(wait=True, cancel_futures=True)

    def _begin(self, source: str) -> Future[Picture]:
        file = self._locate(source)
        if file not in self._started:
            self._started[file] = self._threads.submit(_encode, file, self.folder)
        return self._started[file]

    def _locate(self, source: str) -> Path:
        if _ADDRESS.match(source):
            raise Refused("only pictures of the portfolio's own folder are included")
        for base in (self._root, self._root / EVIDENCE_FOLDER, self._root / "sections"):
            for name in dict.fromkeys((unquote(source), source)):
                try:
                    file = (base / name).resolve(strict=True)
                except (OSError, ValueError, RuntimeError):
                    continue
                if not file.is_relative_to(self._root):
                    raise Refused("it lies outside the portfolio's folder")
                if file in self._hidden:
                    raise Refused("its permission is still missing")
                if file.is_file():
                    return file
        raise Refused("there is no such file")


def open_picture(file: Path) -> tuple[Any, bytes]:
    """Open a picture, or draw a drawing, with its pixels still to be decoded.

    Returns:
        Pillow's image, and what stands in the file or was drawn.

    Raises:
        Refused: It is no picture, or too large.
    """
    from PIL import Image

    if file.stat().st_size > _MOST_BYTES:
        raise Refused(f"it is larger than {_MOST_BYTES // 1_000_000} MB")
    content = file.read_bytes()
    if file.suffix.lower() == ".svg":
        content = _rasterised(content)
    with _unreadable_refused(), warnings.catch_warnings():
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        image: Image.Image = Image.open(io.BytesIO(content), formats=_DECODERS)
    if image.width * image.height > _MOST_PIXELS:
        raise Refused(f"it has more than {_MOST_PIXELS // 1_000_000} million pixels")
    return image, content


def upright(image: Any, width: int, height: int) -> Any:
    """Decode a picture upright, and no larger than it is wanted.

    Raises:
        Refused: It can't be decoded.
    """
    from PIL import ImageOps

    with _unreadable_refused():
        image.draft("RGB", (width, height))
        image = ImageOps.exif_transpose(image)
        image.thumbnail((width, height))
    return image


def _encode(file: Path, folder: Path) -> Picture:
    image, content = open_picture(file)
    kind = "jpg" if image.format == "JPEG" else "png"
    name = f"picture-{hashlib.sha256(content).hexdigest()[:20]}.{kind}"
    with _unreadable_refused():
        if _can_stay(image):
            width, height = image.size
            _check_whole(image)
            strip = stripped_jpeg if kind == "jpg" else stripped_png
            (folder / name).write_bytes(strip(content))
            return Picture(name, width, height)
        image = upright(image, _SIDE, _SIDE)
        _save(image, folder / name)
    return Picture(name, image.width, image.height)


@contextlib.contextmanager
def _unreadable_refused() -> Iterator[None]:
    """Refuse a damaged file.

    Pillow's decoders raise many kinds of error on it, SyntaxError and struct.error among them;
    whichever it is, the file is no picture that a reader could see.
    """
    try:
        yield
    except Refused:
        raise
    except Exception as error:
        raise Refused("it can't be read as a picture") from error


def _can_stay(image: Any) -> bool:
    """Whether the picture's own encoding does: known to every reader, small, and upright."""
    if max(image.size) > _SIDE or image.format not in ("PNG", "JPEG"):
        return False
    if image.format == "PNG":
        return "exif" not in image.info
    return image.mode in ("RGB", "L") and image.getexif().get(_ORIENTATION, 1) == 1


def _check_whole(image: Any) -> None:
    """See that a picture's file isn't damaged, without the time that all of its pixels take.

    A PNG carries checksums; of a JPEG an eighth of the size has to be decoded to know.
    """
    if image.format == "PNG":
        image.verify()
    else:
        image.draft("L", (1, 1))
        image.load()


def _save(image: Any, file: Path) -> None:
    # Pillow writes some of what it read beside the pixels back, if it is left where it was.
    image.info.clear()
    if file.suffix == ".jpg":
        image.convert("RGB").save(file, "JPEG", quality=88)
        return
    plain = image if image.mode in ("1", "L", "RGB", "RGBA") else image.convert("RGBA")
    plain.save(file, "PNG", compress_level=4)


def _rasterised(drawing: bytes) -> bytes:
    """Draw an SVG with typst, which runs no scripts and can read nothing beside it."""
    import typst

    with tempfile.TemporaryDirectory(prefix="cmalt-svg-") as name:
        folder = Path(name)
        (folder / "drawing.svg").write_bytes(drawing)
        (folder / "main.typ").write_text(_DRAWING_PAGE, encoding="utf-8")
        try:
            compiler = typst.Compiler(
                folder / "main.typ",
                root=folder,
                package_path=folder / "none",
                package_cache_path=folder / "none",
            )
            drawn = compiler.compile(format="png", ppi=144)
        except typst.TypstError as error:
            raise Refused("the drawing can't be read") from error
    if not isinstance(drawn, bytes):
        raise Refused("the drawing has more than one page")
    return drawn
