"""The whole portfolio as blocks to read, in the order in which an assessor meets them."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from textual.content import Content

from cmalt_tui.export.numbering import number_evidence
from cmalt_tui.export.request import Audience
from cmalt_tui.model.dates import long_date
from cmalt_tui.model.framework import Framework
from cmalt_tui.model.outline import Entry, areas
from cmalt_tui.model.portfolio import (
    DECLARATION,
    EVIDENCE,
    REFLECTION,
    EvidenceUse,
    Portfolio,
    Reflection,
)
from cmalt_tui.model.text_address import NOTE, TextAddress, addresses_of, text_at, title_of
from cmalt_tui.ui.evidence_names import evidence_names
from cmalt_tui.ui.markdown_blocks import Block, markdown_blocks
from cmalt_tui.ui.safe import safe_line

_QUIET = "$text-muted"


class Piece(NamedTuple):
    """A block, and where in the portfolio it stands.

    Attributes:
        section: How many sections have begun up to here; 0 before the first one.
        place: Where that is, in words: ``1a Constraints and benefits ▸ Description``.
        begins: Whether a section begins here.
    """

    block: Block
    address: TextAddress
    section: int
    place: str
    begins: bool = False


class SectionPieces(NamedTuple):
    """All of one section."""

    number: int
    of: int
    pieces: tuple[Piece, ...]


def whole_portfolio(framework: Framework, portfolio: Portfolio) -> Iterator[SectionPieces]:
    """Go through the sections that an export for the assessors shows.

    Notes, the inbox and parked sections are left out.
    """
    shown = [
        (area.asked.title if area.asked is not None and not place else "", entry)
        for area in areas(framework, portfolio)
        for place, entry in enumerate(filter(_is_shown, area.entries))
    ]
    writing = _Writing(framework, portfolio, [entry for _, entry in shown])
    for number, (area_title, entry) in enumerate(shown, 1):
        pieces = tuple(writing.section(entry, number, area_title))
        yield SectionPieces(number, len(shown), pieces)


class _Writing:
    """Writes section by section; knows the evidence and what was told of it already."""

    def __init__(self, framework: Framework, portfolio: Portfolio, shown: list[Entry]) -> None:
        self._framework = framework
        self._portfolio = portfolio
        self._names = evidence_names(framework, portfolio)
        self._used_in = number_evidence(shown, portfolio, Audience.ASSESSOR).used_in

    def section(self, entry: Entry, number: int, area_title: str) -> Iterator[Piece]:
        """One section, with the title of its area before the first one."""
        addresses = [one for one in addresses_of(entry) if one.part != NOTE]
        name = f"{entry.code} {entry.short_title}".strip()
        head = Piece(_line(""), addresses[0], number, name, begins=True)
        title = _line(f"{entry.code}  {entry.title}".strip(), "bold underline $primary")
        if area_title:
            yield head._replace(block=_line(area_title.upper(), "bold $accent"))
            head = head._replace(begins=False)
        yield head._replace(block=title)
        if entry.broken is not None:
            yield head._replace(block=_line("This section’s file can’t be read.", "$error"))
            return
        if entry.written.principles:
            told = f"Principles shown: {', '.join(entry.written.principles)}"
            yield head._replace(block=_line(told, f"italic {_QUIET}"), begins=False)
        for address in addresses:
            part = title_of(entry, address, self._framework)
            place = f"{name} ▸ {part}"
            if not entry.is_statement and not entry.is_declaration:
                heading = "Evidence" if address.part == EVIDENCE else part
                yield Piece(_line(heading, "bold"), address, number, place)
            for block in self._part(entry, address):
                yield Piece(block, address, number, place)

    def _part(self, entry: Entry, address: TextAddress) -> Iterator[Block]:
        if address.part == EVIDENCE:
            blocks = [self._use(entry, use) for use in entry.written.evidence]
        elif address.part == DECLARATION:
            fields = _filled(entry).items()
            blocks = [_field(name, value, close=n > 0) for n, (name, value) in enumerate(fields)]
        else:
            about = _about(entry, address)
            text = text_at(self._portfolio, address)
            blocks = [*about, *markdown_blocks(text, self._names)] if text.strip() else []
        what = "evidence" if address.part == EVIDENCE else "text"
        yield from blocks or [_line(f"No {what} yet.", f"italic {_QUIET}")]

    def _use(self, entry: Entry, use: EvidenceUse) -> Block:
        """An item where it is used; in full where the reader meets it first."""
        item = self._portfolio.evidence.get(use.item)
        if item is None:
            return _item([(f"evidence not found: {use.item}", "$warning")])
        name = self._names[item.id]
        lines = [(name[:1].upper() + name[1:], "bold")]
        if use.shows.strip():
            lines.append((f"What it shows: {use.shows}", ""))
        if self._used_in[item.id][0].section != entry.id:
            lines[0] = (f"{lines[0][0]} (above)", "bold")
            return _item(lines)
        when = long_date(item.date) if item.date else ""
        told = {
            "": ", ".join(filter(None, (item.kind, when))),
            "My part: ": item.role,
            "Link: ": item.url,
            "File: ": item.file,
            "Where it is: ": item.physical,
            "To open it: ": item.access,
        }
        return _item(
            [*lines, *((f"{label}{said}", _QUIET) for label, said in told.items() if said)]
        )


def _is_shown(entry: Entry) -> bool:
    begun = not entry.written.is_empty or entry.asked.least > 0 or entry.broken is not None
    return begun and not entry.parked


def _line(text: str, style: str = "") -> Block:
    return Block(safe_line(text, 0, style))


def _item(lines: list[tuple[str, str]]) -> Block:
    told = Content("\n").join([safe_line(text, 0, style) for text, style in lines])
    return Block(told, "▪ ", "  ")


def _field(name: str, value: str, *, close: bool) -> Block:
    label = name.replace("_", " ").replace("-", " ").capitalize()
    told = safe_line(value, 0) if value.strip() else Content.styled("not filled in", _QUIET)
    return Block(Content.assemble(safe_line(f"{label}: ", 0, _QUIET), " ", told), close=close)


def _filled(entry: Entry) -> Mapping[str, str]:
    filled = entry.written.declaration
    asked = dict.fromkeys((*entry.asked.fields, *entry.asked.optional_fields, *filled), "")
    return asked | dict(filled)


def _about(entry: Entry, address: TextAddress) -> list[Block]:
    """The title of a reflection, its day and its principles."""
    if address.part != REFLECTION:
        return []
    piece = next((p for p in entry.written.reflections if p.id == address.item), Reflection(""))
    said = [f"Written {long_date(piece.written)}"] if piece.written else []
    if piece.principles:
        said.append(f"Principles shown: {', '.join(piece.principles)}")
    blocks = [_line(piece.title, "bold italic")] if piece.title.strip() else []
    if said:
        blocks.append(Block(safe_line(". ".join(said), 0, f"italic {_QUIET}"), close=bool(blocks)))
    return blocks
