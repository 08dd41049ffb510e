"""The commands of the submit screen."""

from cmalt_tui.commands.command import Command, Scope


def _command(
    name: str, keys: tuple[str, ...], title: str, told: str, *, footer: bool = False
) -> Command:
    return Command(f"submit.{name}", keys, title, told, Scope.SUBMIT, footer)


SUBMIT = (
    _command(
        "go_there",
        ("enter",),
        "go there",
        "Go to the text that this line is about.",
        footer=True,
    ),
    _command("export", ("f8", "w"), "export", "Write the chosen documents.", footer=True),
    _command(
        "dismiss",
        ("x",),
        "dismiss",
        "Say why it doesn't hold here; it comes back when the text changes.",
        footer=True,
    ),
    _command(
        "report",
        ("r",),
        "report",
        "Write what is listed as HTML and Markdown beside the documents.",
        footer=True,
    ),
    _command("explain", ("e",), "why this matters", "Say why it matters; again, hide it."),
    _command("mend", ("m",), "mend", "Do what can be done about it by key."),
    _command("dismissed", ("d",), "what was dismissed", "Show what you dismissed, and why."),
    _command("raise_again", ("a",), "raise again", "Raise what you dismissed again."),
    _command(
        "ask_links",
        ("l",),
        "ask the links",
        "Ask the web whether the links answer; nothing is asked before.",
    ),
    _command("undo_step", ("u", "ctrl+z"), "undo last step", "Take back the last step."),
    _command(
        "back",
        ("escape",),
        "back",
        "Stop a running export, or go back to where you were.",
        footer=True,
    ),
)
