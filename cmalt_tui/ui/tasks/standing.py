"""Shows where one is in the whole portfolio, and goes to what a person chooses there."""

from functools import partial

from cmalt_tui.ui.review_desk import Goal, ReviewDesk
from cmalt_tui.ui.screens.going_to_words import go_to_goal
from cmalt_tui.ui.screens.standing import StandingScreen
from cmalt_tui.ui.screens.write_edits import EditingScreen


def standing(screen: EditingScreen) -> None:
    """Open the screen, with the section at hand marked."""
    main = screen.main
    review = ReviewDesk(
        screen.desk, main.examples, main.places, screen.settings, screen.autosave.touched
    )
    screen.app.push_screen(StandingScreen(review, screen.address.section), partial(_back, screen))


def _back(screen: EditingScreen, chosen: Goal | str | None) -> None:
    screen.take_in_changes()
    if isinstance(chosen, Goal):
        go_to_goal(screen, chosen)
    elif chosen is not None:
        screen.action_next_step()
