"""Reads passages back out of the index."""

from collections.abc import Iterable, Sequence

from cmalt_tui.corpus.index.database import Database
from cmalt_tui.model.passage import Origin, Passage

# In the order of the fields of `Origin`.
ORIGIN_COLUMNS = "portfolio, author, url, licence, pathway, sector, year"
_OF_ORIGIN = ", ".join(f"o.{column}" for column in ORIGIN_COLUMNS.split(", "))
_COLUMNS = f"p.name, p.text, f.section, f.part, p.title, p.works, {_OF_ORIGIN}"
_FROM = "FROM passage p JOIN filed f ON f.id = p.id JOIN origin o ON o.id = f.origin"
_LONGEST_SECTION = 400


def searched_passages(database: Database) -> int:
    """How many passages the index holds."""
    count: int = database.first("SELECT coalesce(sum(passages), 0) FROM source")[0]
    return count


def sources_of(database: Database) -> dict[str, tuple[int, str, Origin | None]]:
    """Each source by its id: number of passages, problem, and where its first passage is from."""
    rows = database.rows(
        f"SELECT s.name, s.passages, s.problem, {_OF_ORIGIN}"
        " FROM source s LEFT JOIN filed f ON f.id = s.first AND s.passages > 0"
        " LEFT JOIN origin o ON o.id = f.origin"
    )
    return {
        name: (passages, problem, Origin(*origin) if origin[0] is not None else None)
        for name, passages, problem, *origin in rows
    }


def words_of(database: Database, rows: Sequence[int]) -> list[tuple[int, str, str]]:
    """Number, and the folded words of title and text, of some passages."""
    found: list[tuple[int, str, str]] = database.rows(
        f"SELECT id, title_words, text_words FROM passage WHERE id IN ({_marks(rows)})", rows
    )
    return found


def passages_of(database: Database, rows: Sequence[int]) -> list[Passage]:
    """Some passages by their numbers, in the order of the numbers given."""
    found = {
        row: _passage(values)
        for row, *values in database.rows(
            f"SELECT p.id, {_COLUMNS} {_FROM} WHERE p.id IN ({_marks(rows)})", rows
        )
    }
    return [found[row] for row in rows]


def origins(database: Database, numbers: Iterable[int]) -> dict[int, Origin]:
    """Some origins by their own numbers."""
    wanted = tuple(numbers)
    found = database.rows(
        f"SELECT id, {ORIGIN_COLUMNS} FROM origin WHERE id IN ({_marks(wanted)})", wanted
    )
    return {row: Origin(*origin) for row, *origin in found}


def origins_of(database: Database, rows: Sequence[int]) -> dict[int, Origin]:
    """Where some passages come from, by their numbers."""
    found = database.rows(
        f"SELECT f.id, {_OF_ORIGIN} FROM filed f JOIN origin o ON o.id = f.origin"
        f" WHERE f.id IN ({_marks(rows)})",
        rows,
    )
    return {row: Origin(*origin) for row, *origin in found}


def passage_named(database: Database, name: str) -> tuple[int, Passage] | None:
    """A passage by its id, with its number; None if there is none."""
    found = database.first(f"SELECT p.id, {_COLUMNS} {_FROM} WHERE p.name = ?", (name,))
    return (found[0], _passage(found[1:])) if found else None


def parts_of(database: Database, rows: Sequence[int]) -> dict[int, str]:
    """The part that each of some passages is from."""
    return dict(database.rows(f"SELECT id, part FROM filed WHERE id IN ({_marks(rows)})", rows))


def section_of(database: Database, name: str) -> list[Passage]:
    """All passages of the section that a passage is from, in order; none if it isn't there.

    Where the section isn't known, passages under the same heading belong together.
    """
    found = database.first(
        "SELECT p.id, s.first, s.last, o.portfolio, f.section, p.title"
        f" {_FROM} JOIN source s ON s.id = o.source WHERE p.name = ?",
        (name,),
    )
    if not found:
        return []
    row, first, last, portfolio, section, title = found
    same, value = ("f.section", section) if section else ("f.section = '' AND p.title", title)
    near = (max(first, row - _LONGEST_SECTION), min(last, row + _LONGEST_SECTION))
    rows = database.rows(
        f"SELECT {_COLUMNS} {_FROM} WHERE p.id BETWEEN ? AND ? AND o.portfolio = ? AND {same} = ?"
        " ORDER BY p.id",
        (*near, portfolio, value),
    )
    return [_passage(values) for values in rows]


def _passage(values: Sequence[str]) -> Passage:
    name, text, section, part, title, works, *origin = values
    portfolio, author, url, licence, pathway, sector, year = origin
    return Passage(
        name,
        text,
        Origin(portfolio, author, url, licence, pathway, sector, int(year)),
        section,
        part,
        title,
        works,
    )


def _marks(rows: Sequence[int]) -> str:
    return ", ".join("?" * len(rows))
