"""Hearing what is there: ``read``, ``guidance``, ``questions``."""

from collections.abc import Iterator

from cmalt_tui.cli.plain.numbers import chosen
from cmalt_tui.cli.plain.session import Session
from cmalt_tui.model.numbered_paragraphs import paragraphs
from cmalt_tui.model.portfolio import DECLARATION, EVIDENCE


def read_command(session: Session, rest: str) -> None:
    """Read the text by numbered paragraphs, or some of them."""
    if session.address.part == EVIDENCE:
        from cmalt_tui.cli.plain.commands.evidence import evidence_command

        evidence_command(session, "")
        return
    if session.address.part == DECLARATION:
        from cmalt_tui.cli.plain.commands.shaping import field_command

        field_command(session, "")
        return
    parts = paragraphs(session.text)
    if not parts:
        session.speak("There is no text yet. Type write to begin, or questions for a start.")
        return
    for number in chosen(rest, len(parts)):
        session.speak(f"{number}. {parts[number - 1]}")


def guidance_command(session: Session, rest: str) -> None:
    """Say what this section asks for."""
    del rest
    asked = session.entry.asked
    lines = [asked.guidance.strip()] if asked.guidance.strip() else []
    for title, items in (
        ("It must have", asked.must),
        ("It could have", asked.suggest),
        ("Evidence that others use", asked.evidence_ideas),
        ("Fits here", asked.accepts),
    ):
        lines += [f"{title}: {item}" for item in items]
    session.speak(*(lines or ["There is no guidance for this."]))


def questions_command(session: Session, rest: str) -> None:
    """Say the questions of this section and part."""
    del rest
    told = list(_questions(session))
    session.speak(*(told or ["There are no questions for this."]))


def _questions(session: Session) -> Iterator[str]:
    asked = session.entry.asked
    if asked.parts:
        part = session.desk.framework.part(session.address.part)
        if part.ask:
            yield part.ask
        yield from part.prompts
    yield from asked.prompts
