"""Asks which version shall stand when a file was changed on disk by another program."""

from pathlib import PurePosixPath
from typing import Any

from textual.app import App

from cmalt_tui.problems import InputProblem
from cmalt_tui.ui.screens.choose import Choice, ChooseScreen
from cmalt_tui.workbench.desk import Conflict, Desk

MINE, THEIRS = "mine", "theirs"


class ConflictScreen(ChooseScreen):
    """The question which of two versions of a file shall stand."""

    def __init__(self, path: PurePosixPath) -> None:
        """Name the file."""
        super().__init__(
            f"{path} was changed by another program",
            (
                Choice(MINE, "Keep mine", "what is on this screen"),
                Choice(THEIRS, "Take theirs", "what is on the disk now"),
            ),
            text="You changed it here as well. Choose which version shall stand; the other one is "
            "not lost, it goes into the folder “kept” of the portfolio.",
        )
        self.path = path


def settle_conflict(app: App[Any], conflict: Conflict) -> None:
    """Ask which version shall stand and settle it; escape leaves both as they are."""
    desk = getattr(app, "desk", None)
    if not isinstance(desk, Desk) or isinstance(app.screen, ConflictScreen):
        return

    def settle(answer: str | None) -> None:
        if answer is None:
            return
        try:
            if answer == MINE:
                desk.keep_mine(conflict.path)
            else:
                desk.take_theirs(conflict.path)
        except InputProblem as refused:
            app.notify(str(refused), severity="error", markup=False)
        for screen in app.screen_stack:
            settled = getattr(screen, "conflict_settled", None)
            if callable(settled):
                settled()

    app.push_screen(ConflictScreen(conflict.path), settle)
