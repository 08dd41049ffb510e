"""Writes passages into the search index and takes them out again, with the vocabulary in step."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import astuple, replace
from functools import partial
from itertools import islice

from cmalt_tui.corpus.index.behind import Behind
from cmalt_tui.corpus.index.database import Database
from cmalt_tui.corpus.index.index_schema import origin_tags, tags
from cmalt_tui.corpus.index.stored import ORIGIN_COLUMNS
from cmalt_tui.corpus.index.vocabulary import LONGEST_WORD, Stems
from cmalt_tui.corpus.passages.plain_passage import plain
from cmalt_tui.corpus.passages.tokens import tokens
from cmalt_tui.model.passage import Origin, Passage
from cmalt_tui.progress import Progress, Report

_AT_A_TIME = 500
# More at a time, as each look at the index waits for what is being written to it.
_NAMED_AT_A_TIME = 4_000


# One statement for many passages, during which SQLite works and Python is free for another thread.
_PUT_IN = (
    "INSERT INTO words (rowid, title, text, tags)"
    " SELECT passage.id, title_words, text_words, tagged.value"
    " FROM json_each(?) tagged JOIN passage ON passage.id = ? + tagged.key"
)
# Number of the origin, section and part.
_Place = tuple[int, str, str]
_Row = tuple[int, str, str, str, str, str, str]


def index_source(
    database: Database, name: str, stamp: str, passages: Iterable[Passage], report: Report
) -> int:
    """Put a source's passages into the index; the caller holds the transaction.

    Args:
        database: The index, in a writing transaction, with no source of that name in it.
        name: The source's id.
        stamp: What tells this state of the source's file from any other.
        passages: In order, with ids that are free; see `with_free_ids`.
        report: Told after every few hundred passages; may raise `Cancelled`.

    Returns:
        How many passages there were.
    """
    source = database.run(
        "INSERT INTO source (name, stamp, first, last, passages, problem)"
        " VALUES (?, ?, 0, -1, 0, '')",
        (name, stamp),
    )
    first = 1 + (database.first("SELECT max(id) FROM passage")[0] or 0)
    origins = _Origins(database, source)
    counts: Counter[str] = Counter()
    places: Counter[_Place] = Counter()
    done = 0
    with Behind() as behind:
        for some in _lots(passages, _AT_A_TIME):
            stored, filed, tagged = [], [], []
            for row, passage in enumerate(some, first + done):
                origin, of_origin = origins.of(passage.origin)
                kept = _row_of(passage, row)
                *_, title, text = kept
                counts.update({*title.split(), *text.split()})
                stored.append(kept)
                filed.append((row, origin, passage.section, passage.part))
                tagged.append(tags(passage.section, passage.part, of_origin, passage.works, title))
            places.update(place[1:] for place in filed)
            behind.wait()
            origins.store(database)
            database.run_many(f"INSERT INTO passage VALUES ({', '.join('?' * 7)})", stored)
            database.run_many("INSERT INTO filed VALUES (?, ?, ?, ?)", filed)
            behind.start(partial(database.run, _PUT_IN, (json.dumps(tagged), first + done)))
            done += len(some)
            report(Progress(done, 0, f"Indexing {name}"))
    _count_in(database, counts)
    _count_places(database, places)
    database.run(
        "UPDATE source SET first = ?, last = ?, passages = ? WHERE id = ?",
        (first, first + done - 1, done, source),
    )
    return done


def with_free_ids(
    database: Database, source: str, passages: Iterable[Passage]
) -> Iterator[Passage]:
    """Give passages whose id is missing or taken another one, made of source and number.

    Args:
        database: The index, in the transaction in which the source will be put into it.
        source: The source's id.
        passages: In order.
    """
    given: set[str] = set()
    number = 0
    for some in _lots(passages, _NAMED_AT_A_TIME):
        marks = ", ".join("?" * len(some))
        wanted = [passage.id for passage in some]
        rows = database.rows(f"SELECT name FROM passage WHERE name IN ({marks})", wanted)
        taken = {name for (name,) in rows}
        for passage in some:
            number += 1
            name = passage.id
            if not name or name in taken or name in given:
                name = f"{source}/{number}"
                while name in given or _is_taken(database, name):
                    name += "+"
                passage = replace(passage, id=name)
            given.add(name)
            yield passage


def note_problem(database: Database, name: str, stamp: str, problem: str) -> None:
    """Keep in mind that a source can't be read, so that it is not read again at every search."""
    database.run(
        "INSERT INTO source (name, stamp, first, last, passages, problem)"
        " VALUES (?, ?, 0, -1, 0, ?)",
        (name, stamp, problem),
    )


