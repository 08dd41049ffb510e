"""Which passages fit: words, tags, exclusions and exact spellings as one question to SQLite."""

from collections.abc import Iterable
from typing import NamedTuple

from cmalt_tui.corpus.index.database import Database

# Spellings are looked for in the text itself, which costs some microseconds a passage.
MOST_SPELT = 20_000
# Two spaces, so that nothing is found across the border of title and text.
_SPELT = "instr(' ' || title_words || '  ' || text_words || ' ', ?)"
# Every passage is filed under this.
ANY = "every0"


class Matching(NamedTuple):
    """What a passage has to meet, all of it; with nothing in it, every passage fits.

    Attributes:
        wanted: Conditions of FTS5 that have to hold.
        unwanted: Conditions of FTS5 none of which may hold.
        exact: Folded words, one or several side by side, that have to be there in this spelling.
        unspelt: The same, that may not be there in this spelling.
    """

    wanted: tuple[str, ...] = ()
    unwanted: tuple[str, ...] = ()
    exact: tuple[str, ...] = ()
    unspelt: tuple[str, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether every passage fits."""
        return not any(self)

    @property
    def is_spelt(self) -> bool:
        """Whether texts have to be looked at for spellings."""
        return bool(self.exact or self.unspelt)

    def in_any_form(self) -> "Matching":
        """The same, whatever the spellings."""
        return Matching((*self.wanted, *map(quoted, self.exact)), self.unwanted)

    def plus(self, *wanted: str) -> "Matching":
        """The same with further conditions that have to hold."""
        return self._replace(wanted=(*self.wanted, *wanted))

    def query(self) -> str:
        """All of it but the spellings, in FTS5's query language."""
        wanted = self.in_any_form().wanted or (quoted(ANY),)
        matched = " AND ".join(f"({condition})" for condition in wanted)
        return f"({matched}) NOT ({' OR '.join(self.unwanted)})" if self.unwanted else matched

    def select(self, most: int, first: int = 0, last: int = -1) -> tuple[str, list[object]]:
        """A statement that gives the numbers of the passages that fit, in order, as ``rowid``.

        Spellings are looked for in the first 20,000 passages that have the words in any form.

        Args:
            most: How many numbers at most.
            first: The lowest number.
            last: The highest one; below 0 for no such limit.
        """
        values: list[object] = [self.query()]
        sql = "SELECT rowid FROM words WHERE words MATCH ?"
        if last >= 0:
            sql += " AND rowid BETWEEN ? AND ?"
            values += [first, last]
        spelt = [*(f"{_SPELT} > 0" for _ in self.exact), *(f"{_SPELT} = 0" for _ in self.unspelt)]
        if self.is_spelt:
            sql = (
                f"SELECT id AS rowid FROM ({sql} LIMIT {MOST_SPELT}) found"
                f" JOIN passage ON passage.id = found.rowid WHERE {' AND '.join(spelt)}"
            )
            values += [f" {words} " for words in (*self.exact, *self.unspelt)]
        return f"{sql} LIMIT ?", [*values, most]

    def rows(self, database: Database, most: int, first: int = 0, last: int = -1) -> list[int]:
        """The numbers of the passages that fit, in order; see `select`."""
        return [row for (row,) in database.rows(*self.select(most, first, last))]


def quoted(text: str) -> str:
    """A text as a string of FTS5's query language, in which nothing is an operator."""
    return '"' + text.replace('"', '""') + '"'


def any_of(terms: Iterable[str]) -> str:
    """The condition that one of some words is there, in any form of the same stem."""
    return " OR ".join(quoted(term) for term in terms)
