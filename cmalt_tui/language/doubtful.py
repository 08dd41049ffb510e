"""What a check finds in a line: a word that may be misspelt, or words that may be wrong."""

from typing import NamedTuple


class Doubtful(NamedTuple):
    """Something doubtful and where it stands in its line.

    Attributes:
        start: Its first character.
        end: The one after its last.
        word: What stands there.
        message: Why it is doubtful; empty for a word that is in no word set.
        fixes: What could stand there, where a message says why; an empty one takes it out.
    """

    start: int
    end: int
    word: str
    message: str = ""
    fixes: tuple[str, ...] = ()


class DoubtfulInText(NamedTuple):
    """A doubtful word and where it stands in a text; ``row`` counts from 0."""

    row: int
    start: int
    end: int
    word: str
