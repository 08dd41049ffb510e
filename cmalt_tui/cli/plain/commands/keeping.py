"""``undo``, ``redo``, ``save`` and ``quit``."""

from collections.abc import Callable

from cmalt_tui.cli.plain.session import Session
from cmalt_tui.model.portfolio import REFLECTION
from cmalt_tui.model.text_address import TextAddress, addresses_of, find_address


def undo_command(session: Session, rest: str) -> None:
    """Take the last change back."""
    del rest
    _step(session, session.desk.undo, "Taken back")


def redo_command(session: Session, rest: str) -> None:
    """Do again what was taken back."""
    del rest
    _step(session, session.desk.redo, "Done again")


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


def _step(session: Session, step: Callable[[], str], word: str) -> None:
    """Take a step, and be where it brought something back: a reflection that is here again."""
    before = _reflections(session)
    what = step()
    if not what:
        session.speak("There is no step to take.")
        return
    again = [address for address in _reflections(session) if address not in before]
    if again:
        session.address = again[0]
    elif session.address not in addresses_of(session.entry):
        session.address = find_address(session.entry, session.address.part)
    session.save()
    session.speak(f"{word}: {what}.")


def _reflections(session: Session) -> list[TextAddress]:
    sections = session.desk.portfolio.sections.values()
    return [
        TextAddress(section.id, REFLECTION, piece.id)
        for section in sections
        for piece in section.reflections
    ]
