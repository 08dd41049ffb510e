"""One rule of the X-ray: which words in which order make a move, as a rule file says it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from cmalt_tui.review.moves.move import Register

ENOUGH = 100  # So much weight makes a sentence a reflective one.
NONE = "none"  # In the place of a move: the rule only weighs for or against reflection.


class Span(NamedTuple):
    """Where a pattern was found in a sentence."""

    start: int
    end: int


class Pattern(NamedTuple):
    """A pattern of a rule.

    Attributes:
        search: Finds it in a sentence that is in lower case.
        marks_words: Whether it looks for the rule's own words where they are marked.
        marks_lists: Whether it looks for words of lists where they are marked.
    """

    search: Callable[[str], Span | None]
    marks_words: bool = False
    marks_lists: bool = False


@dataclass(frozen=True)
class MoveRule:
    """One rule.

    Attributes:
        id: Unique among all rules.
        move: The id of a move, or `NONE`.
        registers: The registers in which it holds.
        words: Words or runs of words, in lower case. One of them has to be there before a pattern
            is tried. In a rule without patterns they are enough, whatever their endings.
        patterns: Its patterns, tried in order until one is found.
        each: Whether every one of the words counts, and not only the first that is found.
        beside: One of these has to be in the sentence too, whatever its ending.
        without: None of these may be in the sentence.
        weight: What it adds, in hundredths of what is enough; against reflection if negative.
        diary: What it adds in a diary.
        question: Asked where the move is not found, before the program's own; may be empty.
        example: A sentence that it finds.
        source: Where the idea comes from.
    """

    id: str
    move: str
    registers: frozenset[Register]
    words: tuple[str, ...]
    patterns: tuple[Pattern, ...] = ()
    each: bool = False
    beside: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()
    weight: int = ENOUGH
    diary: int = ENOUGH
    example: str = ""
    source: str = ""
    question: str = ""

    def weight_in(self, register: Register) -> int:
        """What it adds in a register."""
        return self.diary if register is Register.DIARY else self.weight


class Fired(NamedTuple):
    """A rule that found something in a sentence.

    Attributes:
        rule: The rule's id.
        move: The rule's move.
        words: The words that it found, as they are written.
        weight: What they add.
        is_sure: Whether a pattern found them, a verb with its subject, and not just some words.
    """

    rule: str
    move: str
    words: str
    weight: int
    is_sure: bool
