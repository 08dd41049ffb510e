"""Writes a zip for those who read the portfolio: documents, evidence files, and what is in it."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from cmalt_tui.export.clean_document import CleanDocument
from cmalt_tui.export.document_writers import document_writer
from cmalt_tui.export.evidence_copies import evidence_copy
from cmalt_tui.export.listed_evidence import ListedEvidence
from cmalt_tui.export.request import ExportNote, ExportRequest
from cmalt_tui.export.written import Written
from cmalt_tui.export.zip_file import Packed, ZipWriter, size_of
from cmalt_tui.model.archive_terms import PACKAGE_KIND, PACKAGE_MANIFEST
from cmalt_tui.plain_text import clean_line, slug

_SCHEMA = 1
_MB = 1_000_000
_READABLE = "MANIFEST.md"


def write_package(
    document: CleanDocument, request: ExportRequest, check: Callable[[], None]
) -> Written:
    """Write the zip. What the audience doesn't see in the documents is not in it either."""
    packed: dict[str, Packed] = {}
    notes: list[ExportNote] = []
    into = ZipWriter(check)
    name = slug(document.source.title, fallback="portfolio")
    documents = []
    for wanted in dict.fromkeys(request.inside):
        inner = replace(
            request, format=wanted, output=request.output.with_name(f"{name}{wanted.suffix}")
        )
        written = document_writer(wanted)(document, inner, check)
        notes += written.notes
        documents.append(inner.output.name)
        assert isinstance(written.content, bytes)
        for file, content in {inner.output.name: written.content, **written.beside}.items():
            packed[file] = into.add(file, content)
    for one in document.source.evidence:
        if one.source is not None and one.file:
            copied, note = evidence_copy(one.source)
            packed[one.file] = into.add(one.file, copied)
            notes += [ExportNote(note, item=one.item.id)] if note else []
    described = _manifest(document, request, documents, packed)
    into.add(_READABLE, _readable(document, documents, packed).encode())
    into.add(
        PACKAGE_MANIFEST, (json.dumps(described, ensure_ascii=False, indent=1) + "\n").encode()
    )
    held = into.finished()
    notes += _too_large(size_of(held), request)
    return Written(held, tuple(dict.fromkeys(notes)))


def _too_large(size: int, request: ExportRequest) -> list[ExportNote]:
    """Say that the zip is larger than the accreditor takes, where it is."""
    bounds = [request.framework.process.get(f"package_{name}_mb", 0) for name in ("max", "warn")]
    most, warned = (bound * _MB if isinstance(bound, int) else 0 for bound in bounds)
    told = f"the zip is {size / _MB:.1f} MB"
    if most and size > most:
        return [ExportNote(f"{told}, more than the {most // _MB} MB that can be handed over")]
    if warned and size > warned:
        return [ExportNote(f"{told}, more than the {warned // _MB} MB that mail may refuse")]
    return []


def _manifest(
    document: CleanDocument,
    request: ExportRequest,
    documents: list[str],
    packed: Mapping[str, Packed],
) -> dict[str, object]:
    source = document.source
    return {
        "kind": PACKAGE_KIND,
        "schema": _SCHEMA,
        "title": clean_line(source.title),
        "author": clean_line(source.author),
        "framework": request.framework.id,
        "pathway": request.portfolio.pathway,
        "audience": request.audience.value,
        "date": request.date.isoformat(),
        "documents": documents,
        "evidence": [_told(one) for one in source.evidence],
        "files": [
            {"file": file, "size": facts.size, "sha256": facts.sha256}
            for file, facts in sorted(packed.items())
        ],
    }


def _told(one: ListedEvidence) -> dict[str, object]:
    return {
        "number": one.number,
        "title": one.title,
        "kind": clean_line(one.item.kind),
        "date": one.item.date.isoformat() if one.item.date else "",
        "file": one.file,
        "url": clean_line(one.item.url),
        "used_in": [place.section for place in one.used_in],
        "shows": [
            {"section": place.section, "text": clean_line(text)} for place, text in one.shows
        ],
    }


def _readable(document: CleanDocument, documents: list[str], packed: Mapping[str, Packed]) -> str:
    """The contents of the zip as a text that a person reads."""
    source = document.source
    about = ", ".join(filter(None, (source.subtitle, source.author, source.date)))
    lines = [f"# {_line(source.title)}", "", _line(about), ""]
    lines += ["## Documents", ""]
    lines += [f"- [{name}](<{name}>)" for name in documents]
    if source.evidence:
        lines += ["", "## Evidence"]
    for one in source.evidence:
        lines += ["", f"### {one.number}. {_line(one.title)}", ""]
        if one.file in packed:
            facts = packed[one.file]
            lines.append(f"- File: [{one.file}](<{one.file}>)")
            lines += [f"- Size: {facts.size:,} bytes", f"- SHA-256: `{facts.sha256}`"]
        if one.item.url:
            lines.append(f"- Link: {_line(one.item.url)}")
        if one.item.physical:
            lines.append(f"- Where it is: {_line(one.item.physical)}")
        lines += [
            f"- What it shows in {_line(place.label)}: {_line(text)}" for place, text in one.shows
        ]
    return "\n".join(lines) + "\n"


def _line(text: str) -> str:
    """A text on one line, with no more escaped than would be read as markup."""
    return re.sub(r"([\\`*_\[\]<>#|])", r"\\\1", clean_line(text))
