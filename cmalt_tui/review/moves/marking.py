"""Marks the sentences of a text with the moves of reflection that they make."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from cmalt_tui.review.moves.move import EXPERIENCE, MOVES, Register
from cmalt_tui.review.moves.move_rule import ENOUGH, NONE, Fired
from cmalt_tui.review.moves.move_rules import MoveRules
from cmalt_tui.review.prose import prose_sentences

_ORDER = tuple(move.id for move in MOVES)


class MovedSentence(NamedTuple):
    """A sentence with its moves.

    Attributes:
        text: As it is read, on one line.
        start, end: Where it stands in its text, in characters.
        paragraph: The number of its paragraph.
        moves: The ids of its moves, in the order of `MOVES`; three of a kind count once.
        is_reflective: Whether it makes any move but telling an experience.
        fired: The rules that found them, with the words: why it is so.
    """

    text: str
    start: int
    end: int
    paragraph: int
    moves: tuple[str, ...]
    is_reflective: bool
    fired: tuple[Fired, ...]


def xray_text(
    text: str, rules: MoveRules, register: Register = Register.PROFESSIONAL
) -> tuple[MovedSentence, ...]:
    """Mark the sentences of a Markdown text.

    Headings, tables, block quotations and what stands in quotation marks are the words of
    somebody else or of nobody, so they make no move.

    Args:
        text: The text.
        rules: From `load_move_rules`.
        register: How the text is written.
    """
    return tuple(
        marked_sentence(
            one.text,
            rules if one.is_running and not one.is_quoted else None,
            register,
            (one.start, one.end, one.paragraph),
        )
        for one in prose_sentences(text)
    )


def marked_sentence(
    text: str,
    rules: MoveRules | None,
    register: Register,
    place: tuple[int, int, int] = (0, 0, 0),
) -> MovedSentence:
    """Mark one sentence.

    Args:
        text: The sentence.
        rules: The rules; None where the sentence can't make a move.
        register: How it is written.
        place: Its start, its end and its paragraph.
    """
    fired = rules.fired(text, register) if rules else ()
    moves = moves_by(fired)
    return MovedSentence(text, *place, moves, any(move != EXPERIENCE for move in moves), fired)


def moves_by(fired: Sequence[Fired]) -> tuple[str, ...]:
    """The moves that a sentence makes, told by the rules that found something.

    All of them together have to be enough. Then each move is made that a pattern found or whose
    signs are enough by themselves; where there is none, the one with the heaviest signs.
    """
    found = {one.move for one in fired if one.move == EXPERIENCE}
    if sum(one.weight for one in fired) >= ENOUGH:
        named = [one for one in fired if one.move not in (EXPERIENCE, NONE) and one.weight >= 0]
        weights: Counter[str] = Counter()
        for one in named:
            weights[one.move] += ENOUGH if one.is_sure else one.weight
        found |= {move for move, weight in weights.items() if weight >= ENOUGH}
        if weights and found <= {EXPERIENCE}:
            found.add(max(weights, key=lambda move: (weights[move], -_ORDER.index(move))))
    return tuple(move for move in _ORDER if move in found)
