"""The opened portfolio as the screens of the evidence change it: in steps that can be undone."""

from collections.abc import Callable
from typing import NamedTuple

from cmalt_tui.model.portfolio import Portfolio
from cmalt_tui.workbench.desk import Desk


class EvidenceSteps(NamedTuple):
    """The opened portfolio.

    Attributes:
        changed: To be called after it was changed, so that it is saved.
    """

    desk: Desk
    changed: Callable[[], None]

    def take(self, portfolio: Portfolio, what: str) -> bool:
        """Take a version over as a step; whether it is another one."""
        if portfolio == self.desk.portfolio:
            return False
        self.desk.change(portfolio, what)
        self.changed()
        return True

    def undo(self) -> str:
        """Take the last step back; says what was done, in a sentence."""
        what = self.desk.undo()
        if what:
            self.changed()
        return f"Taken back: {what}" if what else "There is no step to take."
