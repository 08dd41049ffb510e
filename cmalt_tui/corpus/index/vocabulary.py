"""The words that occur in the corpus: how often, which belong to one stem, which begin alike."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from cmalt_tui.corpus.index.database import Database

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


Pool = dict[str, tuple[str, int]]


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
        self._by_letter: dict[str, list[tuple[str, int]]] = {}
        self._pools: dict[tuple[str, int, bool], Pool] = {}

    def family(self, word: str) -> tuple[Known, ...]:
        """The words of the corpus that share the word's stem, most frequent first."""
        found = self._families.get(word)
        if found is None:
            row = self._database.first("SELECT stem FROM vocabulary WHERE word = ?", (word,))
            found = self._families[word] = self._of_stem(row[0] if row else self._stem(word))
        return found

    def passages(self, word: str) -> int:
        """How many passages a word is in, as it is spelt."""
        row = self._database.first("SELECT passages FROM vocabulary WHERE word = ?", (word,))
        return row[0] if row else 0

    def _of_stem(self, stem: str) -> tuple[Known, ...]:
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

    def letters(self) -> set[str]:
        """The letters with which words begin."""
        if not self._by_letter:
            for word, passages in self._database.rows("SELECT word, passages FROM vocabulary"):
                self._by_letter.setdefault(word[0], []).append((word, passages))
        return set(self._by_letter)

    def pool(self, letter: str, length: int, *, beginnings: bool) -> Pool:
        """What a misspelt word is compared with: words of one length with one first letter.

        Args:
            letter: One of `letters`.
            length: How many letters.
            beginnings: Whether the first letters of longer words count too.

        Returns:
            The words or beginnings, to the word that each stands for: itself, or the most
            frequent that begins so; with its number of passages.
        """
        wanted = (letter, length, beginnings)
        if wanted not in self._pools:
            pool: Pool = {}
            for known in self._by_letter[letter]:
                word, passages = known
                if len(word) == length:
                    pool[word] = known
                elif beginnings and len(word) > length:
                    other = pool.get(word[:length])
                    if other is None or (len(other[0]) > length and other[1] < passages):
                        pool[word[:length]] = known
            self._pools[wanted] = pool
        return self._pools[wanted]

    def _stem(self, word: str) -> str:
        if self._stems is None:
            self._stems = Stems()
        return self._stems.of([word])[word]
