"""The commands of the screens that bring words back: drafts, two versions of a file, the bin."""

from cmalt_tui.commands.command import Command, Scope

DRAFTS = (
    Command(
        "drafts.take",
        ("enter", "t"),
        "take",
        "Put the draft into the portfolio; undo in the outline takes that back.",
        Scope.DRAFTS,
        footer=True,
        palette=False,
    ),
    Command(
        "drafts.take_all",
        ("a",),
        "take all",
        "Put all drafts into the portfolio.",
        Scope.DRAFTS,
        footer=True,
        palette=False,
    ),
    Command(
        "drafts.drop",
        ("d",),
        "drop",
        "Move the draft into the bin.",
        Scope.DRAFTS,
        footer=True,
        palette=False,
    ),
    Command(
        "drafts.later",
        ("escape",),
        "later",
        "Leave the drafts where they are; they are shown again at the next start.",
        Scope.DRAFTS,
        footer=True,
        palette=False,
    ),
)

CONFLICT = (
    Command(
        "conflict.mine",
        ("m",),
        "mine",
        "Let what was written here stand in the marked text.",
        Scope.CONFLICT,
        footer=True,
        palette=False,
    ),
    Command(
        "conflict.theirs",
        ("t",),
        "theirs",
        "Let what is on the disk stand in the marked text.",
        Scope.CONFLICT,
        footer=True,
        palette=False,
    ),
    Command(
        "conflict.settle",
        ("enter",),
        "settle",
        "Save what was chosen; what was not chosen is kept, and the bin shows it.",
        Scope.CONFLICT,
        footer=True,
        palette=False,
    ),
    Command(
        "conflict.leave",
        ("escape",),
        "not now",
        "Leave both versions as they are; yours is kept as a draft.",
        Scope.CONFLICT,
        footer=True,
        palette=False,
    ),
)

BIN = (
    Command(
        "bin.bring_back",
        ("enter", "b"),
        "bring back",
        "Put it back into the portfolio; undo in the outline takes that back.",
        Scope.BIN,
        footer=True,
        palette=False,
    ),
    Command(
        "bin.throw_away",
        ("delete", "d"),
        "throw away",
        "Throw the marked thing away for good; asks first.",
        Scope.BIN,
        footer=True,
        palette=False,
    ),
    Command(
        "bin.empty",
        ("e",),
        "empty",
        "Throw away for good what has been here for more than 30 days; asks first.",
        Scope.BIN,
        footer=True,
        palette=False,
    ),
    Command(
        "bin.back",
        ("escape",),
        "back",
        "Go back to the text.",
        Scope.BIN,
        footer=True,
        palette=False,
    ),
)
