"""Lets settings hold at once: hands them to every screen and widget that asks to be told."""

from dataclasses import replace
from typing import Any, Protocol, runtime_checkable

from textual.dom import DOMNode
from textual.screen import Screen

from cmalt_tui.places import Places
from cmalt_tui.problems import InputProblem, Problem
from cmalt_tui.settings import Settings, save_setting
from cmalt_tui.ui.setting_rows import Value


@runtime_checkable
class SettingsListener(Protocol):
    """A screen or a widget that keeps something of the settings.

    What reads ``app.settings`` whenever it acts need not be told.
    """

    def settings_changed(self, settings: Settings) -> None:
        """Take over what is set from now on."""
        ...


class SettingsHolder(Protocol):
    """The app, as whoever changes settings sees it."""

    settings: Settings
    places: Places

    @property
    def screen_stack(self) -> list[Screen[Any]]:
        """The screens that are open."""
        ...

    def tell(self, problem: Problem) -> None:
        """Show a problem as one note."""
        ...

    def say(self, text: str, *, warn: bool = False) -> None:
        """Show a short note."""
        ...


def change_setting(app: SettingsHolder, name: str, value: Value) -> Problem | None:
    """Set one setting: here at once, and in the settings file for the next time.

    Returns:
        Why it could not be written; it holds until the program ends then.
    """
    hold(app, replace(app.settings, **{name: value}))  # type: ignore[arg-type]
    try:
        save_setting(app.places.settings_file, name, value)
    except InputProblem as refused:
        return refused.problem
    return None


def hold(app: SettingsHolder, settings: Settings) -> None:
    """Take other settings from now on, on every screen that is open."""
    app.settings = settings
    for screen in app.screen_stack:
        for node in _nodes(screen):
            if isinstance(node, SettingsListener):
                node.settings_changed(settings)


def _nodes(screen: Screen[Any]) -> list[DOMNode]:
    return [screen, *screen.query("*")]
