"""``move``: a paragraph to another text, or a reflection to another section."""

import re
from datetime import date

from cmalt_tui.cli.plain.commands.places import step_to
from cmalt_tui.cli.plain.numbers import one_chosen
from cmalt_tui.cli.plain.session import Session
from cmalt_tui.model.moving import move_reflection, move_text
from cmalt_tui.model.numbered_paragraphs import paragraphs, stretch_of
from cmalt_tui.model.portfolio import REFLECTION
from cmalt_tui.problems import InputProblem

_TO = re.compile(r"(?:(?P<number>\d+)\s+)?to\s+(?P<place>.+)")


def move_command(session: Session, rest: str) -> None:
    """Move a paragraph to the end of another text; without a number, the reflection at hand."""
    named = _TO.fullmatch(rest)
    if named is None:
        raise InputProblem(
            "it is not said what, and where to", "Write: move 3 to 2a/reflection, or move to 2a."
        )
    target = session.named(named["place"])
    if named["number"] is None:
        _move_reflection(session, target.section)
        return
    if not target.is_text or target == session.address:
        raise InputProblem("this is no other text", "Name one: move 3 to 2a/description.")
    number = one_chosen(named["number"], len(paragraphs(session.text)))
    stretch = stretch_of(session.text, number)
    portfolio = move_text(session.desk.portfolio, session.address, stretch, target, date.today())
    session.change(portfolio, f"moved a paragraph to {target.section}")
    session.speak(f"It stands at the end of {target.section} {target.part}. undo brings it back.")


def _move_reflection(session: Session, section_id: str) -> None:
    source = session.address
    pieces = {piece.id for piece in session.entry.written.reflections}
    if source.part != REFLECTION or source.item not in pieces or section_id == source.section:
        raise InputProblem(
            "go to a reflection first, and name another section", "For example: move to 2a."
        )
    # Refuses a section that takes none.
    session.named(f"{section_id}/{REFLECTION}")
    portfolio, address = move_reflection(session.desk.portfolio, source, section_id)
    session.change(portfolio, f"moved a reflection to {section_id}")
    step_to(session, address)
