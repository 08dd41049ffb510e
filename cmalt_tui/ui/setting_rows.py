"""The settings as a person reads them: each in words, with its value, and what it may become."""

from collections.abc import Sequence
from dataclasses import fields
from typing import NamedTuple

from cmalt_tui.settings.settings import BOUNDS, SPELLINGS, Settings

Value = str | int | float | bool
THEME, KEYS = "theme", "keys"
_ON, _OFF = "● on", "○ off"


class SettingRow(NamedTuple):
    """One setting.

    Attributes:
        name: Its name in the settings file.
        title: What it is, in a few words.
        told: What it does, in a line.
        values: The values that keys go through; empty for a text and for what has its own list.
        unit: What a number counts; ``{}`` is where the number goes.
        zero: What is shown for nothing.
    """

    name: str
    title: str
    told: str
    values: Sequence[Value] = ()
    unit: str = "{}"
    zero: str = ""


_YES_NO = (False, True)
ROWS = (
    SettingRow(THEME, "Colours", "Shows all colour themes; your own are in the folder themes."),
    SettingRow(
        "text_width",
        "Width of the text",
        "The widest that a line becomes; 60 to 76 characters read best.",
        range(40, 201, 4),
        "{} characters",
    ),
    SettingRow(
        "cursor_blink",
        "Cursor blinks",
        "Blinking sends bytes all the time, which a slow connection feels.",
        _YES_NO,
    ),
    SettingRow(
        "autosave_seconds",
        "Save after",
        "So long after the last key typed text is saved; a draft is kept in any case.",
        (0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 30.0, 60.0),
        "{} s without a key",
    ),
    SettingRow("spelling", "Spelling", "Which spelling texts are checked by.", SPELLINGS),
    SettingRow(
        "grammar", "Grammar", "Checks grammar too, where the extra grammar is installed.", _YES_NO
    ),
    SettingRow(
        "typewriter",
        "Typewriter",
        "In focus mode, keeps the line of the cursor in the middle.",
        _YES_NO,
    ),
    SettingRow(
        "principles_in_focus",
        "Principles in focus",
        "In focus mode, leaves the principles on the screen.",
        _YES_NO,
    ),
    SettingRow(
        "word_goal",
        "Word goal",
        "Words to write in a session; focus mode shows how far you are.",
        range(0, 20_001, 50),
        "{} words",
        "none",
    ),
    SettingRow(
        "modal_keys",
        "Modal keys",
        "Letters are commands in the text until i is pressed, as in vi.",
        _YES_NO,
    ),
    SettingRow("author", "Author", "The name that a new portfolio starts with.", zero="none"),
    SettingRow(KEYS, "Keys", "Other keys for commands; they are set in the settings file."),
)


def value_of(settings: Settings, row: SettingRow) -> Value:
    """The value of a setting that is no table."""
    value: Value = getattr(settings, row.name)
    return value


def shown_value(settings: Settings, row: SettingRow) -> str:
    """The value of a setting as a person reads it."""
    if row.name == KEYS:
        count = len(settings.keys)
        return f"{count} of your own" if count else "as they come"
    value = value_of(settings, row)
    if isinstance(value, bool):
        return _ON if value else _OFF
    if not value:
        return row.zero or row.unit.format(value)
    return row.unit.format(f"{value:g}" if isinstance(value, float) else value)


def stepped(settings: Settings, row: SettingRow, by: int) -> Value:
    """The value before or after the one of now; a choice goes round, a number stops at its ends."""
    now = value_of(settings, row)
    values = list(row.values)
    if not isinstance(now, int | float) or isinstance(now, bool):
        return values[(values.index(now) + by) % len(values)]
    numbers = [value for value in values if isinstance(value, int | float)]
    beyond = [value for value in numbers if (value > now if by > 0 else value < now)]
    if not beyond:
        return now
    return min(beyond) if by > 0 else max(beyond)


def typed_value(row: SettingRow, typed: str) -> Value:
    """Read what was typed for a number or a text.

    Raises:
        ValueError: It is no number, or lies outside the bounds; says which are allowed.
    """
    if row.name not in BOUNDS:
        return typed
    least, most = BOUNDS[row.name]
    whole = next(field for field in fields(Settings) if field.name == row.name).type is int
    try:
        number = int(typed) if whole else float(typed.replace(",", "."))
    except ValueError:
        raise ValueError(f"“{typed}” is no number") from None
    if not least <= number <= most:
        raise ValueError(f"a number from {least:g} to {most:g} is allowed here")
    return number
