"""The commands of the screen that tells where one is."""

from cmalt_tui.commands.command import Command, Scope


def _command(
    name: str, keys: tuple[str, ...], title: str, told: str, *, footer: bool = False
) -> Command:
    return Command(f"standing.{name}", keys, title, told, Scope.STANDING, footer)


STANDING = (
    _command(
        "go_there",
        ("enter",),
        "go there",
        "Go to the marked section, or to what the marked reason is about.",
        footer=True,
    ),
    _command(
        "aim",
        ("a",),
        "word aim",
        "Say how many words you want the marked section to have.",
        footer=True,
    ),
    _command(
        "submit_by",
        ("p",),
        "planned day",
        "Say on which day you want to submit.",
        footer=True,
    ),
    _command(
        "next_step", ("n",), "next step", "Go to the smallest useful thing to do.", footer=True
    ),
    _command("undo_step", ("u", "ctrl+z"), "undo last step", "Take back the last step."),
    _command("back", ("escape",), "back", "Go back to the text.", footer=True),
)
