"""The words that occur in the corpus: how often, which belong to one stem, which begin alike."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from cmalt_tui.corpus.index.database import Database

LONGEST_WORD = 40
MOST_COMPLETIONS = 40
_MOST_REMEMBERED = 2_000
# In a corpus of more passages, words that only one of them has are mostly slips and names: they
# are looked at when nothing else is near, and not kept.
_MANY_PASSAGES = 20_000
# Words of one letter that are looked through for a slip, the most frequent ones; and how many
# words are kept in memory for it in all.
_MOST_NEAR, _MOST_KEPT = 12_000, 300_000
# A word in more than a fifth of all passages tells nothing apart, unless there are few of them.
_COMMON_SHARE, _COMMON_FROM = 0.2, 30

Result = TypeVar("Result")
Key = TypeVar("Key")


@dataclass(frozen=True)
class Known:
    """A word of the corpus.

    Attributes:
        passages: How many passages it occurs in.
    """

    word: str
    stem: str
    passages: int


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
        self._searched = -1
        self._pools: dict[tuple[int, str, int, bool], list[str]] = {}
        self._kept = 0

    @property
    def searched(self) -> int:
        """How many passages the words are from."""
        if self._searched < 0:
            counted = self._database.first("SELECT coalesce(sum(passages), 0) FROM source")
            self._searched = counted[0]
        return self._searched

    def is_common(self, passages: int) -> bool:
        """Whether a word in so many passages is in too many to tell them apart."""
        return passages > max(_COMMON_FROM, _COMMON_SHARE * self.searched)

    def family(self, word: str) -> tuple[Known, ...]:
        """The words of the corpus that share the word's stem, most frequent first."""
        found = self._families.get(word)
        if found is None:
            row = self._database.first("SELECT stem FROM vocabulary WHERE word = ?", (word,))
            found = self._of_stem(row[0] if row else self._stem(word))
            _remember(self._families, word, found)
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
            # One letter begins very many words; they are kept in the order of their frequency.
            begins = "substr(word, 1, 1) = ?" if len(start) == 1 else "word >= ? AND word < ?"
            ends = () if len(start) == 1 else (start + "\U0010ffff",)
            rows = self._database.rows(
                f"SELECT word, stem, passages FROM vocabulary WHERE {begins}"
                " ORDER BY passages DESC, word LIMIT ?",
                (start, *ends, MOST_COMPLETIONS),
            )
            found = tuple(Known(*row) for row in rows)
            _remember(self._completions, start, found)
        return found

    def most_frequent(self, start: str) -> tuple[str, int]:
        """The word itself if the corpus knows it, else the most frequent that begins so.

        Returns:
            The word and its number of passages; 0 where there is none.
        """
        passages = self.passages(start)
        if passages:
            return start, passages
        begun = self.completions(start)
        return (begun[0].word, begun[0].passages) if begun else (start, 0)

    def remembered(self, asked: tuple[str, bool], work: Callable[[], Result]) -> Result:
        """What the work gives; done once for each thing asked, as words stay while one types."""
        if asked not in self._remembered:
            _remember(self._remembered, asked, work())
        known: Result = self._remembered[asked]
        return known

    def pool(self, place: int, letter: str, length: int, *, beginnings: bool) -> list[str]:
        """What a misspelt word is compared with: frequent words, the most frequent first.

        Args:
            place: 1 or 2, for words that have the letter there.
            letter: Folded.
            length: How many letters the words have.
            beginnings: Whether so many first letters of longer words are wanted too.
        """
        wanted = (place, letter, length, beginnings)
        if wanted not in self._pools:
            words = self._with_letter(place, letter)
            if beginnings:
                pool = list(dict.fromkeys(w[:length] for w in words if len(w) >= length))
            else:
                pool = [word for word in words if len(word) == length]
            self._keep(wanted, pool)
        return self._pools[wanted]

    def rare(self, letter: str, shortest: int, longest: int) -> list[str]:
        """The words of one first letter and some lengths that `pool` leaves out as too rare."""
        rows = self._database.rows(
            "SELECT word FROM vocabulary WHERE substr(word, 1, 1) = ? AND passages < ?"
            " AND length(word) BETWEEN ? AND ? LIMIT ?",
            (letter, self._fewest, shortest, longest, _MOST_NEAR),
        )
        return [word for (word,) in rows]

    def _with_letter(self, place: int, letter: str) -> list[str]:
        wanted = (place, letter, 0, False)
        if wanted not in self._pools:
            rows = self._database.rows(
                f"SELECT word FROM vocabulary WHERE substr(word, {place}, 1) = ?"
                " AND passages >= ? ORDER BY passages DESC LIMIT ?",
                (letter, self._fewest, _MOST_NEAR),
            )
            self._keep(wanted, [word for (word,) in rows])
        return self._pools[wanted]

    def _keep(self, wanted: tuple[int, str, int, bool], pool: list[str]) -> None:
        if self._kept + len(pool) > _MOST_KEPT:
            self._pools.clear()
            self._kept = 0
        self._pools[wanted] = pool
        self._kept += len(pool)

    @property
    def _fewest(self) -> int:
        return 2 if self.searched > _MANY_PASSAGES else 1

    def _stem(self, word: str) -> str:
        if self._stems is None:
            self._stems = Stems()
        return self._stems.of([word])[word]


def _remember(known: dict[Key, Any], asked: Key, found: object) -> None:
    if len(known) >= _MOST_REMEMBERED:
        known.clear()
    known[asked] = found
