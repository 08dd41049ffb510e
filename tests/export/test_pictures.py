"""Pictures come in from the portfolio only, whole, upright, with nothing beside their pixels."""

import contextlib
import io
import random
import struct
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin

from cmalt_tui.export.picture_size import TEXT_WIDTH_CM, size_in_cm
from cmalt_tui.export.picture_stripping import stripped_jpeg, stripped_png
from cmalt_tui.export.pictures import Picture, PictureStage, Refused

SECRET = b"51.5074N-0.1278W"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "portfolio" / "evidence" / "files").mkdir(parents=True)
    return tmp_path / "portfolio"


def _staged(root: Path, source: str, hidden: frozenset[str] = frozenset()) -> tuple[Picture, bytes]:
    folder = root.parent / "stage"
    folder.mkdir(exist_ok=True)
    stage = PictureStage(root, folder, hidden)
    try:
        picture = stage.picture(source)
        return picture, (folder / picture.name).read_bytes()
    finally:
        stage.close()


def _exif(orientation: int = 1) -> Image.Exif:
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010E] = SECRET.decode()
    return exif


def _noise(size: tuple[int, int]) -> Image.Image:
    chance = random.Random(3)
    return Image.frombytes("RGB", size, chance.randbytes(size[0] * size[1] * 3))


@pytest.mark.parametrize("progressive", [True, False])
def test_a_photograph_keeps_its_pixels_and_nothing_else(root: Path, progressive: bool) -> None:
    file = root / "a.jpg"
    _noise((90, 60)).save(file, exif=_exif(), comment=SECRET, progressive=progressive, quality=80)
    file.write_bytes(file.read_bytes() + b"PK-zip-" + SECRET)
    picture, content = _staged(root, "a.jpg")
    assert SECRET in file.read_bytes() and SECRET not in content
    assert Image.open(io.BytesIO(content)).tobytes() == Image.open(file).tobytes()
    assert (picture.width, picture.height) == (90, 60)


def test_a_screenshot_keeps_its_pixels_and_nothing_else(root: Path) -> None:
    file = root / "a.png"
    about = PngImagePlugin.PngInfo()
    about.add_text("Author", SECRET.decode())
    _noise((50, 40)).save(file, pnginfo=about, exif=_exif())
    file.write_bytes(file.read_bytes() + SECRET)
    _, content = _staged(root, "a.png")
    assert SECRET not in content
    assert Image.open(io.BytesIO(content)).tobytes() == Image.open(file).tobytes()


def test_a_turned_photograph_is_set_upright(root: Path) -> None:
    _noise((90, 60)).save(root / "a.jpg", exif=_exif(orientation=6))
    picture, content = _staged(root, "a.jpg")
    assert (picture.width, picture.height) == (60, 90)
    assert Image.open(io.BytesIO(content)).size == (60, 90)
    assert SECRET not in content


@pytest.mark.parametrize("suffix", ["gif", "webp", "bmp", "tiff", "png", "jpg"])
@pytest.mark.parametrize("mode", ["RGB", "L", "P", "RGBA", "CMYK", "1", "I;16", "LA"])
def test_every_usual_kind_comes_in(root: Path, suffix: str, mode: str) -> None:
    image = Image.new(mode, (30, 20))
    try:
        image.save(root / f"a.{suffix}")
    except (OSError, ValueError):
        pytest.skip("there are no such pictures")
    picture, content = _staged(root, f"a.{suffix}")
    shown = Image.open(io.BytesIO(content))
    assert shown.size == (picture.width, picture.height) == (30, 20)
    assert shown.format == ("JPEG" if suffix == "jpg" else "PNG")
    assert shown.mode != "CMYK"


def test_a_large_picture_is_made_smaller(root: Path) -> None:
    Image.new("RGB", (5000, 2500)).save(root / "a.png")
    picture, content = _staged(root, "a.png")
    assert Image.open(io.BytesIO(content)).size == (picture.width, picture.height) == (2000, 1000)


