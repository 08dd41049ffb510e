"""Asks what to do when a person wants to leave and the portfolio can't be saved."""

from cmalt_tui.problems import Problem
from cmalt_tui.ui.screens.choose import Choice, ChooseScreen


class UnsavedScreen(ChooseScreen):
    """The question whether to leave without saving; staying is the default."""

    def __init__(self, problem: Problem) -> None:
        """Say why it can't be saved."""
        super().__init__(
            "Not saved",
            (
                Choice("stay", "Stay", "and try again"),
                Choice(
                    "leave", "Leave without saving", "what was typed since the last save is lost"
                ),
            ),
            text=str(problem),
        )
