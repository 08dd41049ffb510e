"""The next step on the writing screen: what the hint says, and where its key goes."""

from datetime import date

from cmalt_tui.model.text_address import TextAddress
from cmalt_tui.ui.keys import shown_key_of
from cmalt_tui.ui.outline_branches import Branch
from cmalt_tui.ui.screens.write_place import PlaceScreen
from cmalt_tui.workbench.next_step import INBOX, Step, next_step
from cmalt_tui.workbench.stepping import steps_of


def said_step(screen: PlaceScreen, stepped_to: str) -> str:
    """Say what could be done next; empty if nothing.

    Args:
        screen: The writing screen.
        stepped_to: The step that was gone to last; while one is there and it is not done, it is
            the one that is said.
    """
    steps = _steps(screen)
    gone = _step_of(stepped_to, steps)
    if gone and _is_at(screen, gone):
        key = shown_key_of(screen.app, "write.begin_writing") if gone.asks else ""
        return f"{gone.what}: {key} asks" if key else gone.said
    step = next_step(steps, gone)
    return step.said if step else ""


def go_to_step(screen: PlaceScreen, stepped_to: str) -> str:
    """Go where the hint points; where one is there already, to what else there is to do.

    Returns:
        The step that was gone to, for the next time; empty if nothing is left to do.
    """
    steps = _steps(screen)
    gone = _step_of(stepped_to, steps)
    step = next_step(steps, gone)
    if gone and _is_at(screen, gone):
        place = steps.index(gone)
        others = (*steps[place + 1 :], *steps[:place])
        step = next((one for one in others if one.address != gone.address), gone)
    if step is None:
        return ""
    _open(screen, step)
    return step.said


def _steps(screen: PlaceScreen) -> tuple[Step, ...]:
    return steps_of(screen.desk, screen.main.places, date.today())


def _step_of(said: str, steps: tuple[Step, ...]) -> Step | None:
    return next((step for step in steps if step.said == said), None)


def _is_at(screen: PlaceScreen, step: Step) -> bool:
    key = _inbox_key(step.address)
    if key:
        return screen.reading == key
    return step.address == screen.address and not screen.reading


def _open(screen: PlaceScreen, step: Step) -> None:
    key = _inbox_key(step.address)
    if key:
        screen.open_branch(Branch(key, ""))
    elif step.address is None:
        screen.open_at(step.section)
    else:
        screen.open_address(step.address)
    screen.focus_text()


def _inbox_key(address: TextAddress | None) -> str:
    return f"{INBOX}/{address.item}" if address is not None and address.part == INBOX else ""
