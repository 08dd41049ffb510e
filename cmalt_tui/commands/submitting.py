"""The commands of the submit screen."""

from cmalt_tui.commands.command import Command, Scope

SUBMIT = (
    Command(
        "submit.go_there",
        ("enter",),
        "go there",
        "Go to the text that this line is about.",
        Scope.SUBMIT,
        footer=True,
    ),
    Command(
        "submit.export",
        ("x", "f8"),
        "export",
        "Write the chosen documents.",
        Scope.SUBMIT,
        footer=True,
    ),
    Command(
        "submit.back",
        ("escape",),
        "back",
        "Stop a running export, or go back to where you were.",
        Scope.SUBMIT,
        footer=True,
    ),
)
