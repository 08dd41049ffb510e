"""Makes up what people type into the search: whole lines letter by letter, slips, filters."""

import random
from collections.abc import Callable, Iterator, Sequence

from cmalt_tui.model.passage import Passage

Change = Callable[[str], str]

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_SHORTEST_MISTYPED = 5
_FILTERS = ("section:1a", "section:3b", "part:reflection", "path:senior", "year:>2018")
_MOST_WORDS = 5


def as_it_is(word: str) -> str:
    """No change."""
    return word


def slipper(chooser: random.Random) -> Change:
    """One slip in a word of five or more letters: left out, doubled, replaced or swapped."""

    def slip(word: str) -> str:
        if len(word) < _SHORTEST_MISTYPED:
            return word
        place = chooser.randrange(len(word) - 1)
        kind = chooser.randrange(4)
        if kind == 0:
            return word[:place] + word[place + 1 :]
        if kind == 1:
            return word[:place] + word[place] + word[place:]
        if kind == 2:
            return word[:place] + chooser.choice(_LETTERS) + word[place + 1 :]
        return word[:place] + word[place + 1] + word[place] + word[place + 2 :]

    return slip


def typed_lines(
    passages: Sequence[Passage], lines: int, change: Change, chooser: random.Random
) -> Iterator[str]:
    """Every state of some lines of three words while they are typed, letter by letter."""
    for number in range(lines):
        words = words_of(chooser.choice(passages))
        if number % 2:
            start = chooser.randrange(len(words) - 3)
            wanted = words[start : start + 3]
        else:
            wanted = chooser.sample(words, 3)
        line = " ".join(map(change, wanted))
        for end in range(1, len(line) + 1):
            yield line[:end]


def random_lines(passages: Sequence[Passage], lines: int, chooser: random.Random) -> Iterator[str]:
    """One to five words, as frequent as they are in the texts; some slipped, cut, with filters."""
    slip = slipper(chooser)
    for _ in range(lines):
        texts = [words_of(chooser.choice(passages)) for _ in range(chooser.choice((1, 1, 3)))]
        words = [chooser.choice(chooser.choice(texts)) for _ in range(chooser.randint(1, 5))]
        if chooser.random() < 0.4:
            words = [slip(word) if chooser.random() < 0.5 else word for word in words]
        if chooser.random() < 0.4:
            words[-1] = words[-1][: chooser.randint(1, len(words[-1]))]
        if chooser.random() < 0.2:
            words.insert(0, chooser.choice(_FILTERS))
        yield " ".join(words) + chooser.choice(("", " "))


def known_items(passages: Sequence[Passage], chooser: random.Random) -> list[tuple[str, list[str]]]:
    """Each passage's id, and three of its longer words to find it by."""
    return [
        (passage.id, chooser.sample([w for w in words_of(passage) if len(w) > 3], 3))
        for passage in passages
    ]


def words_of(passage: Passage) -> list[str]:
    """The words of a made-up passage in order."""
    return passage.text.lower().replace(".", "").split()
