"""Asks what to do when a person wants to leave and the portfolio can't be saved."""

from cmalt_tui.problems import Problem
from cmalt_tui.ui.screens.choose import Choice, ChooseScreen


class UnsavedScreen(ChooseScreen):
    """The question whether to leave without saving; staying is the default."""

    def __init__(self, problem: Problem, drafts: str) -> None:
        """Say why it can't be saved.

        Args:
            problem: Why.
            drafts: Where drafts of what is not saved are kept; empty if they could not be.
        """
        lost = "what was typed since the last save is lost"
        leave = "the draft is offered at the next start" if drafts else lost
        where = f"\n\nWhat is not saved is kept as a draft: {drafts}" if drafts else ""
        super().__init__(
            "Not saved",
            (
                Choice("stay", "Stay", "and try again"),
                Choice("leave", "Leave without saving", leave),
            ),
            text=f"{problem}{where}",
        )
