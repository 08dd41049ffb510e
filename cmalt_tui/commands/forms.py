"""The commands of what is filled in or chosen once: a portfolio, an import, a folder, colours."""

from cmalt_tui.commands.command import Command, Scope

FORMS = (
    Command(
        "forms.carry_out",
        ("enter",),
        "carry out",
        "Do what the form says; what can't be done yet is said beside its field.",
        Scope.FORM,
        footer=True,
        palette=False,
    ),
    Command(
        "forms.browse",
        ("f2",),
        "look for a folder",
        "Look through the folders on disk instead of typing a path.",
        Scope.FORM,
        footer=True,
    ),
    Command(
        "forms.back",
        ("escape",),
        "back",
        "Stop what is going on, or go back; nothing is left behind.",
        Scope.FORM,
        footer=True,
        palette=False,
    ),
)

FOLDERS = (
    Command(
        "folders.take",
        ("enter",),
        "take",
        "Go into the marked folder; with none marked, take the path as it is typed.",
        Scope.FOLDERS,
        footer=True,
        palette=False,
    ),
    Command(
        "folders.complete",
        ("tab",),
        "complete",
        "Complete the path as far as it is clear.",
        Scope.FOLDERS,
        footer=True,
        palette=False,
    ),
    Command(
        "folders.previous",
        ("up",),
        "previous",
        "Mark the folder above.",
        Scope.FOLDERS,
        palette=False,
    ),
    Command(
        "folders.next", ("down",), "next", "Mark the folder below.", Scope.FOLDERS, palette=False
    ),
    Command(
        "folders.above",
        ("f2", "alt+up"),
        "folder above",
        "Go to the folder that holds this one.",
        Scope.FOLDERS,
        footer=True,
        palette=False,
    ),
    Command(
        "folders.back",
        ("escape",),
        "back",
        "Go back without choosing.",
        Scope.FOLDERS,
        footer=True,
        palette=False,
    ),
)

COLOURS = (
    Command(
        "colours.keep",
        ("enter",),
        "keep these",
        "Keep the colours that show now, also for the next time.",
        Scope.COLOURS,
        footer=True,
        palette=False,
    ),
    Command(
        "colours.back",
        ("escape",),
        "back",
        "Go back to the colours from before.",
        Scope.COLOURS,
        footer=True,
        palette=False,
    ),
)
