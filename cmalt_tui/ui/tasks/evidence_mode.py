"""Opens what there is about evidence as a whole: the matrix, the chooser, the log."""

from datetime import date
from functools import partial

from cmalt_tui.problems import InputProblem
from cmalt_tui.ui.evidence_steps import EvidenceSteps
from cmalt_tui.ui.review_desk import Goal
from cmalt_tui.ui.screens.ask_line import AskLineScreen
from cmalt_tui.ui.screens.going_to_words import go_to_goal
from cmalt_tui.ui.screens.write_edits import EditingScreen


def evidence_mode(screen: EditingScreen) -> None:
    """Show all evidence by sections."""
    from cmalt_tui.ui.screens.evidence import EvidenceScreen

    shown = EvidenceScreen(_steps(screen), screen.address.section)
    screen.app.push_screen(shown, partial(_back, screen))


def choose_evidence(screen: EditingScreen) -> None:
    """Show what fits the section at hand."""
    from cmalt_tui.ui.screens.choose_evidence import what_fits

    entry = screen.entry
    if screen.reading or entry.broken or entry.is_declaration:
        screen.main.say("Go to a section with a text first: nothing could be used here.", warn=True)
        return
    screen.catch_up()
    screen.app.push_screen(what_fits(_steps(screen), entry), lambda _: screen.take_in_changes())


def note_log(screen: EditingScreen) -> None:
    """Ask for a line, and put it into the log."""
    from cmalt_tui.ui.screens.log import ASKED
    from cmalt_tui.workbench.evidence_bank import shortened, with_log_line

    def keep(text: str) -> None:
        framework, portfolio = screen.desk.framework, screen.desk.portfolio
        changed, entry = with_log_line(framework, portfolio, text, date.today())
        screen.change(changed, f"log “{shortened(entry)}”")
        screen.autosave.try_to_save()
        tags = ", ".join((*entry.sections, *entry.principles))
        screen.main.say(f"Noted in the log, for {tags}." if tags else "Noted in the log.")

    def take(text: str | None) -> None:
        if text:
            try:
                keep(text)
            except InputProblem as refused:
                screen.main.tell(refused.problem)

    screen.app.push_screen(AskLineScreen(ASKED, cut_off=keep), take)


def show_log(screen: EditingScreen) -> None:
    """Show what was noted, the newest first."""
    from cmalt_tui.ui.screens.log import LogScreen

    screen.app.push_screen(LogScreen(_steps(screen)), lambda _: screen.take_in_changes())


def _steps(screen: EditingScreen) -> EvidenceSteps:
    return EvidenceSteps(screen.desk, screen.autosave.touched)


def _back(screen: EditingScreen, goal: Goal | None) -> None:
    screen.take_in_changes()
    if goal is not None:
        go_to_goal(screen, goal)
