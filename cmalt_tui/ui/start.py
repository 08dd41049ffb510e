"""What the screen starts with: a portfolio or none, the examples, and what has to be told."""

from typing import NamedTuple

from cmalt_tui.problems import Problem
from cmalt_tui.workbench.desk import Desk
from cmalt_tui.workbench.examples import Examples


class Start(NamedTuple):
    """What the app opens with.

    Attributes:
        desk: The opened portfolio; None for the welcome screen.
        examples: The example corpus.
        at: The text to open, ``1a/description``; empty for where most is to be done.
        notices: What went wrong before the screen was there, shown as notes.
    """

    desk: Desk | None
    examples: Examples
    at: str = ""
    notices: tuple[Problem, ...] = ()
