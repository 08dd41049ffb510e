"""Lets pandoc write a DOCX, then gives it the built-in constructs that survive Google Docs.

What Google Docs keeps and drops was gathered from its API reference (NamedStyleType, images) and
from exports of it: nine paragraph styles, no character or table styles, absolute widths only.
"""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from lxml import etree

from cmalt_tui.export.clean_document import CleanDocument
from cmalt_tui.export.docx.contents import add_contents
from cmalt_tui.export.docx.drawings import blank, swap_pictures, tidy_drawings
from cmalt_tui.export.docx.package import (
    TYPES,
    declare,
    drop_part,
    packed,
    read,
    relate,
    unpacked,
    written,
)
from cmalt_tui.export.docx.paragraphs import (
    bookmark_headings,
    footnotes_run_on,
    plain_bullets,
    restyle,
    restyle_runs,
    space_after_blocks,
)
from cmalt_tui.export.docx.tables import lay_out_tables
from cmalt_tui.export.docx.wordml import NAMESPACES, Element, element, name
from cmalt_tui.export.nodes import inlines, picture_attributes, rewritten
from cmalt_tui.export.picture_size import size_in_cm
from cmalt_tui.export.request import ExportRequest
from cmalt_tui.export.written import Written
from cmalt_tui.pandoc import run
from cmalt_tui.pandoc.tree import Node

_ARGUMENTS = ("-f", "json", "-t", "docx", "-o", "-", "--syntax-highlighting=none")
_DOCUMENT = "word/document.xml"
_LINKS = "word/_rels/document.xml.rels"
_FOOTER = "word/footer1.xml"
_PAGE = {"w": 11906, "h": 16838}  # A4 in twentieths of a point
_MARGIN = 1418  # 2.5 cm
_TEXT_WIDTH = _PAGE["w"] - 2 * _MARGIN
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def write_docx(
    document: CleanDocument, request: ExportRequest, check: Callable[[], None]
) -> Written:
    """Write a DOCX with real headings, a filled table of contents, A4 pages and page numbers."""
    blanks = {picture: blank(number) for number, picture in enumerate(document.pictures, 1)}

    def change(node: Node) -> Node | None:
        return _blanked(node, document, blanks) if node["t"] == "Image" else None

    tree = document.tree(rewritten(document.blocks, change), _metadata(document))
    parts = unpacked(run(_ARGUMENTS, tree, check=check))
    check()
    root, links, types = read(parts[_DOCUMENT]), read(parts[_LINKS]), read(parts[TYPES])
    _shape(root, document)
    real = {
        address: (picture, (document.stage / picture).read_bytes())
        for picture, address in blanks.items()
    }
    swap_pictures(parts, links, types, real)
    relate(links, "rIdFooter", "footer", "footer1.xml")
    declare(types, _FOOTER, f"{_WORD}.footer+xml")
    numbering, footnotes = read(parts["word/numbering.xml"]), read(parts["word/footnotes.xml"])
    plain_bullets(numbering)
    restyle(footnotes)
    restyle_runs(footnotes)
    parts |= {
        _DOCUMENT: written(root),
        _LINKS: written(links),
        TYPES: written(types),
        _FOOTER: written(_own("footer.xml")),
        "word/numbering.xml": written(numbering),
        "word/footnotes.xml": written(footnotes),
        "word/styles.xml": written(_in_language(_own("styles.xml"), "w:lang", document)),
        "word/settings.xml": written(
            _in_language(_own("settings.xml"), "w:themeFontLang", document)
        ),
        "docProps/core.xml": _core_properties(document, request.date),
    }
    drop_part(parts, "docProps/custom.xml")
    return Written(packed(parts))


def _metadata(document: CleanDocument) -> dict[str, Any]:
    source = document.source
    texts = {
        "title": source.title,
        "subtitle": source.subtitle,
        "author": source.author,
        "date": source.date,
    }
    return {key: {"t": "MetaInlines", "c": inlines(text)} for key, text in texts.items() if text}


def _blanked(node: Node, document: CleanDocument, blanks: dict[str, str]) -> Node:
    picture, alternative, wanted = picture_attributes(node)
    width, height = size_in_cm(document.pictures[picture], wanted)
    pairs = [["width", f"{width:.2f}cm"], ["height", f"{height:.2f}cm"]]
    return {"t": "Image", "c": [["", [], pairs], inlines(alternative), [blanks[picture], ""]]}


def _shape(root: Element, document: CleanDocument) -> None:
    body = root.find(name("w:body"))
    if body is None:
        raise ValueError("pandoc wrote a document without a body")
    restyle(root)
    bookmark_headings(body)
    lay_out_tables(root, _TEXT_WIDTH)
    space_after_blocks(body)
    restyle_runs(root)
    tidy_drawings(root)
    add_contents(body, {identifier for _, identifier, _ in document.headings})
    footnotes_run_on(root)
    _set_page(body)


def _set_page(body: Element) -> None:
    section = body.find(name("w:sectPr"))
    if section is None:
        section = element("w:sectPr")
        body.append(section)
    section.clear()
    footer = element("w:footerReference", type="default")
    footer.set(name("r:id"), "rIdFooter")
    section.append(footer)
    section.append(element("w:pgSz", **_PAGE))
    sides = dict.fromkeys(("top", "right", "bottom", "left"), _MARGIN)
    section.append(element("w:pgMar", **sides, header=709, footer=709, gutter=0))
    section.append(element("w:titlePg"))


def _own(file: str) -> Element:
    return read((Path(__file__).parent / file).read_bytes())


def _in_language(root: Element, tag: str, document: CleanDocument) -> Element:
    for holder in root.iterfind(f".//{tag}", NAMESPACES):
        holder.set(name("w:val"), document.language)
    return root


def _core_properties(document: CleanDocument, day: date) -> bytes:
    core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
    dublin, terms = "http://purl.org/dc/elements/1.1/", "http://purl.org/dc/terms/"
    instance = "http://www.w3.org/2001/XMLSchema-instance"
    spaces = {"cp": core, "dc": dublin, "dcterms": terms, "xsi": instance}
    root = etree.Element(f"{{{core}}}coreProperties", nsmap=spaces)
    for tag, text in (
        ("title", document.source.title),
        ("creator", document.source.author),
        ("language", document.language),
    ):
        etree.SubElement(root, f"{{{dublin}}}{tag}").text = text
    for tag in ("created", "modified"):
        moment = etree.SubElement(root, f"{{{terms}}}{tag}")
        moment.set(f"{{{instance}}}type", "dcterms:W3CDTF")
        moment.text = f"{day.isoformat()}T12:00:00Z"
    return written(root)
