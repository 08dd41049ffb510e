"""The commands of an item of the inbox that is read, where letters are free."""

from cmalt_tui.commands.command import Command, Scope

INBOX = (
    Command(
        "inbox.place_item",
        ("enter", "m"),
        "put into a section",
        "Put this item of the inbox at the end of a text; undo brings it back.",
        Scope.INBOX,
    ),
    Command(
        "inbox.drop_item",
        ("delete",),
        "drop",
        "Take this item out of the inbox; undo brings it back.",
        Scope.INBOX,
    ),
)
