"""The commands of a picture that is looked at."""

from cmalt_tui.commands.command import Command, Scope

PICTURE = (
    Command(
        "picture.sharp",
        ("s",),
        "sharp",
        "Show the picture itself, in a terminal that can; enter comes back.",
        Scope.PICTURE,
        footer=True,
    ),
    Command(
        "picture.view",
        ("v", "o"),
        "view it",
        "Open the picture with the system's program.",
        Scope.PICTURE,
        footer=True,
    ),
    Command(
        "picture.back",
        ("escape", "q", "i"),
        "back",
        "Go back.",
        Scope.PICTURE,
        footer=True,
        palette=False,
    ),
)
