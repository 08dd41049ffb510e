"""``help``: the commands of the line mode."""

from cmalt_tui.cli.plain.session import Session
from cmalt_tui.cli.plain.table import COMMANDS, command_of


def help_command(session: Session, rest: str) -> None:
    """List the commands, or tell more of one."""
    wanted = [command_of(rest.lower())] if rest else list(COMMANDS)
    for command in wanted:
        session.speak(f"{command.name} {command.follows}".rstrip() + f": {command.told}")
    if not rest:
        session.speak("The beginning of a command is enough. NUMBER is that of a paragraph.")
