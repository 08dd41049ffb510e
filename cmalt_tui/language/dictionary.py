"""Tells which words of a text are doubtful, by a word set, the person's own words and rules."""

import unicodedata
from collections.abc import Collection, Iterator, Sequence

from cmalt_tui.language.doubtful import Doubtful, DoubtfulInText
from cmalt_tui.language.prose_words import Word, fenced_rows, prose_words
from cmalt_tui.language.suggesting import MOST, is_near_common, suggestions
from cmalt_tui.language.word_set import NO_POSSESSIVE, WordSet, load_word_set

_MOST_REMEMBERED = 50_000
_LONGEST_HEAD = 20
# A capitalised word that no list has is a name, or a slip in a common word. How far the common word
# may be, in slips, for short words and long ones: one that begins a sentence is less often a name.
_SHORTEST_SLIP, _SHORTEST_SLIP_AT_START, _LONG_NAME = 4, 3, 8
_SLIPS_IN_THREE_LETTERS = 0.75
_SLIPS_AT_START = (1.2, 2.0)
_SLIPS_INSIDE = (0.65, 1.0)


class Dictionary:
    """What is held for right: a word set, and words that were added to it.

    Attributes:
        leaves_names: Whether any capitalised word is taken for a name; `prepare` ends that, which a
            screen has no time to wait for.
    """

    def __init__(self, words: WordSet, own: Collection[str] = ()) -> None:
        """Begin with words of the person's own, which count in small letters and capitalised too.

        Args:
            words: The words of a spelling.
            own: Words that were added.
        """
        self.words = words
        self.leaves_names = False
        self._own: dict[str, str] = {}
        self._verdicts: dict[tuple[str, bool], bool] = {}
        self.add(own)

    @property
    def spelling(self) -> str:
        """``british`` or ``american``."""
        return self.words.spelling

    def add(self, own: Collection[str]) -> None:
        """Hold more words for right."""
        self._own |= {plain(word).lower(): plain(word) for word in own}
        self._verdicts.clear()

    def prepare(self) -> None:
        """Load what the first name and the first suggestion need; takes about 90 ms."""
        import rapidfuzz.distance
        import rapidfuzz.process  # noqa: F401

        _ = self.words.common_by_start, self.words.by_length
        self.leaves_names = False
        self._verdicts.clear()

    def is_elsewhere(self, word: str) -> bool:
        """Whether a word is right in the other spelling."""
        word = plain(word)
        return word in self.words.elsewhere or word.lower() in self.words.elsewhere

    def check_line(self, line: str) -> tuple[Doubtful, ...]:
        """List the doubtful words of a line of Markdown, in order."""
        return tuple(
            Doubtful(word.start, word.end, word.text)
            for word in prose_words(line)
            if len(word.text) > 1 and self._is_doubtful(word) and not self._is_joined(line, word)
        )

    def check(self, lines: Sequence[str]) -> Iterator[DoubtfulInText]:
        """List the doubtful words of a text, in order; blocks of code are left out."""
        fenced = fenced_rows(lines)
        for row, line in enumerate(lines):
            if row not in fenced:
                for found in self.check_line(line):
                    yield DoubtfulInText(row, found.start, found.end, found.word)

    def suggest(self, word: str, limit: int = MOST) -> tuple[str, ...]:
        """List what a doubtful word could be, best first."""
        return suggestions(word, self.words, self._own.values(), limit)

    def _is_doubtful(self, word: Word) -> bool:
        key = (word.text, word.begins)
        known = self._verdicts.get(key)
        if known is None:
            if len(self._verdicts) > _MOST_REMEMBERED:
                self._verdicts.clear()
            known = self._verdicts[key] = self._judge(plain(word.text), begins=word.begins)
        return known

    def _is_joined(self, line: str, word: Word) -> bool:
        """Whether it is a part of a word that is right without its hyphen: ``co-ordinated``."""
        start, end = word.start, word.end
        if line[start - 1 : start] != "-" and line[end : end + 1] != "-":
            return False
        head, tail = line[max(0, start - _LONGEST_HEAD) : start], line[end : end + _LONGEST_HEAD]
        first = head.replace("-", " ").split()[-1:] if head.endswith("-") else []
        last = tail.replace("-", " ").split()[:1] if tail.startswith("-") else []
        return self._has(plain("".join([*first, word.text, *last])).lower())

    def _judge(self, word: str, *, begins: bool) -> bool:
        if self._knows(word):
            return False
        if word.removesuffix("s").removesuffix("'").isupper() or word[1:] != word[1:].lower():
            # Acronyms, and names such as eLearning.
            return False
        if not word[0].isupper():
            return True
        if self.leaves_names:
            return False
        return self._looks_like_a_slip(word.removesuffix("'s").lower(), begins=begins)

    def _knows(self, word: str) -> bool:
        if self._has(word):
            return True
        stem = word.removesuffix("'s")
        return stem != word and stem.lower() not in NO_POSSESSIVE and self._has(stem)

    def _has(self, word: str) -> bool:
        words = self.words.words
        if word in words or word.lower() in self._own:
            return True
        if word[:1].isupper() and (word.lower() in words or word.capitalize() in words):
            return True
        bare = without_accents(word)
        return bare != word and self._has(bare)

    def _looks_like_a_slip(self, word: str, *, begins: bool) -> bool:
        """Tell a capitalised word that lies near to a common one from a name."""
        is_long = len(word) >= _LONG_NAME
        if len(word) < (_SHORTEST_SLIP_AT_START if begins else _SHORTEST_SLIP):
            return False
        slips = _SLIPS_AT_START[is_long] if begins else _SLIPS_INSIDE[is_long]
        if len(word) < _SHORTEST_SLIP:
            slips = _SLIPS_IN_THREE_LETTERS
        return is_near_common(word, self.words, letters=1 + is_long, slips=slips)


def plain(word: str) -> str:
    """Write a word as the word sets do: a straight apostrophe, no ligatures as PDFs have them."""
    straight = word.replace("’", "'")
    return straight if straight.isascii() else unicodedata.normalize("NFKC", straight)


def without_accents(word: str) -> str:
    """Write "naïve" as "naive", which the lists have; "ø" and the like stay."""
    apart = unicodedata.normalize("NFD", word)
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def load_dictionary(spelling: str, own: Collection[str] = ()) -> Dictionary:
    """Load a dictionary; takes about 50 ms.

    Args:
        spelling: ``british`` or ``american``.
        own: Words of the person's own.
    """
    return Dictionary(load_word_set(spelling), own)
