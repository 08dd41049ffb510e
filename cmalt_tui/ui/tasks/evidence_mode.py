"""Opens evidence mode on the section at hand, and goes where it leads."""

from functools import partial

from cmalt_tui.ui.review_desk import Goal
from cmalt_tui.ui.screens.going_to_words import go_to_goal
from cmalt_tui.ui.screens.write_edits import EditingScreen


def evidence_mode(screen: EditingScreen) -> None:
    """Show all evidence by sections."""
    from cmalt_tui.ui.screens.evidence import EvidenceScreen

    shown = EvidenceScreen(screen.desk, screen.autosave.touched, screen.address.section)
    screen.app.push_screen(shown, partial(_back, screen))


def _back(screen: EditingScreen, goal: Goal | None) -> None:
    screen.take_in_changes()
    if goal is not None:
        go_to_goal(screen, goal)
