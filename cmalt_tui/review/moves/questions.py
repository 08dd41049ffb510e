"""Makes one concrete question about a section's own text for each move that was not found."""

from collections.abc import Collection, Sequence
from functools import cache
from typing import NamedTuple

from cmalt_tui.checked_toml import read_table
from cmalt_tui.review.moves.rule_files import SHIPPED
from cmalt_tui.review.moves.slots import SentencesOfPart, Slot, slots_of


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
        needs: The slot that has to be filled from the text; empty if there is none.
        ask: The question with ``{did}`` and the like.
    """

    move: str
    needs: str
    ask: str


def questions_about(
    texts: Sequence[SentencesOfPart], missing: Collection[str]
) -> tuple[MoveQuestion, ...]:
    """Ask for each of some moves, in the order of the questions' file.

    Args:
        texts: The texts of a section.
        missing: The ids of the moves that were not found.
    """
    slots = slots_of(texts)
    used: list[Slot] = []
    found: dict[str, MoveQuestion] = {}
    for one in _questions():
        if one.move not in missing or one.move in found:
            continue
        if not one.needs:
            found[one.move] = MoveQuestion(one.move, one.ask)
            continue
        fitting = slots.get(one.needs, ())
        if fitting:
            # Two questions in a row shall not be about the same words.
            slot = next((slot for slot in fitting if slot not in used), fitting[0])
            used.append(slot)
            found[one.move] = _filled(one, slot)
    return tuple(found.values())


def _filled(asked: Asked, slot: Slot) -> MoveQuestion:
    words = asked.ask.replace("{" + asked.needs + "}", slot.words)
    question = words[:1].upper() + words[1:]
    return MoveQuestion(asked.move, question, slot.quote, slot.part, slot.item, slot.start)


@cache
def _questions() -> tuple[Asked, ...]:
    table = read_table(SHIPPED / "questions.toml")
    return tuple(
        Asked(one.line("move"), one.line("needs", ""), one.line("ask"))
        for one in table.tables("question")
    )
