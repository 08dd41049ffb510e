"""Makes one concrete question about a section's own text for each move that was not found."""

from collections.abc import Collection, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from cmalt_tui.checked_toml import read_table
from cmalt_tui.review.moves.rule_files import SHIPPED
from cmalt_tui.review.moves.slots import SentencesOfPart, Slot, slot_in, slots_of


class MoveQuestion(NamedTuple):
    """A question about a text, which asks for a move that was not found in it.

    Attributes:
        move: The id of the move.
        question: In a sentence or two.
        quote: The words of the text that it is about; empty where it is about all of it.
        part, item, start: Where they stand; empty and -1 where nowhere.
    """

    move: str
    question: str
    quote: str = ""
    part: str = ""
    item: str = ""
    start: int = -1


class Asked(NamedTuple):
    """A question as the data has it.

    Attributes:
        move: The id of the move.
        ask: The question, which may have a slot: ``{did}``.
    """

    move: str
    ask: str


def questions_about(
    texts: Sequence[SentencesOfPart], missing: Collection[str], own: Sequence[Asked] = ()
) -> tuple[MoveQuestion, ...]:
    """Ask for each of some moves, in the order of the questions' file.

    Args:
        texts: The texts of a section.
        missing: The ids of the moves that were not found.
        own: Questions that are asked before the program's own, where the text fills their slot.
    """
    slots = slots_of(texts)
    used: list[Slot] = []
    found: list[MoveQuestion] = []
    for move in dict.fromkeys(one.move for one in _questions()):
        if move in missing:
            asks = [one.ask for one in (*own, *_questions()) if one.move == move]
            found.append(_first_that_fits(move, asks, slots, used))
    return tuple(found)


def _first_that_fits(
    move: str, asks: Sequence[str], slots: Mapping[str, Sequence[Slot]], used: list[Slot]
) -> MoveQuestion:
    """The first question whose slot the text can fill; the last one has none."""
    for ask in asks:
        name = slot_in(ask)
        if not name:
            return MoveQuestion(move, ask)
        fitting = slots.get(name, ())
        if fitting:
            # Two questions in a row shall not be about the same words.
            slot = next((slot for slot in fitting if slot not in used), fitting[0])
            used.append(slot)
            words = ask.replace("{" + name + "}", slot.words)
            question = words[:1].upper() + words[1:]
            return MoveQuestion(move, question, slot.quote, slot.part, slot.item, slot.start)
    raise ValueError(f"the last question for {move} has a slot")


@cache
def _questions() -> tuple[Asked, ...]:
    table = read_table(SHIPPED / "questions.toml")
    return tuple(Asked(one.line("move"), one.line("ask")) for one in table.tables("question"))
