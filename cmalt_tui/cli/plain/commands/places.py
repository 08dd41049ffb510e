"""Where one is and how to get elsewhere: ``sections``, ``where``, ``go``, ``next``, ``back``."""

from cmalt_tui.cli.plain.session import Session
from cmalt_tui.model.numbered_paragraphs import paragraphs
from cmalt_tui.model.outline import Entry, entries
from cmalt_tui.model.text_address import TextAddress, addresses_of, text_at, title_of
from cmalt_tui.plain_text import amount, count_words
from cmalt_tui.problems import InputProblem


def sections_command(session: Session, rest: str) -> None:
    """List all sections with status and words."""
    del rest
    for entry in _entries(session):
        words = sum(entry.written.words.values())
        facts = [f"{words} words"] if not entry.is_declaration else []
        facts += [f"evidence {len(entry.written.evidence)}"] if entry.written.evidence else []
        facts += ["parked"] if entry.parked else []
        facts += ["can't be read"] if entry.broken else []
        told = ", ".join((entry.written.status.value, *facts))
        session.speak(f"{entry.id}: {entry.title}: {told}")


def where_command(session: Session, rest: str) -> None:
    """Say which text this is, and how far it is."""
    del rest
    entry, address = session.entry, session.address
    part = title_of(entry, address, session.desk.framework)
    facts = [f"status {entry.written.status.value}"]
    if address.is_text:
        text = text_at(session.desk.portfolio, address)
        facts += [amount(count_words(text), "word"), amount(len(paragraphs(text)), "paragraph")]
    others = (title_of(entry, other, session.desk.framework) for other in addresses_of(entry))
    session.speak(f"{entry.id}, {entry.title}. {part}, {', '.join(facts)}.")
    session.speak(f"Its parts: {', '.join(others)}.")


def go_command(session: Session, rest: str) -> None:
    """Go to a text."""
    if not rest:
        raise InputProblem("it is not said where", "Name a section or a part: go 1a, go note.")
    step_to(session, session.named(rest))


def next_command(session: Session, rest: str) -> None:
    """Go to the next text."""
    del rest
    _step(session, 1)


def back_command(session: Session, rest: str) -> None:
    """Go to the text before."""
    del rest
    _step(session, -1)


def step_to(session: Session, address: TextAddress) -> None:
    """Go to another text and say where one is."""
    session.address = address
    where_command(session, "")


def _step(session: Session, by: int) -> None:
    everything = [address for entry in _entries(session) for address in addresses_of(entry)]
    place = everything.index(session.address) + by if session.address in everything else 0
    if not 0 <= place < len(everything):
        raise InputProblem("there is no text beyond this one")
    step_to(session, everything[place])


def _entries(session: Session) -> tuple[Entry, ...]:
    return entries(session.desk.framework, session.desk.portfolio)
