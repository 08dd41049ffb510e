"""Leaves ``[[private: …]]`` out of every document, and says so."""

from dataclasses import replace

from cmalt_tui.export.request import ExportNote
from cmalt_tui.model.portfolio import Portfolio, Section
from cmalt_tui.model.private_text import without_private_stretches


def without_private_text(portfolio: Portfolio) -> tuple[Portfolio, tuple[ExportNote, ...]]:
    """Take the private stretches out of all texts of a portfolio.

    Raises:
        InputProblem: One has no end, so that nobody can tell what is private.
    """
    sections, notes = dict(portfolio.sections), list[ExportNote]()
    for section_id, section in portfolio.sections.items():
        hidden: list[str] = []
        sections[section_id] = _shown(section, hidden)
        if hidden:
            many = f"{len(hidden)} private stretches" if len(hidden) > 1 else "a private stretch"
            notes.append(ExportNote(f"left out: {many}", section_id))
    if not notes:
        return portfolio, ()
    return replace(portfolio, sections=sections), tuple(notes)


def _shown(section: Section, hidden: list[str]) -> Section:
    def shown(text: str, part: str) -> str:
        kept, taken = without_private_stretches(text, f"{section.id} {part}")
        hidden.extend(taken)
        return kept

    reflections = tuple(
        replace(piece, text=shown(piece.text, f"reflection {piece.title or piece.id}"))
        for piece in section.reflections
    )
    uses = tuple(
        replace(use, shows=shown(use.shows, f"evidence {use.item}")) for use in section.evidence
    )
    return replace(
        section,
        description=shown(section.description, "description"),
        statement=shown(section.statement, "text"),
        reflections=reflections,
        evidence=uses,
    )
