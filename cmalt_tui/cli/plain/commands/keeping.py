"""``undo``, ``redo``, ``save`` and ``quit``."""

from cmalt_tui.cli.plain.session import Session
from cmalt_tui.model.text_address import addresses_of, find_address


def undo_command(session: Session, rest: str) -> None:
    """Take the last change back."""
    del rest
    _stepped(session, session.desk.undo(), "Taken back")


def redo_command(session: Session, rest: str) -> None:
    """Do again what was taken back."""
    del rest
    _stepped(session, session.desk.redo(), "Done again")


def save_command(session: Session, rest: str) -> None:
    """Save now."""
    del rest
    session.save()
    if not session.desk.unsaved:
        session.speak("Everything is saved.")


def quit_command(session: Session, rest: str) -> None:
    """Leave; the talk saves on its way out."""
    del rest
    session.is_over = True


def _stepped(session: Session, what: str, word: str) -> None:
    if not what:
        session.speak("There is no step to take.")
        return
    if session.address not in addresses_of(session.entry):
        session.address = find_address(session.entry, session.address.part)
    session.save()
    session.speak(f"{word}: {what}.")
