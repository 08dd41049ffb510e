"""The words that occur in the corpus: how often, which belong to one stem, which begin alike."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from cmalt_tui.corpus.database import Database

LONGEST_WORD = 40
MOST_COMPLETIONS = 40
_MOST_REMEMBERED = 2_000

Result = TypeVar("Result")


@dataclass(frozen=True)
class Known:
    """A word of the corpus.

    Attributes:
        passages: How many passages it occurs in.
    """

    word: str
    stem: str
    passages: int


@dataclass(frozen=True)
class Pool:
    """Words, or beginnings of words, of one length with one first letter.

    Attributes:
        first: One of them.
        words: To the word that each stands for: itself, or the most frequent that begins so;
            with its number of passages.
    """

    first: str
    words: dict[str, tuple[str, int]]


class Stems:
    """Asks FTS5's own Porter stemmer, so that the stems here are exactly those in the index."""

    def __init__(self) -> None:
        """Set up a table in memory that stems whatever is put into it."""
        self._database = Database(None)
        self._database.run(
            "CREATE VIRTUAL TABLE words USING fts5 (word, content='', columnsize=0,"
            " tokenize='porter unicode61 remove_diacritics 2')"
        )
        self._database.run("CREATE VIRTUAL TABLE terms USING fts5vocab (words, instance)")

    def of(self, words: list[str]) -> dict[str, str]:
        """The stem of each word; the word itself where it has no other."""
        self._database.run("INSERT INTO words (words) VALUES ('delete-all')")
        with self._database.writing():
            self._database.run_many(
                "INSERT INTO words (rowid, word) VALUES (?, ?)", enumerate(words)
            )
        stems = dict(zip(words, words, strict=True))
        for row, stem in self._database.rows("SELECT doc, term FROM terms"):
            stems[words[row]] = stem
        return stems


class Vocabulary:
    """Looks words up in one state of the index and remembers what it saw."""

    def __init__(self, database: Database, generation: int) -> None:
        """Read from a database; a new generation of the index needs a new vocabulary."""
        self.generation = generation
        self._database = database
        self._stems: Stems | None = None
        self._families: dict[str, tuple[Known, ...]] = {}
        self._completions: dict[str, tuple[Known, ...]] = {}
        self._remembered: dict[tuple[str, bool], Any] = {}
        self._all: dict[int, list[tuple[str, int]]] = {}
        self._pools: dict[tuple[int, bool], list[Pool]] = {}

    def family(self, word: str) -> tuple[Known, ...]:
        """The words of the corpus that share the word's stem, most frequent first."""
        found = self._families.get(word)
        if found is None:
            row = self._database.first("SELECT stem FROM vocabulary WHERE word = ?", (word,))
            found = self._families[word] = self.of_stem(row[0] if row else self._stem(word))
        return found

    def of_stem(self, stem: str) -> tuple[Known, ...]:
        """The words of the corpus that have a stem, most frequent first."""
        rows = self._database.rows(
            "SELECT word, stem, passages FROM vocabulary WHERE stem = ?"
            " ORDER BY passages DESC, word LIMIT 100",
            (stem,),
        )
        return tuple(Known(*row) for row in rows)

    def completions(self, start: str) -> tuple[Known, ...]:
        """The words of the corpus that begin with some letters: the most frequent, at most 40."""
        found = self._completions.get(start)
        if found is None:
            rows = self._database.rows(
                "SELECT word, stem, passages FROM vocabulary WHERE word >= ? AND word < ?"
                " ORDER BY passages DESC, word LIMIT ?",
                (start, start + "\U0010ffff", MOST_COMPLETIONS),
            )
            found = self._completions[start] = tuple(Known(*row) for row in rows)
        return found

    def remembered(self, asked: tuple[str, bool], work: Callable[[], Result]) -> Result:
        """What the work gives; done once for each thing asked, as words stay while one types."""
        if asked not in self._remembered:
            if len(self._remembered) >= _MOST_REMEMBERED:
                self._remembered.clear()
            self._remembered[asked] = work()
        known: Result = self._remembered[asked]
        return known

    def pools(self, length: int, *, beginnings: bool) -> list["Pool"]:
        """What a misspelt word is compared with, sorted by first letter.

        Args:
            length: How many letters.
            beginnings: Whether the first letters of longer words count too.
        """
        if length < 1:
            return []
        wanted = (length, beginnings)
        if wanted not in self._pools:
            if not self._all:
                sql = "SELECT word, passages FROM vocabulary"
                for word, passages in self._database.rows(sql):
                    self._all.setdefault(len(word), []).append((word, passages))
            by_letter: dict[str, Pool] = {}
            for size in range(length, LONGEST_WORD + 1 if beginnings else length + 1):
                for known in self._all.get(size, ()):
                    start = known[0][:length]
                    words = by_letter.setdefault(start[0], Pool(start, {})).words
                    other = words.get(start)
                    if other is None or (other[0] != start and other[1] < known[1]):
                        words[start] = known
            self._pools[wanted] = list(by_letter.values())
        return self._pools[wanted]

    def _stem(self, word: str) -> str:
        if self._stems is None:
            self._stems = Stems()
        return self._stems.of([word])[word]
