"""The commands of the list that says what a doubtful word could be."""

from cmalt_tui.commands.command import Command, Scope

SPELLING = (
    Command(
        "spelling.take",
        ("enter",),
        "take",
        "Put the marked word in the place of the doubtful one, and go to the next.",
        Scope.SPELLING,
        palette=False,
    ),
    Command(
        "spelling.everywhere",
        ("a",),
        "all in this text",
        "Change all of the same word in this text, or only this one.",
        Scope.SPELLING,
        palette=False,
    ),
    Command(
        "spelling.add_to_portfolio",
        ("p",),
        "right in this portfolio",
        "Add the word to words.txt in the portfolio's folder.",
        Scope.SPELLING,
        palette=False,
    ),
    Command(
        "spelling.add_to_own",
        ("m",),
        "right in all of mine",
        "Add the word to your own words, which hold for every portfolio.",
        Scope.SPELLING,
        palette=False,
    ),
    Command(
        "spelling.skip",
        ("s",),
        "leave it",
        "Leave the word as it is, until the program ends.",
        Scope.SPELLING,
        palette=False,
    ),
    Command(
        "spelling.back",
        ("escape",),
        "done",
        "Go back to the text.",
        Scope.SPELLING,
        palette=False,
    ),
)
