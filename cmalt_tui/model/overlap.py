"""Where a portfolio says what somebody else's passage says, in nearly the same words."""

from enum import StrEnum
from typing import NamedTuple

from cmalt_tui.model.passage import Passage

# The likeness from which a paraphrase is told of, and of how many of a hundred it is one then.
# How that was measured is told in `cmalt_tui.corpus.search.overlap.paraphrases`; a test holds it.
CLOSE = 0.6
RIGHT_IN_A_HUNDRED = 98


class Likeness(StrEnum):
    """In what way a text is like a passage."""

    SAME_WORDS = "same words"
    PARAPHRASE = "paraphrase"


class Overlap(NamedTuple):
    """A stretch of one's own text that also stands in a passage of the corpus.

    Attributes:
        start, end: The stretch, in characters of one's own text.
        quote: The stretch as it stands there, on one line.
        theirs: The words of the passage that it is like, on one line.
        words: How many words in a row are the same, at most; for a paraphrase, how many telling
            words.
        likeness: 0 to 1; for the same words the share of the stretch that stands there too, which
            is less than 1 where a word or two were changed in the middle of it.
    """

    start: int
    end: int
    quote: str
    theirs: str
    passage: Passage
    kind: Likeness
    words: int
    likeness: float = 1.0
