"""The command table: every command of the screen, declared once."""

from cmalt_tui.commands.command import Command, Scope
from cmalt_tui.commands.table import COMMANDS, commands_in

__all__ = ["COMMANDS", "Command", "Scope", "commands_in"]
