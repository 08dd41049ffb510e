"""The words of one's own text as the corpus knows them: their stems, and how rare they are."""

from collections.abc import Iterable
from typing import NamedTuple

from cmalt_tui.corpus.index.database import Database
from cmalt_tui.corpus.index.vocabulary import LONGEST_WORD, Stems
from cmalt_tui.corpus.search.correction import other_spellings

_AT_A_TIME = 500


class KnownStem(NamedTuple):
    """A word as the corpus knows it.

    Attributes:
        passages: How many passages hold the word as it is spelt; 0 for one that none holds.
    """

    stem: str
    passages: int


class KnownWords:
    """Looks words up in one state of the index, many at a time, and remembers them."""

    def __init__(self, database: Database) -> None:
        """Remember nothing yet."""
        self._database = database
        self._stems: Stems | None = None
        self._known: dict[str, KnownStem] = {}
        self._families: dict[str, tuple[int, tuple[str, ...]]] = {}

    def learn(self, words: Iterable[str]) -> None:
        """Look up whatever of these words isn't remembered yet.

        A word that no passage holds gets the stem of its spelling on the other side of the
        Atlantic, if that is known.
        """
        fresh = [word for word in dict.fromkeys(words) if word not in self._known]
        self._known.update(self._looked_up(fresh))
        strange = [word for word in fresh if word not in self._known]
        if not strange:
            return
        spelt = {other: word for word in strange for other in other_spellings(word)}
        for other, known in self._looked_up(list(spelt)).items():
            self._known[spelt[other]] = KnownStem(known.stem, 0)
        unknown = [word for word in strange if word not in self._known]
        self._stems = self._stems or Stems()
        stems = self._stems.of([word[:LONGEST_WORD] for word in unknown])
        for word in unknown:
            self._known[word] = KnownStem(stems[word[:LONGEST_WORD]], 0)

    def __getitem__(self, word: str) -> KnownStem:
        """What is known of a word."""
        if word not in self._known:
            self.learn([word])
        return self._known[word]

    def passages_with(self, stem: str) -> int:
        """About how many passages hold a word of this stem."""
        return self._family(stem)[0]

    def forms_of(self, stem: str) -> tuple[str, ...]:
        """The words of the corpus that have this stem."""
        return self._family(stem)[1]

    def _family(self, stem: str) -> tuple[int, tuple[str, ...]]:
        if stem not in self._families:
            passages, forms = self._database.first(
                "SELECT coalesce(sum(passages), 0), coalesce(group_concat(word, ' '), '')"
                " FROM vocabulary WHERE stem = ?",
                (stem,),
            )
            self._families[stem] = (passages, tuple(forms.split()))
        return self._families[stem]

    def _looked_up(self, words: list[str]) -> dict[str, KnownStem]:
        found: dict[str, KnownStem] = {}
        for start in range(0, len(words), _AT_A_TIME):
            some = words[start : start + _AT_A_TIME]
            rows = self._database.rows(
                "SELECT word, stem, passages FROM vocabulary"
                f" WHERE word IN ({', '.join('?' * len(some))})",
                some,
            )
            found.update((word, KnownStem(stem, passages)) for word, stem, passages in rows)
        return found
