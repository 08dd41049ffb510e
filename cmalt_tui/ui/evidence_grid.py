"""The evidence and the principles of a portfolio as rows, columns and words of a matrix."""

from collections.abc import Callable, Mapping, Sequence
from string import ascii_lowercase
from typing import NamedTuple

from cmalt_tui.model.coverage import (
    Coverage,
    EvidenceRow,
    PrincipleCoverage,
    Use,
)
from cmalt_tui.model.outline import Area, Entry
from cmalt_tui.ui.matrix_lines import GridCell, GridColumn, GridRow

USED, UNEXPLAINED, CITED = "■", "□", "▪"
EVIDENCE_HEADS = (("used", 6), ("age", 7), ("kind", 13), ("permission", 12))
PRINCIPLE_HEADS = (("places", 7), ("log", 5))
LEGEND = (
    f"{USED} used  {UNEXPLAINED} used, not said what it shows  {CITED} only cited  ! look again"
)
PRINCIPLE_LEGEND = f"{USED} section  {CITED} a reflection in it"
_LOOK = "$warning"


class Sorting(NamedTuple):
    """A way to put the rows in order: its name, and what a row is sorted by."""

    name: str
    key: Callable[[EvidenceRow], tuple[object, ...]]


SORTINGS = (
    Sorting("as in the bank", lambda row: ()),
    Sorting("title", lambda row: (row.title.lower(),)),
    Sorting("most used first", lambda row: (-row.listed_in, row.title.lower())),
    Sorting("oldest first", lambda row: (-(row.months if row.months is not None else -999),)),
    Sorting("kind", lambda row: (row.group, row.kind.lower(), row.title.lower())),
    Sorting("permission", lambda row: (_unsettled(row) == 0, row.permission, row.title.lower())),
)


def has_gap(row: EvidenceRow, most_months: int) -> bool:
    """Whether there is something to look at: unused, overused, old, unexplained, unsettled."""
    is_unexplained = any(use.is_listed and not use.has_shows for use in row.uses.values())
    is_old = row.months is not None and row.months > most_months
    return not row.listed_in or row.is_overused or is_old or is_unexplained or bool(_unsettled(row))


def evidence_columns(coverage: Coverage, folded: Sequence[Area]) -> tuple[GridColumn, ...]:
    """The sections as columns, or their areas where they are folded.

    Args:
        coverage: The evidence over the sections.
        folded: The areas to fold into; empty for a column a section.
    """
    if not folded:
        return tuple(GridColumn(one.section, short_name(one.section)) for one in coverage.columns)
    shown = {column.section for column in coverage.columns}
    found = []
    for area in folded:
        inside = [entry for entry in area.entries if entry.id in shown]
        if inside:
            first = inside[0]
            found.append(GridColumn(first.id, _area_name(inside)))
    return tuple(found)


def evidence_rows(
    rows: Sequence[EvidenceRow],
    columns: Sequence[GridColumn],
    folded: Sequence[Area],
    most_months: int,
) -> tuple[GridRow, ...]:
    """The items as rows.

    Args:
        rows: The items, in order.
        columns: From `evidence_columns`.
        folded: The areas whose sections share a column; empty for none.
        most_months: From this age on, an age is marked.
    """
    shown = {column.id for column in columns}
    column_of = {}
    for area in folded:
        inside = [entry.id for entry in area.entries]
        first = next((section for section in inside if section in shown), "")
        column_of.update(dict.fromkeys(inside, first))
    return tuple(
        GridRow(row.item, row.title or row.item, _cells(row, column_of), _facts(row, most_months))
        for row in rows
    )


def principle_rows(coverage: PrincipleCoverage) -> tuple[GridRow, ...]:
    """The principles as rows."""
    return tuple(
        GridRow(
            row.code,
            f"{row.code} {row.title}",
            {
                section: GridCell(USED if use.on_section else CITED, "$success")
                for section, use in row.uses.items()
            },
            (
                (f"{row.places} !", _LOOK) if not row.places else (str(row.places), ""),
                (str(row.log or "–"), "$text-muted"),
            ),
        )
        for row in coverage.rows
    )


def gaps_in_words(coverage: Coverage) -> str:
    """What is missing, in a line; empty where nothing is."""
    empty = [one.name for one in coverage.columns if one.is_gap]
    single = [f"{one.name} ({one.one_group})" for one in coverage.columns if one.one_group]
    unused = sum(not row.listed_in for row in coverage.rows)
    unsettled = sum(bool(_unsettled(row)) for row in coverage.rows)
    told = []
    if empty:
        told.append(f"sections without evidence: {_some(empty)}")
    if single:
        told.append(f"one kind only: {_some(single)}")
    if unused:
        told.append(f"{unused} used nowhere")
    if unsettled:
        told.append(f"permission to settle: {unsettled}")
    return " · ".join(told)


def _some(names: Sequence[str]) -> str:
    return ", ".join(names[:5]) + (f" and {len(names) - 5} more" if len(names) > 5 else "")


def _area_name(inside: Sequence[Entry]) -> str:
    """What the codes of an area's sections have in common: ``1`` of 1a and 1b."""
    first = inside[0]
    number = first.code.rstrip(ascii_lowercase) if len(inside) > 1 else ""
    return number or short_name(first.id)


def short_name(section: str) -> str:
    """What heads the column of a section: its code, or else three letters, ``sp1``."""
    base, dash, number = section.rpartition("-")
    return f"{base[:2]}{number}" if dash and number.isdecimal() else section[:3]


def _cells(row: EvidenceRow, column_of: Mapping[str, str]) -> dict[str, GridCell]:
    cells: dict[str, GridCell] = {}
    for section, use in row.uses.items():
        column = column_of.get(section, section)
        drawn = _cell(use)
        if column not in cells or cells[column].glyph == CITED:
            cells[column] = drawn
    return cells


def _cell(use: Use) -> GridCell:
    if not use.is_listed:
        return GridCell(CITED, "$text-muted")
    return GridCell(USED, "$success") if use.has_shows else GridCell(UNEXPLAINED, _LOOK)


def _facts(row: EvidenceRow, most_months: int) -> tuple[tuple[str, str], ...]:
    used = str(row.listed_in)
    is_old = row.months is not None and row.months > most_months
    return (
        (f"{used} !", _LOOK) if not row.listed_in or row.is_overused else (used, ""),
        (f"{age_in_words(row.months)} !", _LOOK) if is_old else (age_in_words(row.months), ""),
        (row.kind or "–", "$text-muted"),
        (f"{row.permission} !", _LOOK) if _unsettled(row) else (row.permission or "–", ""),
    )


def age_in_words(months: int | None) -> str:
    """An age, short: ``8 m``, ``2 y``; a dash where it is not known."""
    if months is None:
        return "–"
    return f"{max(0, months)} m" if months < 24 else f"{months // 12} y"


def _unsettled(row: EvidenceRow) -> int:
    return (
        ("asked", "needed").index(row.permission) + 1
        if row.permission in ("asked", "needed")
        else 0
    )
