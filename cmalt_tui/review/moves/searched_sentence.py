"""A sentence as patterns are tried on it: words that a pattern names as a list are marked there.

Alternatives of fifty words take longer to compile than a whole portfolio takes to search, so
instead each such word is replaced by a run of one letter that the pattern looks for.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property

from cmalt_tui.review.moves.move_rule import Span

# Letters of Old Church Slavonic: no text has them, and a pattern takes them for parts of a word.
WORDS_LETTER = "ꙁ"
LIST_LETTERS = "ꙃꙅꙇꙉꙋꙍꙏꙑꙓꙕꙗꙙꙛꙝꙟꙡꙣꙥꙧꙩꙫꙭ"


class SearchedSentence:
    """A sentence with the places of its words."""

    def __init__(self, plain: str, letters: Mapping[str, str]) -> None:
        """Take a sentence.

        Args:
            plain: The sentence in lower case with ``’`` as its apostrophe.
            letters: For each word of a list the letter that stands for the list.
        """
        self.plain = plain
        self._letters = letters
        self._spans = [Span(*found.span()) for found in _word().finditer(plain)]
        self.words = [plain[start:end] for start, end in self._spans]
        self._places: dict[str, list[int]] = {}
        for place, word in enumerate(self.words):
            self._places.setdefault(word, []).append(place)

    @cached_property
    def listed(self) -> str:
        """The sentence with the words of lists marked."""
        text = self.plain
        for (start, _), word in zip(self._spans, self.words, strict=True):
            stem = word.partition("’")[0]
            letter = self._letters.get(stem)
            if letter:
                end = start + len(stem)
                text = f"{text[:start]}{letter * (end - start)}{text[end:]}"
        return text

    def places_of(self, run: tuple[str, ...]) -> Iterator[Span]:
        """Where a word, or some words in a row, stand."""
        length = len(run)
        for place in self._places.get(run[0], ()):
            if length == 1:
                yield self._spans[place]
            elif tuple(self.words[place : place + length]) == run:
                start, end = self._spans[place].start, self._spans[place + length - 1].end
                # No comma or full stop in between.
                if end - start == sum(map(len, run)) + length - 1:
                    yield Span(start, end)


def with_words_marked(text: str, places: Iterable[Span]) -> str:
    """A sentence with some places of it marked."""
    for start, end in places:
        text = f"{text[:start]}{WORDS_LETTER * (end - start)}{text[end:]}"
    return text


def words_in(text: str) -> tuple[str, ...]:
    """The words of a text in lower case, as rules are found by them."""
    return tuple(_word().findall(text))


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\W_]+(?:’[^\W_]+)*")
