"""The commands that work on every screen."""

from cmalt_tui.commands.command import Command, Scope

ANYWHERE = (
    Command(
        "anywhere.help",
        ("f1", "alt+h"),
        "help",
        "Show every key of this screen and what it does.",
        Scope.ANYWHERE,
        footer=True,
    ),
    Command(
        "anywhere.palette",
        ("ctrl+p", "f9"),
        "commands",
        "Find a command or a section by typing a few letters of it.",
        Scope.ANYWHERE,
        footer=True,
        palette=False,
    ),
    Command(
        "anywhere.choose_theme",
        ("alt+t",),
        "colours",
        "Choose the colours; they show as you move through the list.",
        Scope.ANYWHERE,
    ),
    Command(
        "anywhere.capture",
        ("alt+c",),
        "note an idea",
        "Note an idea in one line; it waits in the inbox until you have a place for it.",
        Scope.ANYWHERE,
    ),
    Command(
        "anywhere.settings",
        ("alt+0",),
        "settings",
        "Change the settings; they hold at once.",
        Scope.ANYWHERE,
    ),
    Command(
        "anywhere.redraw",
        ("ctrl+l", "alt+l"),
        "draw again",
        "Draw the whole screen again, after something else wrote over it.",
        Scope.ANYWHERE,
    ),
    Command(
        "anywhere.quit",
        ("ctrl+q", "alt+q"),
        "save and leave",
        "Save everything and leave the program.",
        Scope.ANYWHERE,
    ),
)
