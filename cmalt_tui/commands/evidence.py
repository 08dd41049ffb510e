"""The commands of a section's evidence, where letters are free because nothing is typed."""

from cmalt_tui.commands.command import Command, Scope

EVIDENCE = (
    Command(
        "evidence.say_what_it_shows",
        ("enter",),
        "say what it shows",
        "Say what the marked item shows in this section.",
        Scope.EVIDENCE,
    ),
    Command(
        "evidence.choose_evidence",
        ("c", "insert"),
        "choose evidence",
        "See which evidence and which log lines fit this section, with the reasons.",
        Scope.EVIDENCE,
        palette=False,
    ),
    Command(
        "evidence.open_evidence",
        ("o", "v"),
        "open",
        "Open the file or the link of the marked item with the system's program.",
        Scope.EVIDENCE,
    ),
    Command(
        "evidence.look_at_picture",
        ("i",),
        "picture",
        "Look at the picture of the marked item here.",
        Scope.EVIDENCE,
    ),
    Command(
        "evidence.take_out",
        ("delete",),
        "take out",
        "Use the marked item in this section no longer; undo brings it back.",
        Scope.EVIDENCE,
    ),
    Command(
        "evidence.copy_where",
        ("y",),
        "copy where it is",
        "Copy the path or the address of the marked item to the terminal's clipboard.",
        Scope.EVIDENCE,
    ),
    Command(
        "evidence.leave",
        ("escape",),
        "back",
        "Close what lies over the evidence; in focus, bring the rest of the screen back.",
        Scope.EVIDENCE,
        palette=False,
    ),
)
