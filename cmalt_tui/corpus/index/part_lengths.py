"""Counts how long the parts of the sections are in each portfolio, once for each state."""

from cmalt_tui.corpus.index.database import Database
from cmalt_tui.model.passage import PartLength

# About so many passages are looked at, in whole sources; more would tell hardly more.
_MOST = 50_000


class PartLengths:
    """The lengths in one index, remembered until it changes."""

    def __init__(self) -> None:
        """Begin with nothing counted."""
        self._database: Database | None = None
        self._generation = -1
        self._known: tuple[PartLength, ...] = ()

    def of(self, database: Database) -> tuple[PartLength, ...]:
        """Count words as the index folded them, where section and part are known."""
        generation: int = database.first("SELECT generation FROM about")[0]
        if database is not self._database or generation != self._generation:
            self._known = _counted(database)
            self._database, self._generation = database, generation
        return self._known


def _counted(database: Database) -> tuple[PartLength, ...]:
    last = seen = 0
    for last_of_source, passages in database.rows(
        "SELECT last, passages FROM source WHERE passages > 0 ORDER BY first"
    ):
        last, seen = last_of_source, seen + passages
        if seen >= _MOST:
            break
    rows = database.rows(
        "SELECT o.portfolio, o.author, f.section, f.part,"
        " sum(length(p.text_words) - length(replace(p.text_words, ' ', '')) + 1), count(*)"
        " FROM filed f JOIN passage p ON p.id = f.id JOIN origin o ON o.id = f.origin"
        " WHERE f.id <= ? AND f.section <> '' AND f.part <> ''"
        " GROUP BY o.portfolio, o.author, f.section, f.part",
        (last,),
    )
    return tuple(PartLength(*row) for row in rows)
