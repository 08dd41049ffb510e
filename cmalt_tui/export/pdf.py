"""Writes the document as a tagged PDF, PDF/UA-1 wherever the text allows it."""

import re
import unicodedata
from collections.abc import Callable
from datetime import UTC, datetime, time
from typing import Literal

import typst

from cmalt_tui.export.clean_document import CONTENTS_DEPTH, CleanDocument
from cmalt_tui.export.nodes import picture_attributes, raw, rewritten, span
from cmalt_tui.export.picture_size import size_in_cm
from cmalt_tui.export.request import ExportNote, ExportRequest
from cmalt_tui.export.templates import filled
from cmalt_tui.export.written import Written
from cmalt_tui.pandoc import run
from cmalt_tui.pandoc.tree import Node
from cmalt_tui.problems import InputProblem

_ARGUMENTS = ("-f", "json", "-t", "typst", "--wrap=none")
_SERIF = "Libertinus Serif"
_MONO = "DejaVu Sans Mono"
_NO_GLYPH = re.compile(r"the text `\"(.+?)\"` could not be displayed")
# Typst drops a character that no font has without a word, except where a standard forbids that;
# so even the fallback asks for one that does before it asks for none.
_Standard = Literal["ua-1", "a-2b", "1.7"]
_STANDARDS: tuple[_Standard, ...] = ("ua-1", "a-2b", "1.7")
_ROUNDS = 5


def write_pdf(
    document: CleanDocument, request: ExportRequest, check: Callable[[], None]
) -> Written:
    """Write a PDF that says what everything in it is: headings, lists, tables, alternative texts.

    Typst refuses what PDF/UA-1 doesn't allow; then a plainer standard is taken, with a note that
    says why. Characters that the built-in fonts lack are taken from the fonts of the computer, and
    where it has none are replaced by their names: nothing vanishes silently.
    """
    notes: list[ExportNote] = []
    refusal = ""
    for standard in _STANDARDS:
        try:
            content, lost = _with_all_characters(document, request, standard, check)
        except typst.TypstError as error:
            refusal = refusal or error.message
            continue
        if standard != _STANDARDS[0]:
            notes.append(ExportNote(f"the PDF does not conform to PDF/UA-1: {refusal}"))
        return Written(content, (*notes, *lost))
    raise InputProblem(f"no PDF can be made of this portfolio: {refusal}", "Export a DOCX or HTML.")


def _with_all_characters(
    document: CleanDocument, request: ExportRequest, standard: _Standard, check: Callable[[], None]
) -> tuple[bytes, list[ExportNote]]:
    source = _typst(document, frozenset(), check)
    try:
        return _compiled(source, document, request, standard, system_fonts=False), []
    except typst.TypstError as error:
        lacking = _lacking(error)
        if not lacking:
            raise
    everywhere: frozenset[str] = frozenset()
    for _ in range(_ROUNDS):
        check()
        try:
            content = _compiled(source, document, request, standard, system_fonts=True)
        except typst.TypstError as error:
            found = _lacking(error)
            if not found - everywhere:
                raise
            everywhere |= found
            source = _typst(document, everywhere, check)
        else:
            return content, _character_notes(lacking - everywhere, everywhere)
    raise InputProblem(
        "too many characters of this portfolio are in no font of this computer",
        "Install a font that has them, or export a DOCX or HTML.",
    )


def _lacking(error: typst.TypstError) -> frozenset[str]:
    texts = _NO_GLYPH.findall(f"{error.message}\n{error.diagnostic}")
    return frozenset(sign for text in texts for sign in text if not sign.isascii())


def _character_notes(borrowed: frozenset[str], named: frozenset[str]) -> list[ExportNote]:
    notes = []
    if borrowed:
        told = " ".join(sorted(borrowed))
        notes.append(
            ExportNote(f"shown in a font of this computer, the built-in ones lack: {told}")
        )
    if named:
        told = " ".join(sorted(named))
        notes.append(ExportNote(f"replaced by their names, no font of this computer has: {told}"))
    return notes


def _typst(document: CleanDocument, named: frozenset[str], check: Callable[[], None]) -> str:
    """The document in typst's language, with some characters replaced by their names."""

    def change(node: Node) -> Node | None:
        return _for_typst(node, document, spell)

    def spell(text: str) -> str:
        return "".join(_name(sign) if sign in named else sign for sign in text)

    body = run(_ARGUMENTS, document.tree(rewritten(document.blocks, change)), check=check).decode()
    source = document.source
    language, _, rest = document.language.partition("-")
    region = rest if len(rest) == 2 and rest.isalpha() else ""
    return filled(
        "portfolio.typ",
        {
            "title": _string(spell(source.title)),
            "subtitle": _string(spell(source.subtitle)),
            "author": _string(spell(source.author)),
            "date": _string(source.date),
            "language": _string(language.lower()),
            "region": _string(region.upper()) if region else "none",
            "font": _string(_SERIF),
            "depth": str(CONTENTS_DEPTH),
            "mono": _string(_MONO),
            "body": body,
        },
    )


def _name(sign: str) -> str:
    """What stands for a character that can't be shown: nothing for one without a look."""
    if unicodedata.category(sign) in ("Mn", "Cf"):
        return ""
    return f"[{unicodedata.name(sign, f'U+{ord(sign):04X}').lower()}]"


def _for_typst(node: Node, document: CleanDocument, spell: Callable[[str], str]) -> Node | None:
    """Write what pandoc 3.9 can't: alternative texts, anchors anywhere, links to them."""
    kind = node["t"]
    if kind == "Str":
        return {"t": "Str", "c": spell(node["c"])}
    if kind in ("Code", "CodeBlock"):
        return {"t": kind, "c": [node["c"][0], spell(node["c"][1])]}
    if kind == "Image":
        return raw("typst", _image(node, document, spell))
    if kind == "Span" and node["c"][0][0]:
        identifier, content = node["c"][0][0], node["c"][1]
        return span([raw("typst", f"#metadata(none)#label({_string(identifier)})"), *content])
    if kind == "Link" and node["c"][2][0].startswith("#"):
        target, content = node["c"][2][0][1:], node["c"][1]
        opening = raw("typst", f"#link(label({_string(target)}))[")
        return span([opening, *content, raw("typst", "]")])
    return None


def _image(node: Node, document: CleanDocument, spell: Callable[[str], str]) -> str:
    name, alternative, wanted = picture_attributes(node)
    width, _ = size_in_cm(document.pictures[name], wanted)
    placed = f"{_string(name)}, width: {width:.2f}cm"
    if not alternative:
        # Outside the box, an artifact that meets a page's end takes the footnotes for its own.
        return f"#box(pdf.artifact(image({placed})))"
    return f"#box(image({placed}, alt: {_string(spell(alternative))}))"


def _string(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ")
    return f'"{escaped}"'


def _compiled(
    source: str,
    document: CleanDocument,
    request: ExportRequest,
    standard: _Standard,
    *,
    system_fonts: bool,
) -> bytes:
    main = document.stage / "main.typ"
    main.write_text(source, encoding="utf-8")
    nowhere = document.stage / "no-packages"
    compiler = typst.Compiler(
        main,
        root=document.stage,
        ignore_system_fonts=not system_fonts,
        package_path=nowhere,
        package_cache_path=nowhere,
    )
    content = compiler.compile(
        format="pdf",
        pdf_standards=[standard],
        timestamp=datetime.combine(request.date, time(12), tzinfo=UTC),
    )
    if not isinstance(content, bytes):
        raise TypeError("typst gave something else than one PDF")
    return content
