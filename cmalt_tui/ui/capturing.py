"""Asks for an idea in one line, on any screen, and puts it into the inbox."""

from datetime import date
from functools import partial
from typing import Any

from textual.screen import Screen

from cmalt_tui.problems import InputProblem
from cmalt_tui.ui.desk_app import DeskApp
from cmalt_tui.ui.keys import shown_key_of
from cmalt_tui.ui.screens.ask_line import AskLineScreen
from cmalt_tui.ui.screens.write_edits import EditingScreen
from cmalt_tui.workbench.capture import capture_last, with_idea
from cmalt_tui.workbench.recent import recent_portfolios


def ask_for_idea(app: DeskApp) -> None:
    """Ask for an idea; where it can't go anywhere, say so before it is typed."""
    if app.desk is not None and app.desk.read_only:
        app.say(f"An idea can't be kept here: {app.desk.locked_by}", warn=True)
        return
    title = app.desk.portfolio.title if app.desk is not None else ""
    if not title:
        recent = recent_portfolios(app.places)
        if not recent:
            new, demo = (shown_key_of(app, f"welcome.{way}") for way in ("new_portfolio", "demo"))
            app.say(
                f"There is no portfolio yet: {new} starts one, {demo} shows a sample.", warn=True
            )
            return
        title = recent[0].title

    def take(text: str | None) -> None:
        if text:
            try:
                app.say(_keep(app, text))
            except InputProblem as refused:
                app.tell(refused.problem)

    asked = f"An idea, for the inbox of {title}"
    app.push_screen(AskLineScreen(asked, cut_off=partial(_keep, app)), take)


def _keep(app: DeskApp, text: str) -> str:
    """Keep the idea, and say where it went."""
    screen = _writing_screen(app.screen_stack)
    if screen is None:
        kept = capture_last(app.places, text, date.today())
        return f"Kept in the inbox of {kept.title}: {kept.item.heading}"
    changed, item = with_idea(screen.desk.portfolio, text, date.today())
    screen.change(changed, f"idea “{item.heading}”")
    screen.autosave.try_to_save()
    return f"Kept in the inbox, at the end of the outline: {item.heading}"


def _writing_screen(stack: list[Screen[Any]]) -> EditingScreen | None:
    return next((screen for screen in stack if isinstance(screen, EditingScreen)), None)
