"""Writes one section of the portfolio: its heading, its parts and its reflections."""

from collections.abc import Iterator
from datetime import date

from cmalt_tui.export.evidence_text import evidence_uses
from cmalt_tui.export.markdown import escape_markdown, heading, table
from cmalt_tui.export.numbering import Numbering, section_identifier
from cmalt_tui.export.piece import Piece
from cmalt_tui.export.request import ExportNote, ExportRequest
from cmalt_tui.model.dates import long_date
from cmalt_tui.model.outline import Entry
from cmalt_tui.model.portfolio import DESCRIPTION, EVIDENCE, REFLECTION, Reflection
from cmalt_tui.plain_text import clean_line, without_comments

_PARTS = (DESCRIPTION, EVIDENCE, REFLECTION)


def section_pieces(
    entry: Entry, level: int, request: ExportRequest, numbering: Numbering
) -> Iterator[Piece | ExportNote]:
    """Write a section, with a note wherever something that is asked for is not there.

    Args:
        entry: The section.
        level: The level of its heading.
        request: For whom, against which framework.
        numbering: The numbers of the evidence.
    """
    identifier = section_identifier(entry.id)
    yield Piece(heading(level, numbered_title(entry), identifier), entry.id)
    written = entry.written
    if entry.broken is not None:
        yield Piece(r"*\[This section’s file can’t be read.\]*", entry.id)
        yield ExportNote(f"left out, its file can’t be read: {entry.broken.problem}", entry.id)
        return
    if written.is_empty:
        yield from _missing(entry, numbered_title(entry))
        return
    yield from _about(entry, written.principles, None)
    if entry.is_declaration:
        yield from _declaration(entry)
    if _says_something(written.statement):
        yield Piece(written.statement, entry.id, below=level, identifier=identifier)
    parts = () if entry.is_statement or entry.is_declaration else entry.asked.parts or _PARTS
    for part in dict.fromkeys((*parts, *_PARTS)):
        body = list(_part(part, entry, level + 1, request, numbering))
        if not body and part not in parts:
            continue
        title = request.framework.part(part).title
        yield Piece(heading(level + 1, title, f"{identifier}-{part}", listed=False), entry.id)
        yield from body or _missing(entry, f"{numbered_title(entry)}, {title}", part)


def numbered_title(entry: Entry) -> str:
    """The title of a section with its code, ``1a``, before it."""
    if not entry.code or entry.title.lower().startswith(entry.code.lower()):
        return entry.title
    return f"{entry.code} {entry.title}"


def _part(
    part: str, entry: Entry, level: int, request: ExportRequest, numbering: Numbering
) -> Iterator[Piece | ExportNote]:
    if part == EVIDENCE:
        yield from evidence_uses(entry, request, numbering)
    elif part == REFLECTION:
        yield from _reflections(entry, level)
    elif part == DESCRIPTION and _says_something(entry.written.description):
        identifier = f"{section_identifier(entry.id)}-{part}"
        yield Piece(entry.written.description, entry.id, below=level, identifier=identifier)


def _reflections(entry: Entry, level: int) -> Iterator[Piece | ExportNote]:
    pieces = [piece for piece in entry.written.reflections if _says_something(piece.text)]
    for number, piece in enumerate(pieces, 1):
        identifier = f"{section_identifier(entry.id)}-reflection-{number}"
        below = level
        title = clean_line(piece.title)
        if title or len(pieces) > 1:
            below = level + 1
            title = title or f"Reflection {number}"
            yield Piece(heading(below, title, identifier, listed=False), entry.id)
        yield from _about(entry, piece.principles, piece.written)
        yield Piece(piece.text, entry.id, below=below, identifier=identifier)
    for piece in entry.written.reflections:
        if not _says_something(piece.text):
            yield ExportNote(f"left out, it has no text yet: {_name(piece)}", entry.id)


def _says_something(text: str) -> bool:
    """Whether anything is left of a text without the prompts and marks in its comments."""
    return bool(without_comments(text).strip())


def _name(piece: Reflection) -> str:
    return f"reflection “{piece.title}”" if piece.title else "a reflection"


def _about(entry: Entry, principles: tuple[str, ...], written: date | None) -> Iterator[Piece]:
    said = [f"Written {long_date(written)}"] if written else []
    if principles:
        said.append(f"Principles shown: {', '.join(principles)}")
    if said:
        yield Piece(f"*{escape_markdown('. '.join(said))}*", entry.id)


def _declaration(entry: Entry) -> Iterator[Piece | ExportNote]:
    filled = entry.written.declaration
    rows = []
    for name in dict.fromkeys((*entry.asked.fields, *entry.asked.optional_fields, *filled)):
        value = filled.get(name, "").strip()
        if not value and name in entry.asked.optional_fields:
            continue
        if not value:
            yield ExportNote(f"not filled in: {_label(name)}", entry.id)
        rows.append((escape_markdown(_label(name)), escape_markdown(_readable(value))))
    if rows:
        yield Piece(table(("Field", "Entry"), rows, (30, 70)), entry.id)


def _label(field: str) -> str:
    words = field.replace("_", " ").replace("-", " ").strip()
    return words[:1].upper() + words[1:]


def _readable(value: str) -> str:
    try:
        return long_date(date.fromisoformat(value))
    except ValueError:
        return value or "Not filled in"


def _missing(entry: Entry, where: str, part: str = "") -> Iterator[Piece | ExportNote]:
    what = "evidence" if part == EVIDENCE else "text"
    yield Piece(f"*No {what} yet.*", entry.id)
    yield ExportNote(f"no {what} yet: {where}", entry.id)
