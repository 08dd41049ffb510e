"""Shows what was removed or replaced."""

from cmalt_tui.problems import InputProblem
from cmalt_tui.ui.screens.bin import BinScreen
from cmalt_tui.ui.screens.write_edits import EditingScreen


def bin(screen: EditingScreen) -> None:
    """Show the bin."""

    def tell(refused: InputProblem) -> None:
        screen.main.tell(refused.problem)

    def back(told: str | None) -> None:
        if told:
            screen.take_in_changes()
            screen.autosave.touched()
            screen.main.say(told)

    screen.app.push_screen(BinScreen(screen.desk, tell), back)
