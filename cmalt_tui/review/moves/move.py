"""The moves of reflection: what a sentence does when it reflects, each with a letter and a name."""

from enum import StrEnum
from typing import NamedTuple


class Register(StrEnum):
    """How a text is written, which decides what its moves look like."""

    PROFESSIONAL = "professional"
    DIARY = "diary"


class Move(NamedTuple):
    """A move of reflection.

    Attributes:
        id: As rules, JSON and the command line name it.
        letter: As it stands in a margin.
        title: In one to three words, in lower case.
        meaning: What a sentence with it does, as the end of "This sentence …".
    """

    id: str
    letter: str
    title: str
    meaning: str


EXPERIENCE = "experience"
MOVES = (
    Move(EXPERIENCE, "E", "experience", "tells what you did, saw or decided"),
    Move("feeling", "F", "feeling", "says how it was for you"),
    Move("difficulty", "D", "difficulty", "names what was hard, went wrong or got in the way"),
    Move("trade-off", "T", "trade-off", "weighs one thing against another"),
    Move("assumption", "A", "own assumption", "shows what you believed or took for granted"),
    Move("other-view", "O", "another's view", "lets somebody else's view be heard"),
    Move("consequence", "C", "consequence", "tells what it meant for learners or colleagues"),
    Move("lesson", "L", "lesson", "says what you learnt or see differently now"),
    Move("differently", "W", "would do differently", "says what you would change, or have changed"),
    Move("next-step", "N", "next step", "says what you will do next"),
    Move("principle", "P", "principle", "ties it to a principle, a value or a theory"),
)


def move_of(move_id: str) -> Move:
    """The move of an id.

    Raises:
        KeyError: There is none.
    """
    for move in MOVES:
        if move.id == move_id:
            return move
    raise KeyError(move_id)


def letters(moves: tuple[str, ...]) -> str:
    """The letters of some moves, as a margin shows them."""
    return "".join(move_of(move_id).letter for move_id in moves)
