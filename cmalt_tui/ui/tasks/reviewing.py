"""Reviews the section at hand or the whole portfolio, and goes where a finding leads."""

from functools import partial

from cmalt_tui.ui.review_desk import Goal, ReviewDesk
from cmalt_tui.ui.screens.going_to_words import go_to_goal
from cmalt_tui.ui.screens.write_edits import EditingScreen


def review(screen: EditingScreen) -> None:
    """Open the review of the section at hand."""
    from cmalt_tui.ui.screens.review import ReviewScreen

    asked = ReviewScreen(_review_desk(screen), screen.address.section)
    screen.app.push_screen(asked, partial(_back, screen))


def findings(screen: EditingScreen) -> None:
    """Open the list of all findings."""
    from cmalt_tui.ui.screens.findings import FindingsScreen

    screen.app.push_screen(FindingsScreen(_review_desk(screen)), partial(_back, screen))


def freshness(screen: EditingScreen) -> None:
    """Open the list of what may be out of date."""
    from cmalt_tui.ui.screens.freshness import FreshnessScreen

    screen.app.push_screen(FreshnessScreen(_review_desk(screen)), partial(_back, screen))


def submit(screen: EditingScreen) -> None:
    """See what would be turned back, and export."""
    from cmalt_tui.ui.screens.submit import SubmitScreen

    screen.app.push_screen(SubmitScreen(_review_desk(screen)), partial(_back, screen))


def _review_desk(screen: EditingScreen) -> ReviewDesk:
    main = screen.main
    return ReviewDesk(
        screen.desk, main.examples, main.places, screen.settings, screen.autosave.touched
    )


def _back(screen: EditingScreen, goal: Goal | None) -> None:
    screen.take_in_changes()
    if goal is not None:
        go_to_goal(screen, goal)
