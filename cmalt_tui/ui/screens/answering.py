"""Carries out what a person answers to a finding, wherever it is listed."""

from collections.abc import Callable
from datetime import date
from typing import Any

from textual.app import App

from cmalt_tui.model.finding import Finding
from cmalt_tui.problems import InputProblem
from cmalt_tui.ui.messages import AnswerFinding
from cmalt_tui.ui.screens.dismissing import DismissScreen
from cmalt_tui.workbench.answered_findings import (
    answer_finding,
    ask_again,
    fix_title,
    mend,
    reasons_for,
)
from cmalt_tui.workbench.desk import Desk

# Called with what is to be said once the portfolio is another one.
Done = Callable[[str], None]


def carry_out(app: App[Any], desk: Desk, asked: AnswerFinding, done: Done) -> None:
    """Do what is asked with a finding; for a dismissal, ask for the reason first."""
    finding = asked.finding
    if asked.action == AnswerFinding.RAISE_AGAIN:
        if asked.answer is not None:
            ask_again(desk, asked.answer)
            done("It is raised again.")
    elif asked.action == AnswerFinding.MEND:
        if mend(desk, finding):
            done(f"Done: {fix_title(finding)}.")
        else:
            app.notify("The words are no longer there; nothing was changed.", markup=False)
    else:
        _ask(app, desk, finding, done)


def _ask(app: App[Any], desk: Desk, finding: Finding, done: Done) -> None:
    def take(reason: str | None) -> None:
        if reason is None:
            return
        try:
            answer_finding(desk, finding, reason, date.today())
        except InputProblem as refused:
            app.notify(str(refused.problem), severity="warning", markup=False)
        else:
            done("Dismissed. It comes back when the text changes.")

    about = f"“{finding.quote}”" if finding.quote else finding.message
    app.push_screen(DismissScreen(about, reasons_for(finding)), take)
