"""A picture that says where it was taken is told from one that doesn't."""

import io
import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image
from PIL.TiffImagePlugin import IFDRational

from cmalt_tui.export.picture_place import tells_its_place


def exif(*, place: bool) -> Image.Exif:
    facts = Image.Exif()
    facts[0x010F] = "Larkmoor"
    if place:
        degrees = (IFDRational(52), IFDRational(28), IFDRational(30))
        facts[0x8825] = {1: "N", 2: degrees, 3: "W", 4: degrees}
    return facts


def picture(form: str, facts: Image.Exif | None) -> bytes:
    content = io.BytesIO()
    more = {"exif": facts} if facts else {}
    Image.new("RGB", (4, 4)).save(content, form, **more)
    return content.getvalue()


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_gps_data_is_seen_in_each_format(tmp_path: Path, form: str) -> None:
    file = tmp_path / f"bench.{form.lower()}"
    for facts, told in ((exif(place=True), True), (exif(place=False), False), (None, False)):
        file.write_bytes(picture(form, facts))
        assert tells_its_place(file) is told


def test_a_place_in_an_xmp_packet_is_seen(tmp_path: Path) -> None:
    packet = b"XML:com.adobe.xmp\0\0\0\0\0<x exif:GPSLatitude='52,28.5N'/>"
    chunk = struct.pack(">I", len(packet)) + b"iTXt" + packet
    chunk += struct.pack(">I", zlib.crc32(b"iTXt" + packet))
    plain = picture("PNG", None)
    file = tmp_path / "bench.png"
    file.write_bytes(plain[:33] + chunk + plain[33:])
    assert tells_its_place(file)


@pytest.mark.parametrize("cut", [0, 3, 20, 40, 90])
def test_broken_pictures_tell_nothing_and_stop_nobody(tmp_path: Path, cut: int) -> None:
    for form in ("JPEG", "PNG", "WEBP"):
        file = tmp_path / f"broken.{form.lower()}"
        file.write_bytes(picture(form, exif(place=True))[:cut])
        assert not tells_its_place(file)


def test_what_is_no_picture_is_not_opened(tmp_path: Path) -> None:
    assert not tells_its_place(tmp_path / "gone.txt")
    assert not tells_its_place(tmp_path / "gone.png")
