"""Finds the portfolio that something is captured into from the command line."""

from pathlib import Path

from cmalt_tui.cli.speaking import portfolio_folder
from cmalt_tui.places import Places
from cmalt_tui.problems import InputProblem
from cmalt_tui.store import find_portfolio
from cmalt_tui.workbench.recent import recent_portfolios


def capturing_folder(path: Path | None, places: Places) -> Path:
    """The portfolio that is named, or that of the current folder, or else the one opened last.

    Raises:
        InputProblem: There is none.
    """
    if path is not None or find_portfolio(Path.cwd()) is not None:
        return portfolio_folder(path)
    recent = recent_portfolios(places)
    if not recent:
        raise InputProblem(
            "there is no portfolio yet that could take this",
            "Name its folder, or open it once; from then on things go there.",
        )
    return recent[0].folder
