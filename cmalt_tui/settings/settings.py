"""The settings: what a person may choose, and what holds where they chose nothing."""

from collections.abc import Mapping
from dataclasses import dataclass, field

DEFAULT_THEME = "cmalt-dark"
SPELLINGS = ("british", "american", "off")
BOUNDS: Mapping[str, tuple[float, float]] = {
    "autosave_seconds": (0.2, 60.0),
    "text_width": (40, 200),
    "word_goal": (0, 20_000),
    "evidence_months": (1, 600),
    "stale_months": (1, 600),
}
"""The least and the greatest value of the settings that are numbers."""


@dataclass(frozen=True)
class Settings:
    """All settings, each with its default. ``settings.toml`` uses the same names."""

    theme: str = DEFAULT_THEME
    """The name of a theme; ``cmalt-tui themes`` lists them."""

    keys: Mapping[str, str] = field(default_factory=dict)
    """The id of a command to the keys that replace its own, with commas between them."""

    autosave_seconds: float = 1.0
    """Seconds without a key after which typed text is saved."""

    cursor_blink: bool = False
    """Whether the cursor blinks; blinking costs traffic on a slow connection."""

    text_width: int = 72
    """The widest that a line of text becomes, in characters."""

    corpus: str = ""
    """The folder of the example corpus; empty for the program's own data folder."""

    author: str = ""
    """The author's name that a new portfolio starts with."""

    spelling: str = "british"
    """The spelling that texts are checked by: ``british``, ``american`` or ``off``."""

    grammar: bool = False
    """Whether grammar is checked as well, where the extra ``grammar`` is installed."""

    modal_keys: bool = False
    """Whether letters are commands in the text until ``i`` is pressed, as in vi."""

    typewriter: bool = True
    """Whether the line of the cursor stays in the middle in focus mode."""

    principles_in_focus: bool = False
    """Whether the principles stay on the screen in focus mode."""

    word_goal: int = 0
    """Words to write in a session; 0 for no goal."""

    rules_off: tuple[str, ...] = ()
    """The ids of review rules that are not run; ``cmalt-tui check --explain ID`` tells of one."""

    evidence_months: int = 36
    """Months from which on evidence is asked about as old, counted to the day of submission."""

    stale_months: int = 18
    """Months after a date from which on a sentence about the present is asked about."""
