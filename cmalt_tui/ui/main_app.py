"""What the screens ask of the app, so that they need not know the app itself."""

from typing import Protocol

from cmalt_tui.places import Places
from cmalt_tui.problems import Problem
from cmalt_tui.workbench.desk import Conflict
from cmalt_tui.workbench.examples import Examples


class MainApp(Protocol):
    """The app, as the writing screen sees it."""

    examples: Examples
    visit: object
    places: Places
    last_key: float

    def tell(self, problem: Problem) -> None:
        """Show a problem as one note."""
        ...

    def say(self, text: str, *, warn: bool = False) -> None:
        """Show a short note."""
        ...

    def settle(self, conflict: Conflict) -> None:
        """Ask which version shall stand where a file was changed on disk as well."""
        ...

    def close_portfolio(self) -> None:
        """Save, give the folder free and show the welcome screen."""
        ...
