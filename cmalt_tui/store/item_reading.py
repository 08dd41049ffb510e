"""Makes an item of the portfolio out of the checked table of its file."""

from datetime import date
from pathlib import PurePosixPath

from cmalt_tui.checked_toml import Table
from cmalt_tui.model.dismissal import Dismissal
from cmalt_tui.model.evidence_kinds import PERMISSIONS
from cmalt_tui.model.log_entry import LogEntry, LogKind
from cmalt_tui.model.passage import Origin, Passage
from cmalt_tui.model.portfolio import (
    EvidenceItem,
    EvidenceUse,
    InboxItem,
    Portfolio,
    Reflection,
    Section,
    Status,
)
from cmalt_tui.model.saved_example import SavedExample
from cmalt_tui.plain_text import clean_line
from cmalt_tui.store.layout import EVIDENCE, EXAMPLES, LOG, SECTIONS, Item, folder_of
from cmalt_tui.store.migration import migrated
from cmalt_tui.store.prose import tidy

_LAST_YEAR = 9999
_MOST_WORDS = 100_000
_MOST_HOURS = 10_000


def read_item(table: Table, path: PurePosixPath) -> Item:
    """Read an item.

    Args:
        table: The file's top table, of any schema.
        path: The file, relative to the portfolio's folder; it says what the file holds.

    Raises:
        InputProblem: A value is missing or not what is expected.
    """
    folder = folder_of(path)
    table = migrated(table, folder)
    if not folder:
        return _portfolio(table)
    if folder == SECTIONS:
        return _section(table, path.stem)
    if folder == EXAMPLES:
        return _example(table, path.stem)
    if folder == LOG:
        return _log_entry(table, path.stem)
    return _evidence(table, path.stem) if folder == EVIDENCE else _inbox(table, path.stem)


def _portfolio(table: Table) -> Portfolio:
    return Portfolio(
        title=table.line("title"),
        author=table.line("author", ""),
        framework=table.line("framework"),
        pathway=table.line("pathway"),
        language=table.line("language", "en-GB"),
        created=table.day("created"),
        submit_by=table.day("submit_by"),
        dismissed=tuple(_dismissal(answer) for answer in table.tables("dismissed")),
    )


def _dismissal(table: Table) -> Dismissal:
    return Dismissal(
        rule=table.line("rule"),
        section=table.line("section", ""),
        part=table.line("part", ""),
        item=table.line("item", ""),
        about=table.line("about", ""),
        reason=table.line("reason", ""),
        on=table.day("on") or date.min,
    )


def _section(table: Table, section_id: str) -> Section:
    named = table.line("section", section_id)
    if named != section_id:
        raise table.problem(
            "section",
            f'says "{named}", but the file is called {section_id}.toml',
            f'Rename the file to {named}.toml, or write section = "{section_id}".',
        )
    return Section(
        id=section_id,
        title=table.line("title", ""),
        status=Status(table.choice("status", tuple(Status), Status.EMPTY)),
        topic=table.line("topic", ""),
        aim=_aim(table),
        principles=table.lines("principles"),
        description=tidy(table.table("description").text("text", "")),
        statement=tidy(table.table("statement").text("text", "")),
        declaration=_declaration(table.table("declaration")),
        evidence=tuple(
            EvidenceUse(use.line("item"), tidy(use.text("shows", "")))
            for use in table.tables("evidence")
        ),
        reflections=_reflections(table),
        note=tidy(table.table("note").text("text", "")),
    )


def _aim(table: Table) -> int:
    aim = table.number("aim", 0)
    if not 0 <= aim <= _MOST_WORDS:
        raise table.problem("aim", f"expected a number of words up to {_MOST_WORDS:,}")
    return aim


def _declaration(table: Table) -> dict[str, str]:
    fields: dict[str, str] = {}
    for name, value in table.values.items():
        # A date may stand there without quotes, as everywhere else in these files.
        text = value.isoformat() if isinstance(value, date) else tidy(table.text(name))
        fields[clean_line(name)] = text
    return fields


def _reflections(table: Table) -> tuple[Reflection, ...]:
    tables = table.tables("reflection")
    taken = {piece.line("id") for piece in tables if "id" in piece}
    pieces: list[Reflection] = []
    for place, piece in enumerate(tables, 1):
        # A reflection typed by hand may lack an id; it gets one when its file is next saved.
        free = next(
            name for name in (f"reflection-{n}" for n in range(place, 10**6)) if name not in taken
        )
        reflection_id = piece.line("id", free)
        taken.add(reflection_id)
        if any(reflection_id == other.id for other in pieces):
            raise piece.problem(
                "id", f'"{reflection_id}" is the id of two reflections', "Give one another id."
            )
        pieces.append(
            Reflection(
                id=reflection_id,
                title=piece.line("title", ""),
                text=tidy(piece.text("text", "")),
                written=piece.day("written"),
                principles=piece.lines("principles"),
            )
        )
    return tuple(pieces)


def _evidence(table: Table, item_id: str) -> EvidenceItem:
    return EvidenceItem(
        id=item_id,
        title=table.line("title", item_id),
        kind=table.line("kind", ""),
        date=table.day("date"),
        role=tidy(table.text("role", "")),
        file=table.line("file", ""),
        url=table.line("url", ""),
        physical=tidy(table.text("physical", "")),
        permission=table.choice("permission", ("", *PERMISSIONS), ""),
        people=table.lines("people"),
        access=tidy(table.text("access", "")),
        alt=tidy(table.text("alt", "")),
        caption=tidy(table.text("caption", "")),
        sha256=table.line("sha256", ""),
    )


def _inbox(table: Table, item_id: str) -> InboxItem:
    return InboxItem(
        id=item_id,
        heading=table.line("heading", ""),
        text=tidy(table.text("text", "")),
        source=table.line("source", ""),
        reason=table.line("reason", ""),
    )


def _example(table: Table, item_id: str) -> SavedExample:
    year = table.number("year", 0)
    if not 0 <= year <= _LAST_YEAR:
        raise table.problem(
            "year", "is no year", "Write a year such as 2024, or take the line out."
        )
    origin = Origin(
        portfolio=table.line("portfolio", ""),
        author=table.line("author", ""),
        source=table.line("source", ""),
        licence=table.line("licence", ""),
        pathway=table.line("pathway", ""),
        sector=table.line("sector", ""),
        year=year,
    )
    passage = Passage(
        id=table.line("passage", ""),
        text=tidy(table.text("text", "")),
        origin=origin,
        section=table.line("section"),
        part=table.line("part", ""),
        title=table.line("title", ""),
        works=tidy(table.text("works", "")),
    )
    return SavedExample(item_id, passage, table.day("saved"))


def _log_entry(table: Table, entry_id: str) -> LogEntry:
    day = table.day("date")
    if day is None:
        raise table.problem("date", "is missing; expected a date", "Add date = 2026-03-01.")
    hours = table.values.get("hours", 0)
    if (
        isinstance(hours, bool)
        or not isinstance(hours, int | float)
        or not 0 <= hours <= _MOST_HOURS
    ):
        raise table.problem("hours", "expected a number of hours, such as 1.5")
    return LogEntry(
        id=entry_id,
        text=tidy(table.text("text", "")),
        date=day,
        kind=LogKind(table.choice("kind", tuple(LogKind), LogKind.EXPERIENCE)),
        hours=float(hours),
        sections=table.lines("sections"),
        principles=table.lines("principles"),
        evidence=table.lines("evidence"),
    )
