"""Saves a portfolio that a command has changed."""

from collections.abc import Iterator
from contextlib import contextmanager

from cmalt_tui.problems import InputProblem
from cmalt_tui.workbench.desk import Conflict, Desk


def save_changes(desk: Desk) -> None:
    """Save; a command can't ask which of two versions shall stand.

    Raises:
        InputProblem: It can't be saved, or another program wrote the same meanwhile.
    """
    with conflicts_told(desk):
        desk.save()


@contextmanager
def conflicts_told(desk: Desk) -> Iterator[None]:
    """Tell of a conflict, where something saves by itself, as `save_changes` does.

    Raises:
        InputProblem: Another program wrote the same meanwhile.
    """
    try:
        yield
    except Conflict as conflict:
        raise InputProblem(
            "was changed by another program meanwhile",
            "Try again.",
            file=desk.folder / conflict.path,
        ) from None
