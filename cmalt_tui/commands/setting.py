"""The commands of the settings screen."""

from cmalt_tui.commands.command import Command, Scope

SETTING = (
    Command(
        "settings.change",
        ("enter", "space"),
        "change",
        "Turn the marked setting on or off, or choose or type its value; it holds at once.",
        Scope.SETTINGS,
        footer=True,
        palette=False,
    ),
    Command(
        "settings.less",
        ("left", "minus"),
        "less",
        "Take the value before, or a smaller one.",
        Scope.SETTINGS,
        palette=False,
    ),
    Command(
        "settings.more",
        ("right", "plus"),
        "more",
        "Take the next value, or a greater one.",
        Scope.SETTINGS,
        palette=False,
    ),
    Command(
        "settings.back",
        ("escape",),
        "back",
        "Go back; everything holds already.",
        Scope.SETTINGS,
        footer=True,
        palette=False,
    ),
)