def test_a_picture_of_too_many_pixels_is_refused_unread(root: Path) -> None:
    def chunk(kind: bytes, body: bytes) -> bytes:
        return (
            struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        )

    header = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    bomb = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(bytes(99))) + chunk(b"IEND", b"")
    (root / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bomb)
    with pytest.raises(Refused, match=r"million pixels|can't be read"):
        _staged(root, "a.png")


def test_a_drawing_becomes_a_picture(root: Path) -> None:
    (root / "a.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20">'
        '<rect width="40" height="20" fill="#ff0000"/></svg>'
    )
    picture, content = _staged(root, "a.svg")
    assert picture.width == 2 * picture.height
    assert Image.open(io.BytesIO(content)).convert("RGB").getpixel((9, 9)) == (255, 0, 0)


def test_a_drawing_that_claims_to_be_huge_is_not(root: Path) -> None:
    (root / "a.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="900000" height="300000">'
        '<text y="99999" font-size="99999">x</text></svg>'
    )
    picture, _ = _staged(root, "a.svg")
    assert picture.width < 1000 and picture.height < 1100


@pytest.mark.parametrize(
    "source",
    ["a.png", "evidence/a.png", "files/b.png", "../evidence/files/b.png", "c%20d.png", "c d.png"],
)
def test_addresses_are_relative_to_the_portfolio_or_its_folders(root: Path, source: str) -> None:
    (root / "sections").mkdir()
    for name in ("evidence/a.png", "evidence/files/b.png", "c d.png"):
        Image.new("RGB", (3, 3)).save(root / name)
    assert _staged(root, source)[0].width == 3


@pytest.mark.parametrize(
    ("source", "why"),
    [
        ("../x.png", "outside"),
        ("/etc/passwd", "outside"),
        ("%2e%2e/x.png", "outside"),
        ("link.png", "outside"),
        ("file:///etc/passwd", "own folder"),
        ("http://127.0.0.1/x.png", "own folder"),
        ("//host/x.png", "own folder"),
        ("\\\\host\\x.png", "own folder"),
        ("C:/x.png", "own folder"),
        ("none.png", "no such file"),
        ("a\0b.png", "no such file"),
        ("x" * 5000, "no such file"),
        ("evidence", "no such file"),
        ("text.png", "can't be read"),
        ("torn.png", "can't be read"),
        ("torn.jpg", "can't be read"),
        ("evidence/secret.png", "permission"),
    ],
)
def test_what_is_refused_is_refused_for_the_right_reason(root: Path, source: str, why: str) -> None:
    Image.new("RGB", (3, 3)).save(root.parent / "x.png")
    Image.new("RGB", (3, 3)).save(root / "evidence" / "secret.png")
    (root / "link.png").symlink_to(root.parent / "x.png")
    (root / "text.png").write_text("no picture")
    for suffix in ("png", "jpg"):
        held = io.BytesIO()
        _noise((200, 200)).save(held, "PNG" if suffix == "png" else "JPEG")
        (root / f"torn.{suffix}").write_bytes(held.getvalue()[:3000])
    with pytest.raises(Refused, match=why):
        _staged(root, source, frozenset({"evidence/secret.png"}))


@given(st.binary(max_size=400))
def test_torn_files_raise_nothing_but_a_value_error(content: bytes) -> None:
    starts = {stripped_png: b"\x89PNG\r\n\x1a\n", stripped_jpeg: b"\xff\xd8\xff\xda"}
    for strip, start in starts.items():
        for whole in (content, start + content):
            with contextlib.suppress(ValueError):
                assert strip(whole)


@pytest.mark.parametrize(
    ("wanted", "width"),
    [("", 2.54), ("50%", 8.0), ("3cm", 3.0), ("30mm", 3.0), ("1in", 2.54), ("900%", TEXT_WIDTH_CM)],
)
def test_sizes_follow_the_author_within_the_page(wanted: str, width: float) -> None:
    shown = size_in_cm(Picture("x", 96, 48), wanted)
    assert shown == (pytest.approx(width), pytest.approx(width / 2))


def test_a_tall_picture_fits_the_page() -> None:
    assert size_in_cm(Picture("x", 500, 5000))[1] == pytest.approx(18.0)
