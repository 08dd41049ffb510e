"""What the writing screen does where another program changed a file of the portfolio as well."""

from pathlib import PurePosixPath

from cmalt_tui.problems import InputProblem
from cmalt_tui.ui.autosave import Meeting
from cmalt_tui.ui.keys import shown_key_of
from cmalt_tui.ui.screens.write_lines import LinesScreen
from cmalt_tui.workbench.desk import Conflict


def meet_other_program(screen: LinesScreen, meeting: Meeting) -> None:
    """Ask about a conflict, or tell of it; show what was put together; take in what was changed.

    Args:
        screen: The writing screen.
        meeting: What saving, or a look at the disk, has found.
    """
    if isinstance(meeting, Conflict):
        screen.main.settle(meeting)
    elif isinstance(meeting, PurePosixPath):
        key = shown_key_of(screen.app, "write.save")
        screen.main.say(
            f"Another program changed {meeting.stem} in the same place. {key} lets you choose; "
            "until then what you write is kept as a draft.",
            warn=True,
        )
    elif meeting is not None:
        _show(screen, "Put together with what another program wrote", meeting)
    else:
        _take_in(screen)


def _take_in(screen: LinesScreen) -> None:
    screen.catch_up()
    try:
        taken = screen.desk.look_for_changes()
    except InputProblem as refused:
        # Asked again every few seconds, it would be told again every few seconds.
        if refused.problem != screen.told_of_changes:
            screen.main.tell(refused.problem)
        screen.told_of_changes = refused.problem
        return
    screen.told_of_changes = None
    if taken:
        _show(screen, "Changed by another program and taken in", taken)


def _show(screen: LinesScreen, what: str, paths: tuple[PurePosixPath, ...]) -> None:
    if screen.recording is not None:
        screen.recording.start_from_here()
    screen.take_in_changes()
    screen.main.say(f"{what}: {', '.join(map(str, paths))}")
