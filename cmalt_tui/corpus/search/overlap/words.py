"""The words of one's own text as the corpus knows them: their stems, and how rare they are."""

from collections.abc import Iterable
from typing import NamedTuple

from cmalt_tui.corpus.index.database import Database
from cmalt_tui.corpus.index.vocabulary import LONGEST_WORD, Stems
from cmalt_tui.corpus.search.correction import other_spellings

_AT_A_TIME = 500
_SHORTEST_TELLING = 3
# Words that hold any English text together and say nothing of what it is about, with some verbs
# and numbers that are everywhere; two texts share rows of them by chance. Written as text,
# because a list of some hundred quoted words can't be read.
_LISTED = """
about above across after again against all almost along already also although always am among an
and another any anybody anyone anything are aren around as at away back be became because become
been before began begin begins being below between bit both but by came can cannot case come could
couldn day days did didn different do does doesn doing don done down during each eight eighth
either eleven else end ended ends enough even ever every everybody everyone everything fact far
few fifth first five for found four fourth from gave get gets give given go goes going gone good
got had hadn has hasn have haven having he her here hers herself him himself his how however if in
instead into is isn it its itself just keep kept kind kinds know known last least less let like
little ll long lot made make makes making many may maybe me might mine moment more most much must
my myself near need needed neither never new next nine no nobody none nor not nothing now number
of off often on once one ones only onto or order other others our ours ourselves out over own part
perhaps place put quite rather re really result right said same saw say says second see seen seven
several shall she should shouldn since six so some somebody someone something sometimes soon sort
start started still such take taken tell ten than that the their theirs them themselves then there
therefore these they thing things think third this those though thought three through thus time
times to today together told too took toward towards twelve twice two under until up upon us use
used using ve very want wanted was wasn way ways we well went were weren what whatever when where
whether which while who whole whom whose why will with within without won would wouldn year years
yes yet you your yours
"""
_FUNCTION_WORDS = frozenset(_LISTED.split())


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


def is_telling(word: str) -> bool:
    """Whether a folded word says something about what a text is about."""
    return len(word) >= _SHORTEST_TELLING and word not in _FUNCTION_WORDS and not word.isdigit()
