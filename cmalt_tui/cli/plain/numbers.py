"""Reads the numbers by which a person names paragraphs, examples and whatever else is listed."""

import re

from cmalt_tui.problems import InputProblem


def one_chosen(named: str, count: int) -> int:
    """Read the number of one thing.

    Raises:
        InputProblem: It is none of those that are there.
    """
    numbers = chosen(named, count) if named.strip() else ()
    if len(numbers) != 1:
        raise InputProblem("it is not said which one", _there_are(count))
    return numbers[0]


def chosen(named: str, count: int) -> tuple[int, ...]:
    """Read ``2``, ``2-4`` or nothing, which means all.

    Raises:
        InputProblem: It names something that is not there.
    """
    if not named.strip():
        return tuple(range(1, count + 1))
    found = re.fullmatch(r"\s*(\d{1,6})(?:\s*(?:-|to)\s*(\d{1,6}))?\s*", named)
    first, last = (int(found[1]), int(found[2] or found[1])) if found else (0, 0)
    if not 1 <= first <= last <= count:
        raise InputProblem(f'there is no number "{named.strip()}"', _there_are(count))
    return tuple(range(first, last + 1))


def _there_are(count: int) -> str:
    if not count:
        return "There is none yet."
    return "There is only number 1." if count == 1 else f"Name a number from 1 to {count}."
