"""Asks for the planned day of submission, and takes it as a step that can be undone."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from textual.app import App

from cmalt_tui.model.dates import long_date
from cmalt_tui.ui.safe import cut_line
from cmalt_tui.ui.screens.ask_line import AskLineScreen
from cmalt_tui.workbench.desk import Desk

_ASKED = "When do you want to submit? Write the day as 2026-11-30; nothing for no day."


def ask_submission_day(app: App[Any], desk: Desk, done: Callable[[str], None]) -> None:
    """Ask for the day.

    Args:
        app: The app.
        desk: The opened portfolio.
        done: Called with what is to be said once another day is planned.
    """

    def take(typed: str | None) -> None:
        if typed is None:
            return
        try:
            day = date.fromisoformat(typed) if typed else None
        except ValueError:
            told = cut_line(f'"{typed}" is no day; write it as 2026-11-30.', 200)
            app.notify(told, severity="warning", markup=False)
            return
        if day != desk.portfolio.submit_by:
            desk.change(replace(desk.portfolio, submit_by=day), "day of submission")
            done(f"Submission on {long_date(day)}." if day else "No day is planned.")

    planned = desk.portfolio.submit_by
    app.push_screen(AskLineScreen(_ASKED, planned.isoformat() if planned else ""), take)
