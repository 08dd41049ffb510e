"""The commands of the welcome screen, where no text is typed and letters are free."""

from cmalt_tui.commands.command import Command, Scope

_RECENT = tuple(
    Command(
        f"welcome.recent_{number}",
        (str(number),),
        f"recent portfolio {number}",
        f"Open the portfolio that stands as number {number} in the list of recent ones.",
        Scope.WELCOME,
    )
    for number in range(1, 6)
)

WELCOME = (
    Command(
        "welcome.demo",
        ("d",),
        "look around",
        "Open a fresh copy of the sample portfolio with its examples.",
        Scope.WELCOME,
    ),
    Command(
        "welcome.new_portfolio",
        ("n",),
        "new portfolio",
        "Start an empty portfolio: a folder, a pathway, a title.",
        Scope.WELCOME,
    ),
    Command(
        "welcome.import_source",
        ("i",),
        "bring in",
        "Bring in what you have: Word, web pages or Markdown.",
        Scope.WELCOME,
    ),
    Command(
        "welcome.open_folder",
        ("o",),
        "open a folder",
        "Open a portfolio that lies in a folder.",
        Scope.WELCOME,
    ),
    *_RECENT,
)
