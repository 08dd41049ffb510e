"""A theme as plain data: the roles that colours play, and the contrasts that it has to keep."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from cmalt_tui.settings.contrast import contrast_ratio

ROLES = (
    "background",
    "surface",
    "panel",
    "rule",
    "text",
    "muted",
    "primary",
    "secondary",
    "accent",
    "success",
    "warning",
    "error",
    "selection",
    "cursor_line",
)
TERMINAL_COLOURS = (
    "ansi_default",
    *(f"ansi_{name}" for name in ("black", "red", "green", "yellow", "blue", "magenta", "cyan")),
    "ansi_white",
    *(f"ansi_bright_{name}" for name in ("black", "red", "green", "yellow", "blue", "magenta")),
    "ansi_bright_cyan",
    "ansi_bright_white",
)
READABLE = 4.5
HIGH_CONTRAST = 7.0
_GROUNDS = ("background", "surface", "panel", "cursor_line", "selection")
_WRITTEN = ("text", "muted", "primary", "secondary", "accent", "success", "warning", "error")


class ThemeData(NamedTuple):
    """One theme.

    Attributes:
        name: What settings call it.
        title: What a person reads.
        roles: Each of `ROLES` to a colour: ``#rrggbb``, or one of `TERMINAL_COLOURS` in a theme
            of the terminal's own colours.
        terminal: Whether the colours are the terminal's own sixteen.
        author, credit: Who made it, and after what.
    """

    name: str
    title: str
    roles: Mapping[str, str]
    dark: bool = True
    high_contrast: bool = False
    terminal: bool = False
    author: str = ""
    credit: str = ""


def poor_contrasts(theme: ThemeData) -> Iterator[tuple[str, str, float, float]]:
    """List the pairs of roles that can't be told apart well enough.

    Everything that is written in a colour has to be read on each of the grounds that it may
    stand on, selected rows among them. The terminal's own colours can't be known.

    Yields:
        Role, ground, the contrast that they have and the one that they need.
    """
    if theme.terminal:
        return
    needed = HIGH_CONTRAST if theme.high_contrast else READABLE
    pairs = [(role, ground) for role in _WRITTEN for ground in _GROUNDS]
    for role, ground in pairs:
        has = contrast_ratio(theme.roles[role], theme.roles[ground])
        if has < needed:
            yield role, ground, has, needed
