"""Puts the real pictures in the place of blank ones that pandoc could pack in no time."""

import base64
import struct
import zlib
from collections.abc import Mapping

from cmalt_tui.export.docx.package import declare_extension
from cmalt_tui.export.docx.wordml import NAMESPACES, Element, name

_TYPES = {"jpg": "image/jpeg", "png": "image/png"}


def blank(number: int) -> str:
    """A picture of one pixel, different for every number, as a data address.

    Pandoc deflates each picture that it embeds, which takes longer than all the rest of its work.
    """
    header = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    pixel = zlib.compress(b"\0" + number.to_bytes(3, "big"))
    chunks = ((b"IHDR", header), (b"IDAT", pixel), (b"IEND", b""))
    content = b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in chunks
    )
    return f"data:image/png;base64,{base64.b64encode(content).decode()}"


def swap_pictures(
    parts: dict[str, bytes],
    relationships: Element,
    types: Element,
    real: Mapping[str, tuple[str, bytes]],
) -> None:
    """Put the real pictures in.

    Args:
        parts: The parts of the package; changed.
        relationships: Those of the document; changed.
        types: The content types; changed.
        real: For each blank picture's data address, the real one's name and content.
    """
    renamed = {}
    for part in [part for part in parts if part.startswith("word/media/")]:
        address = f"data:image/png;base64,{base64.b64encode(parts[part]).decode()}"
        if address in real:
            file, content = real[address]
            del parts[part]
            parts[f"word/media/{file}"] = content
            renamed[part.removeprefix("word/")] = f"media/{file}"
            extension = file.rpartition(".")[2]
            declare_extension(types, extension, _TYPES[extension])
    for relationship in relationships:
        target = relationship.get("Target", "")
        if target in renamed:
            relationship.set("Target", renamed[target])
    for declared in list(types):
        if declared.get("PartName", "").removeprefix("/word/") in renamed:
            types.remove(declared)


def tidy_drawings(root: Element) -> None:
    """Name the pictures, and say their alternative text in both places where it is looked for."""
    for number, inline in enumerate(root.iter(name("wp:inline")), 1):
        shown = inline.find("wp:docPr", NAMESPACES)
        if shown is None:
            continue
        shown.set("id", str(number))
        shown.set("name", f"Picture {number}")
        shown.attrib.pop("title", "")
        for inner in inline.iter(name("pic:cNvPr")):
            inner.set("name", f"Picture {number}")
            inner.set("descr", shown.get("descr", ""))
            inner.attrib.pop("title", "")