def take_out_source(database: Database, name: str) -> None:
    """Take a source out of the index, if it is there; the caller holds the transaction."""
    found = database.first("SELECT id, first, last FROM source WHERE name = ?", (name,))
    if found is None:
        return
    source, first, last = found
    origins = {
        row: origin_tags(Origin(*origin))
        for row, *origin in database.rows(
            f"SELECT id, {ORIGIN_COLUMNS} FROM origin WHERE source = ?", (source,)
        )
    }
    counts: Counter[str] = Counter()
    for start in range(first, last + 1, _AT_A_TIME):
        end = min(start + _AT_A_TIME - 1, last)
        searched = []
        for row, title, text, works, section, part, origin in database.rows(
            "SELECT p.id, p.title_words, p.text_words, p.works, f.section, f.part, f.origin"
            " FROM passage p JOIN filed f ON f.id = p.id WHERE p.id BETWEEN ? AND ?",
            (start, end),
        ):
            counts.update({*title.split(), *text.split()})
            searched.append((row, title, text, tags(section, part, origins[origin], works, title)))
        database.run_many(
            "INSERT INTO words (words, rowid, title, text, tags) VALUES ('delete', ?, ?, ?, ?)",
            searched,
        )
    _uncount_places(database, first, last)
    database.run("DELETE FROM passage WHERE id BETWEEN ? AND ?", (first, last))
    database.run("DELETE FROM filed WHERE id BETWEEN ? AND ?", (first, last))
    database.run("DELETE FROM origin WHERE source = ?", (source,))
    database.run("DELETE FROM source WHERE id = ?", (source,))
    _count_out(database, counts)


def mark_changed(database: Database) -> None:
    """Tell everyone who remembers something about the index that it is another one now."""
    database.run("UPDATE about SET generation = generation + 1")


def _lots(passages: Iterable[Passage], size: int) -> Iterator[list[Passage]]:
    waiting = iter(passages)
    while some := list(islice(waiting, size)):
        yield some


def _row_of(passage: Passage, row: int) -> _Row:
    """A passage as a row of the table that keeps it; its words come last."""
    title, text = " ".join(tokens(passage.title)), " ".join(tokens(plain(passage.text)))
    return (row, passage.id, passage.title, passage.works, passage.text, title, text)


class _Origins:
    """Numbers the origins of a source as they come up, and stores the new ones when told to."""

    def __init__(self, database: Database, source: int) -> None:
        self._next = 1 + (database.first("SELECT max(id) FROM origin")[0] or 0)
        self._source = source
        self._known: dict[Origin, tuple[int, str]] = {}
        self._new: list[tuple[object, ...]] = []
        self._last: tuple[Origin | None, tuple[int, str]] = (None, (0, ""))

    def of(self, origin: Origin) -> tuple[int, str]:
        """The origin's number and the tags of its passages."""
        if origin is self._last[0]:
            return self._last[1]
        known = self._known.get(origin)
        if known is None:
            known = self._known[origin] = (self._next, origin_tags(origin))
            self._new.append((self._next, self._source, *astuple(origin)))
            self._next += 1
        self._last = (origin, known)
        return known

    def store(self, database: Database) -> None:
        """Put those that are new since the last time into the index."""
        database.run_many(
            f"INSERT INTO origin (id, source, {ORIGIN_COLUMNS}) VALUES ({', '.join('?' * 9)})",
            self._new,
        )
        self._new = []


def _is_taken(database: Database, name: str) -> bool:
    return database.first("SELECT 1 FROM passage WHERE name = ?", (name,)) is not None


def _count_places(database: Database, places: Counter[_Place]) -> None:
    """Keep in step how many passages each origin, and each part of a section, has."""
    database.run_many(
        "UPDATE origin SET passages = passages + ? WHERE id = ?",
        ((count, origin) for (origin, _, _), count in places.items()),
    )
    database.run_many(
        "INSERT INTO place VALUES (?, ?, ?) ON CONFLICT (section, part)"
        " DO UPDATE SET passages = passages + excluded.passages",
        ((section, part, count) for (_, section, part), count in places.items()),
    )


def _uncount_places(database: Database, first: int, last: int) -> None:
    database.run(
        "UPDATE place SET passages = place.passages - gone.passages FROM"
        " (SELECT section, part, count(*) AS passages FROM filed WHERE id BETWEEN ? AND ?"
        " GROUP BY section, part) gone"
        " WHERE place.section = gone.section AND place.part = gone.part",
        (first, last),
    )
    database.run("DELETE FROM place WHERE passages <= 0")


def _count_in(database: Database, counts: Counter[str]) -> None:
    words = sorted(word for word in counts if len(word) <= LONGEST_WORD)
    database.run(
        "CREATE TEMP TABLE IF NOT EXISTS counted (word TEXT PRIMARY KEY, passages INTEGER)"
    )
    database.run("DELETE FROM counted")
    database.run_many("INSERT INTO counted VALUES (?, ?)", ((word, counts[word]) for word in words))
    fresh = [
        word
        for (word,) in database.rows(
            "SELECT c.word FROM counted c LEFT JOIN vocabulary v ON v.word = c.word"
            " WHERE v.word IS NULL"
        )
    ]
    database.run(
        "UPDATE vocabulary SET passages = vocabulary.passages + counted.passages"
        " FROM counted WHERE counted.word = vocabulary.word"
    )
    stems = Stems().of(fresh) if fresh else {}
    database.run_many(
        "INSERT INTO vocabulary VALUES (?, ?, ?)",
        ((word, stems[word], counts[word]) for word in sorted(fresh)),
    )


def _count_out(database: Database, counts: Counter[str]) -> None:
    database.run_many(
        "UPDATE vocabulary SET passages = passages - ? WHERE word = ?",
        ((count, word) for word, count in counts.items()),
    )
    database.run_many(
        "DELETE FROM vocabulary WHERE word = ? AND passages <= 0", ((word,) for word in counts)
    )
