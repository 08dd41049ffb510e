"""Runs the line mode: reads a line, does what it says, and saves after every change."""

from collections.abc import Callable
from importlib import import_module

from cmalt_tui.cli.plain.leaving import Left, leaving_on_hangup
from cmalt_tui.cli.plain.session import Session
from cmalt_tui.cli.plain.table import command_of
from cmalt_tui.problems import InputProblem
from cmalt_tui.progress import Cancelled

_GREETING = "Type help for the commands, quit to leave. Everything is saved as you go."


def converse(session: Session) -> None:
    """Talk with a person until they leave; what can't be done is told, and the talk goes on."""
    session.speak(f"{session.desk.portfolio.title}. {_GREETING}")
    if session.desk.read_only:
        session.speak(f"You can read everything and write nothing: {session.desk.locked_by}")
    elif session.desk.drafts():
        session.speak("Some text was left unsaved. Type drafts to take it or to drop it.")
    _carry_out(session, "where")
    try:
        with leaving_on_hangup():
            while not session.is_over:
                line = session.ask(f"{session.place_name}> ")
                if line is None:
                    session.is_over = True
                elif line.strip():
                    _carry_out(session, line)
    except Left:
        pass
    finally:
        session.save()


def _carry_out(session: Session, line: str) -> None:
    name, _, rest = line.strip().partition(" ")
    try:
        command = command_of(name.lower())
        if command.writes and session.desk.read_only:
            raise InputProblem("nothing can be changed: it is open elsewhere")
        module = import_module(f"cmalt_tui.cli.plain.commands.{command.module}")
        carry_out: Callable[[Session, str], None] = getattr(module, f"{command.name}_command")
        carry_out(session, rest.strip())
    except InputProblem as refused:
        session.speak(f"Not done: {refused.problem}")
    except (KeyboardInterrupt, Cancelled):
        session.speak("Stopped.")
