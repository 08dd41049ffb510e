"""The word set: which words are spelt rightly, British or American, and how common each is."""

import lzma
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

BRITISH, AMERICAN, BOTH = "british", "american", "both"
COMMONNESS = (10, 20, 35, 60, 70)
"""The sizes of SCOWL that are told apart: a word of size 10 is more common than one of size 70."""
RARE = 70
COMMON = 35
# Words that have no possessive: "her's" is a slip, though any noun may end like that.
NO_POSSESSIVE = frozenset(
    {
        *("my", "your", "his", "her", "its", "our", "their", "whose"),
        *("mine", "yours", "hers", "ours", "theirs", "them", "they", "she", "he", "we", "the"),
    }
)
HEADING = "= "
_DATA = Path(__file__).resolve().parent / "data"
WORDS_FILE = _DATA / "words.txt.xz"
_SECTOR_FILE = _DATA / "sector.txt"
_SECTOR_COMMONNESS = 20


class SizedWords(NamedTuple):
    """Words that are about as common as each other."""

    commonness: int
    words: Sequence[str]


class SameLength(NamedTuple):
    """The words of one length: in small letters, and as they are written, in the same order."""

    small: Sequence[str]
    written: Sequence[str]


class WordSet:
    """The words of one spelling.

    Attributes:
        spelling: ``british`` or ``american``.
        words: All words, as they are written: names have capitals.
        elsewhere: The words that are right in the other spelling only.
    """

    def __init__(self, spelling: str, blocks: Sequence[SizedWords], elsewhere: frozenset[str]):
        """Put the words into sets."""
        self.spelling = spelling
        self.elsewhere = elsewhere
        self._blocks = tuple(blocks)
        self.words: frozenset[str] = frozenset().union(*(block.words for block in blocks))

    @cached_property
    def commonness(self) -> Mapping[str, int]:
        """How common each word is, by the smallest list of SCOWL that has it."""
        rarest_first = sorted(self._blocks, key=lambda block: -block.commonness)
        return {word: block.commonness for block in rarest_first for word in block.words}

    @cached_property
    def common_by_start(self) -> Mapping[tuple[str, int], Sequence[str]]:
        """The common words in small letters, by their first letter and their number of letters."""
        sorted_out: dict[tuple[str, int], list[str]] = {}
        for word, size in self.commonness.items():
            if size <= COMMON:
                sorted_out.setdefault((word[0].lower(), len(word)), []).append(word.lower())
        return sorted_out

    @cached_property
    def by_length(self) -> Mapping[int, SameLength]:
        """The words by their number of letters."""
        sorted_out: dict[int, list[str]] = {}
        for word in self.commonness:
            sorted_out.setdefault(len(word), []).append(word)
        return {
            length: SameLength([word.lower() for word in words], words)
            for length, words in sorted_out.items()
        }


def load_word_set(spelling: str) -> WordSet:
    """Load the words of a spelling; takes about 50 ms.

    Args:
        spelling: ``british``, which takes -ise and -ize, or ``american``.
    """
    blocks = [SizedWords(_SECTOR_COMMONNESS, sector_words())]
    elsewhere: list[str] = []
    listed = lzma.decompress(WORDS_FILE.read_bytes()).decode()
    for block in listed.split(HEADING)[1:]:
        heading, _, words = block.partition("\n")
        where, _, size = heading.partition(" ")
        if where in (spelling, BOTH):
            blocks.append(SizedWords(int(size), words.split()))
        else:
            elsewhere += words.split()
    return WordSet(spelling, blocks, frozenset(elsewhere))


def sector_words() -> tuple[str, ...]:
    """The words of learning technology, in either spelling."""
    lines = _SECTOR_FILE.read_text(encoding="utf-8").splitlines()
    return tuple(word for line in lines if not line.startswith("#") for word in line.split())
