"""Reflections in the bin: each in a file of its own, though they live in a section's."""

from pathlib import Path, PurePosixPath
from typing import NamedTuple

from cmalt_tui.checked_toml import Table
from cmalt_tui.model.portfolio import Portfolio, Reflection, Section
from cmalt_tui.plain_text import clean_line, slug
from cmalt_tui.store.item_files import SeenFile
from cmalt_tui.store.item_values import reflection_values
from cmalt_tui.store.migration import CURRENT_SCHEMA
from cmalt_tui.store.prose import tidy
from cmalt_tui.store.setting_aside import put_into_bin

REFLECTIONS = "reflections"


class BinnedReflection(NamedTuple):
    """A reflection that was removed, and the section that it stood in."""

    section: str
    reflection: Reflection


def throw_away_reflections(folder: Path, seen: SeenFile | None, portfolio: Portfolio) -> None:
    """Put into ``bin/`` the reflections that a section loses by being written.

    One without text is none, and one whose text stands elsewhere by now was moved.

    Args:
        folder: The portfolio's folder.
        seen: The section's file as it is.
        portfolio: What is being written.

    Raises:
        InputProblem: One can't be written into the bin.
    """
    if seen is None or not isinstance(seen.item, Section) or not seen.item.reflections:
        return
    stays = {piece.id for piece in portfolio.section(seen.item.id).reflections}
    for piece in seen.item.reflections:
        if piece.id in stays or not piece.text.strip() or _is_elsewhere(portfolio, piece.text):
            continue
        _throw_away(folder, seen.item.id, piece)


def read_reflection(table: Table) -> BinnedReflection:
    """Read a reflection of the bin.

    Raises:
        InputProblem: A value is missing or not what is expected.
    """
    piece = Reflection(
        id=table.line("id"),
        title=table.line("title", ""),
        text=tidy(table.text("text", "")),
        written=table.day("written"),
        principles=table.lines("principles"),
    )
    return BinnedReflection(clean_line(table.line("section")), piece)


def _is_elsewhere(portfolio: Portfolio, text: str) -> bool:
    said = tidy(text)
    return any(
        said in tidy(other)
        for section in portfolio.sections.values()
        for other in (
            section.description,
            section.statement,
            section.note,
            *(piece.text for piece in section.reflections),
        )
    )


def _throw_away(folder: Path, section_id: str, piece: Reflection) -> None:
    from cmalt_tui.store.toml_text import new_text

    values = {"schema": CURRENT_SCHEMA, "section": section_id, **reflection_values(piece)}
    name = f"{section_id}-{slug(piece.id, fallback='reflection')}.toml"
    put_into_bin(folder, PurePosixPath(REFLECTIONS, name), new_text(values).encode())
