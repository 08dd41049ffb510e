"""Shows what earlier runs of the program could not save."""

from cmalt_tui.problems import InputProblem
from cmalt_tui.ui.screens.drafts import DraftsScreen
from cmalt_tui.ui.screens.write_edits import EditingScreen


def drafts(screen: EditingScreen) -> None:
    """Show drafts, or say that there are none."""
    found = screen.desk.drafts()
    for problem in screen.desk.draft_problems:
        screen.main.tell(problem)
    if not found:
        screen.main.say("Nothing is left unsaved from before.")
        return

    def tell(refused: InputProblem) -> None:
        screen.main.tell(refused.problem)

    def back(taken: bool | None) -> None:
        if taken:
            screen.take_in_changes()
            screen.autosave.touched()
            screen.autosave.try_to_save()

    screen.app.push_screen(DraftsScreen(screen.desk, found, tell), back)
