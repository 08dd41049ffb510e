"""Composes the document: what stands in it, in which order, under which headings."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from cmalt_tui.export.evidence_reference import Referred, references
from cmalt_tui.export.evidence_text import EVIDENCE_FOLDER, evidence_identifier, evidence_list
from cmalt_tui.export.listed_evidence import ListedEvidence, files_beside, list_evidence
from cmalt_tui.export.markdown import escape_markdown, heading
from cmalt_tui.export.numbering import Numbering, number_evidence
from cmalt_tui.export.piece import Piece
from cmalt_tui.export.private_stretches import without_private_text
from cmalt_tui.export.request import ExportNote, ExportRequest
from cmalt_tui.export.section_text import section_pieces
from cmalt_tui.model.dates import long_date
from cmalt_tui.model.framework import Framework
from cmalt_tui.model.outline import Entry, areas


@dataclass(frozen=True)
class Document:
    """A portfolio as a row of Markdown pieces with what its title page says.

    Attributes:
        hidden_files: Files, relative to the portfolio's folder, that this audience must not see,
            even where a text shows them.
        told_files: Files of evidence, relative likewise, to where a link to them leads: the place
            where the document tells about them, or the file itself where it lies beside.
        references: What references to items of evidence become, by the item's id.
        evidence: The items that it shows, by number; their files have names beside the document
            only where they go along with it.
    """

    title: str
    subtitle: str
    author: str
    date: str
    language: str
    pieces: tuple[Piece, ...]
    notes: tuple[ExportNote, ...]
    hidden_files: frozenset[str] = frozenset()
    told_files: Mapping[str, str] = field(default_factory=dict)
    references: Mapping[str, Referred] = field(default_factory=dict)
    evidence: tuple[ListedEvidence, ...] = ()


def compose(request: ExportRequest) -> Document:
    """Put a portfolio's parts in order for an audience.

    Private notes, private stretches, the inbox and parked sections are left out. A section or a
    part that is asked for but empty keeps its heading, so that the reader sees the structure, and
    gives a note.

    Args:
        request: The portfolio and whom it is for. Of its folder no more is read than whether the
            evidence files are there.

    Raises:
        InputProblem: A private stretch has no end.
    """
    portfolio, private = without_private_text(request.portfolio)
    request = replace(request, portfolio=portfolio)
    shown = [
        entry
        for area in areas(request.framework, portfolio)
        for entry in area.entries
        if _is_shown(entry)
    ]
    numbering = number_evidence(shown, portfolio, request.audience)
    listed = list_evidence(request, numbering) if request.format.takes_files else ()
    numbering = replace(numbering, files=files_beside(listed))
    written = list(_body(request, shown, numbering))
    pathway = request.framework.pathway(portfolio.pathway).title
    framework = request.framework.title
    hidden = (portfolio.evidence[item].file for item in sorted(numbering.withheld))
    return Document(
        title=portfolio.title,
        subtitle=framework if pathway in framework else f"{framework}, {pathway}",
        author=portfolio.author,
        date=long_date(request.date),
        language=portfolio.language,
        pieces=tuple(piece for piece in written if isinstance(piece, Piece)),
        notes=(
            *private,
            *numbering.notes,
            *(note for note in written if isinstance(note, ExportNote)),
        ),
        hidden_files=frozenset(f"{EVIDENCE_FOLDER}/{file}" for file in hidden if file),
        told_files={name: name for name in numbering.files.values()}
        | {
            f"{EVIDENCE_FOLDER}/{portfolio.evidence[item].file}": f"#{evidence_identifier(number)}"
            for item, number in numbering.numbers.items()
            if portfolio.evidence[item].file
        },
        references=references(portfolio, numbering),
        evidence=listed,
    )


def _is_shown(entry: Entry) -> bool:
    if entry.parked:
        return False
    return not entry.written.is_empty or entry.asked.least > 0 or entry.broken is not None


def _body(
    request: ExportRequest, shown: Sequence[Entry], numbering: Numbering
) -> Iterator[Piece | ExportNote]:
    for area in areas(request.framework, request.portfolio):
        entries = [entry for entry in area.entries if _is_shown(entry)]
        if area.asked is not None and entries:
            yield Piece(heading(1, area.asked.title, f"area-{area.asked.id}"))
        for entry in entries:
            level = 1 if area.asked is None else 2
            yield from section_pieces(entry, level, request, numbering)
    yield from _principles(request.framework, shown)
    yield from evidence_list(request.portfolio, numbering)


def _principles(framework: Framework, shown: Sequence[Entry]) -> Iterator[Piece]:
    """Say what the codes of the principles stand for, where any is used."""
    written = [entry.written for entry in shown]
    used = {code for section in written for code in section.principles}
    used |= {
        code for section in written for piece in section.reflections for code in piece.principles
    }
    rows = [
        f"- **{escape_markdown(principle.code)}** {escape_markdown(principle.title)}"
        for principle in framework.principles
        if principle.code in used
    ]
    if rows:
        yield Piece(heading(1, framework.principles_title or "Principles", "principles"))
        yield Piece("\n".join(rows))
