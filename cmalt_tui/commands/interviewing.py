"""The commands of an interview, where prose is typed and letters are not free."""

from cmalt_tui.commands.command import Command, Scope

INTERVIEW = (
    Command(
        "interview.next",
        ("alt+right", "ctrl+pagedown", "f8"),
        "next",
        "Go to the next question; one that you leave blank is skipped and can wait.",
        Scope.INTERVIEW,
        footer=True,
    ),
    Command(
        "interview.previous",
        ("alt+left", "ctrl+pageup", "f7"),
        "back",
        "Go back to the question before this one.",
        Scope.INTERVIEW,
        footer=True,
    ),
    Command(
        "interview.leave",
        ("escape",),
        "to the text",
        "Leave the questions; everything typed is in the text already.",
        Scope.INTERVIEW,
        footer=True,
    ),
)
