"""A DOCX file as its parts: taken apart, and zipped so that the same parts give the same bytes."""

import io
import zipfile
from collections.abc import Mapping

from lxml import etree

from cmalt_tui.export.docx.wordml import Element

TYPES = "[Content_Types].xml"
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
_PACKED_ALREADY = (".jpg", ".png")
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_OVERRIDE = "{http://schemas.openxmlformats.org/package/2006/content-types}Override"
_DEFAULT = "{http://schemas.openxmlformats.org/package/2006/content-types}Default"


def unpacked(content: bytes) -> dict[str, bytes]:
    """The parts of a DOCX that pandoc made, by name."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}


def packed(parts: Mapping[str, bytes]) -> bytes:
    """A DOCX of the parts: types first, the rest by name, no time of its own."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for part in sorted(parts, key=lambda name: (name != TYPES, name)):
            entry = zipfile.ZipInfo(part, _FIRST_DAY)
            stored = part.endswith(_PACKED_ALREADY)
            entry.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            archive.writestr(entry, parts[part])
    return held.getvalue()


def read(content: bytes) -> Element:
    """Parse a part, with no entities and no network."""
    return etree.fromstring(content, _PARSER)


def written(root: Element) -> bytes:
    """A part as bytes."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def relate(relationships: Element, identifier: str, kind: str, target: str) -> None:
    """Add a relationship within the package."""
    base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    made = etree.SubElement(relationships, _RELATIONSHIP)
    made.set("Id", identifier)
    made.set("Type", f"{base}/{kind}")
    made.set("Target", target)


def declare(types: Element, part: str, content_type: str) -> None:
    """Say of what type a part is."""
    made = etree.SubElement(types, _OVERRIDE)
    made.set("PartName", f"/{part}")
    made.set("ContentType", content_type)


def declare_extension(types: Element, extension: str, content_type: str) -> None:
    """Say of what type all parts with an extension are, if that isn't said yet."""
    if any(known.get("Extension") == extension for known in types.iter(_DEFAULT)):
        return
    made = etree.Element(_DEFAULT)
    made.set("Extension", extension)
    made.set("ContentType", content_type)
    types.insert(0, made)


def drop_part(parts: dict[str, bytes], part: str) -> None:
    """Take a part out, with what declares it and the root's relationship to it."""
    parts.pop(part, None)
    for holder in (TYPES, "_rels/.rels"):
        root = read(parts[holder])
        for entry in list(root):
            if part in (entry.get("PartName", "").lstrip("/"), entry.get("Target", "").lstrip("/")):
                root.remove(entry)
        parts[holder] = written(root)
