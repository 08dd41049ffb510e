"""The settings in words: changed by key or mouse, and in force at once."""

from dataclasses import replace
from typing import ClassVar

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from cmalt_tui.commands.command import Scope
from cmalt_tui.settings import load_settings
from cmalt_tui.settings.settings import Settings
from cmalt_tui.ui.bindings import bindings_of
from cmalt_tui.ui.live_settings import SettingsHolder, change_setting, hold
from cmalt_tui.ui.safe import cut_line, safe_content, safe_line
from cmalt_tui.ui.screens.ask_line import AskLineScreen
from cmalt_tui.ui.screens.choose_theme import ChooseThemeScreen
from cmalt_tui.ui.setting_rows import (
    KEYS,
    ROWS,
    THEME,
    SettingRow,
    Value,
    shown_value,
    stepped,
    typed_value,
    value_of,
)

_TITLE = 24
_VALUE = 38
_MOST_STEPS = 3


class SettingsScreen(ModalScreen[None]):
    """Lists the settings; what is changed holds at once and is written to the settings file."""

    COMMAND_SCOPE = Scope.SETTINGS
    BINDINGS: ClassVar = bindings_of(Scope.SETTINGS)

    def __init__(self, app: SettingsHolder) -> None:
        """Take the app, whose settings are shown and changed."""
        super().__init__()
        self._holder = app

    def compose(self) -> ComposeResult:
        """The list, what the marked one does, and where the file is."""
        with Vertical(classes="dialog"):
            yield Static("Settings", classes="dialog-title", markup=False)
            rows = (Option(self._row(row), id=row.name) for row in ROWS)
            yield OptionList(*rows, compact=True, markup=False)
            yield Static("", id="settings-told", classes="dialog-keys", markup=False)
            keys = "enter change   ←→ less, more   esc back"
            yield Static(keys, classes="dialog-keys", markup=False)

    def on_mount(self) -> None:
        """Tell what is wrong with the file, and let the person choose at once."""
        self.query_one(OptionList).focus()
        _, problems = load_settings(self._holder.places.settings_file)
        for problem in problems:
            self._holder.tell(problem)

    def why_not(self, action: str) -> str:
        """Nothing stands against any of it."""
        del action
        return ""

    def settings_changed(self, settings: Settings) -> None:
        """Show what is set now."""
        del settings
        listed = self.query_one(OptionList)
        for row in ROWS:
            listed.replace_option_prompt(row.name, self._row(row))

    @on(OptionList.OptionHighlighted)
    def _marked(self) -> None:
        self.query_one("#settings-told", Static).update(safe_content(self._marked_row.told))

    @on(OptionList.OptionSelected)
    def action_change(self) -> None:
        """Change the marked setting: the next of a few values, or one that is asked for."""
        row = self._marked_row
        if row.name == THEME:
            self.app.push_screen(ChooseThemeScreen(self._holder.places), self._theme_chosen)
        elif row.name == KEYS:
            file = self._holder.places.settings_file
            told = f"Keys are set in {file}, under [keys]. cmalt-tui keys lists all commands."
            self._holder.say(told)
        elif 0 < len(row.values) <= _MOST_STEPS:
            self._set(row, stepped(self._holder.settings, row, 1))
        else:
            self._ask(row)

    def action_less(self) -> None:
        """Take the value before."""
        self._step(-1)

    def action_more(self) -> None:
        """Take the next value."""
        self._step(1)

    def action_back(self) -> None:
        """Go back."""
        self.dismiss(None)

    @property
    def _marked_row(self) -> SettingRow:
        return ROWS[self.query_one(OptionList).highlighted or 0]

    def _step(self, by: int) -> None:
        row = self._marked_row
        if row.values:
            self._set(row, stepped(self._holder.settings, row, by))
        else:
            self.action_change()

    def _ask(self, row: SettingRow) -> None:
        now = value_of(self._holder.settings, row)
        shown = f"{now:g}" if isinstance(now, float) else str(now)

        def take(typed: str | None) -> None:
            if typed is None:
                return
            try:
                self._set(row, typed_value(row, typed))
            except ValueError as refused:
                self._holder.say(f"{row.title} stays as it is: {refused}.", warn=True)

        self.app.push_screen(AskLineScreen(row.title, shown), take)

    def _set(self, row: SettingRow, value: Value) -> None:
        if value == value_of(self._holder.settings, row):
            return
        problem = change_setting(self._holder, row.name, value)
        if problem is not None:
            self._holder.tell(problem)

    def _theme_chosen(self, _: None) -> None:
        # That screen keeps the theme itself, in the file too.
        chosen = self.app.theme
        if chosen != self._holder.settings.theme:
            hold(self._holder, replace(self._holder.settings, theme=chosen))

    def _row(self, row: SettingRow) -> Content:
        title = cut_line(row.title, _TITLE)
        gap = " " * (_TITLE - cell_len(title))
        value = shown_value(self._holder.settings, row)
        return Content.assemble(title, gap, safe_line(value, _VALUE, "$accent"))
