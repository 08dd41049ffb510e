"""Writes the evidence: each item where it is used, and the list of all of it at the end."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urlsplit

from cmalt_tui.export.markdown import escape_markdown, heading, table
from cmalt_tui.export.numbering import Numbering
from cmalt_tui.export.piece import Piece
from cmalt_tui.export.request import Audience, ExportNote, ExportRequest
from cmalt_tui.model.dates import long_date
from cmalt_tui.model.outline import Entry
from cmalt_tui.model.portfolio import EvidenceItem, EvidenceUse, Portfolio

EVIDENCE_FOLDER = "evidence"
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".bmp", ".tif", ".tiff", ".svg")
_OPENABLE = ("http", "https", "mailto")


def evidence_uses(
    entry: Entry, request: ExportRequest, numbering: Numbering
) -> Iterator[Piece | ExportNote]:
    """Write what a section's evidence part holds, in the order of its uses.

    An item is told in full where the reader meets it first; later uses refer back to its number.
    """
    told: set[str] = set()
    for use in entry.written.evidence:
        item = request.portfolio.evidence.get(use.item)
        if item is None:
            yield Piece(rf"*\[evidence not found: {escape_markdown(use.item)}\]*", entry.id)
            yield ExportNote("used here, but not in the evidence bank", entry.id, use.item)
            continue
        if item.id in numbering.withheld:
            continue
        number = numbering.numbers[item.id]
        if numbering.used_in[item.id][0].section != entry.id or item.id in told:
            yield Piece(_reference(item, use, number), entry.id, item.id)
            continue
        told.add(item.id)
        yield from _item(entry, item, use, request, numbering)


def evidence_list(portfolio: Portfolio, numbering: Numbering) -> Iterator[Piece]:
    """Write the list of evidence that closes the document; nothing where no item is used."""
    rows = []
    for item_id, number in numbering.numbers.items():
        item = portfolio.evidence[item_id]
        uses = ", ".join(
            f"[{escape_markdown(place.label)}](#{place.identifier})"
            for place in numbering.used_in[item_id]
        )
        title = f"[{_title(item)}](#{evidence_identifier(number)})"
        when = long_date(item.date) if item.date else ""
        rows.append((str(number), title, escape_markdown(item.kind), when, uses))
    if rows:
        yield Piece(heading(1, "List of evidence", "list-of-evidence"))
        yield Piece(table(("No.", "Title", "Kind", "Date", "Used in"), rows, (7, 43, 16, 18, 16)))


def is_picture(file: str) -> bool:
    """Whether a file of the evidence folder is shown, not only named."""
    return file.lower().endswith(_PICTURES)


def evidence_identifier(number: int) -> str:
    """The identifier of the place where an item is told in full."""
    return f"evidence-{number}"


def evidence_file(folder: Path, item: EvidenceItem) -> Path | None:
    """Where an item's file is; None where there is none in the portfolio's evidence folder.

    The items' own files lie there too, with what is private in them: they are no evidence.
    """
    if not item.file:
        return None
    try:
        home = (folder.resolve() / EVIDENCE_FOLDER).resolve()
        file = (home / item.file).resolve()
        inside = home.is_relative_to(folder.resolve()) and home in file.parents
        own = file.parent == home and file.suffix.lower() == ".toml"
        return file if inside and not own and file.is_file() else None
    except (OSError, ValueError, RuntimeError):
        return None


def _title(item: EvidenceItem) -> str:
    """An item's title as Markdown; its id if it has none."""
    return escape_markdown(item.title) or escape_markdown(item.id)


def _reference(item: EvidenceItem, use: EvidenceUse, number: int) -> str:
    link = f"[Evidence {number}](#{evidence_identifier(number)})"
    lines = [f"**{link}** (above): {_title(item)}"]
    if use.shows.strip():
        lines.append(f"What it shows: {escape_markdown(use.shows)}")
    return "\\\n".join(lines)


def _item(
    entry: Entry,
    item: EvidenceItem,
    use: EvidenceUse,
    request: ExportRequest,
    numbering: Numbering,
) -> Iterator[Piece | ExportNote]:
    number = numbering.numbers[item.id]
    about = ", ".join(filter(None, (item.kind, long_date(item.date) if item.date else "")))
    name = f"[**Evidence {number}: {_title(item)}**]{{#{evidence_identifier(number)}}}"
    lines = [f"{name} ({escape_markdown(about)})" if about else name]
    if use.shows.strip():
        lines.append(f"What it shows: {escape_markdown(use.shows)}")
    if item.role:
        lines.append(f"My part: {escape_markdown(item.role)}")
    lines += _where(item, request, numbering.files.get(item.id, ""))
    if item.access and request.audience is Audience.ASSESSOR:
        lines.append(f"To open it: {escape_markdown(item.access)}")
    yield Piece("\\\n".join(lines), entry.id, item.id)
    if item.url and _scheme(item.url) not in _OPENABLE:
        yield ExportNote(
            f"this is no web address, so it isn’t linked: {item.url}", entry.id, item.id
        )
    if item.file and evidence_file(request.folder, item) is None:
        yield ExportNote(f"the file is missing: {item.file}", entry.id, item.id)
    elif is_picture(item.file):
        yield from _picture(entry, item)


def _picture(entry: Entry, item: EvidenceItem) -> Iterator[Piece | ExportNote]:
    caption = item.caption or item.title or item.id
    if not item.alt.strip():
        yield ExportNote(f"the picture has no alternative text: {item.file}", entry.id, item.id)
    alt = escape_markdown(item.alt or caption)
    target = quote(f"{EVIDENCE_FOLDER}/{item.file}")
    yield Piece(f'![{escape_markdown(caption)}]({target}){{alt="{alt}"}}', entry.id, item.id)


def _where(item: EvidenceItem, request: ExportRequest, beside: str) -> Iterator[str]:
    if item.url:
        shown = escape_markdown(item.url)
        if _scheme(item.url) in _OPENABLE:
            shown = f"[{shown}](<{shown}>)"
        yield f"Link: {shown}"
    if beside:
        name = escape_markdown(beside.rpartition("/")[2])
        yield f"File: [{name}](<{beside}>)"
    elif item.file and evidence_file(request.folder, item) is None:
        yield rf"*\[file missing: {escape_markdown(item.file)}\]*"
    elif item.file and not is_picture(item.file):
        yield f"File: {escape_markdown(item.file)}"
    if item.physical:
        yield f"Where it is: {escape_markdown(item.physical)}"


def _scheme(url: str) -> str:
    """The scheme of an address in lower case; empty where it has none or can't be read."""
    try:
        return urlsplit(url.strip()).scheme.lower()
    except ValueError:
        return ""
