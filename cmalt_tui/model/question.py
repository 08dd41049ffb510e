"""A question that an interview asks, and why it is asked."""

from collections.abc import Mapping
from typing import NamedTuple


class Question(NamedTuple):
    """One question; ``why`` is empty where there is nothing to say beyond it."""

    ask: str
    why: str = ""


QuestionsByPart = Mapping[tuple[str, str], tuple[Question, ...]]
"""The id of a framework's section and of a part to the questions on it, in order."""
