"""Changing more than a text: statuses, titles, reflections, principles, fields, options."""

from datetime import date

from cmalt_tui.cli.plain.commands.places import step_to
from cmalt_tui.cli.plain.session import Session
from cmalt_tui.model import editing
from cmalt_tui.model.framework import Kind
from cmalt_tui.model.outline import base_id
from cmalt_tui.model.portfolio import REFLECTION, Status
from cmalt_tui.model.text_address import TextAddress, find_address
from cmalt_tui.plain_text import clean_line
from cmalt_tui.problems import InputProblem, did_you_mean


def reflection_command(session: Session, rest: str) -> None:
    """Begin another reflection and go there."""
    entry = session.entry
    if entry.is_statement or entry.is_declaration:
        raise InputProblem("this section has no reflections")
    section = editing.add_reflection(entry.written, clean_line(rest), date.today())
    session.change(session.desk.portfolio.with_section(section), "new reflection")
    step_to(session, TextAddress(section.id, REFLECTION, section.reflections[-1].id))


def title_command(session: Session, rest: str) -> None:
    """Give the reflection or the option another title."""
    section, title = session.entry.written, clean_line(rest)
    if _on_reflection(session):
        changed = editing.rename_reflection(section, session.address.item, title)
        session.change(session.desk.portfolio.with_section(changed), "title of the reflection")
    elif session.entry.asked.kind is Kind.REPEAT:
        portfolio = editing.with_title(session.desk.portfolio, section.id, title)
        session.change(portfolio, f"title of {section.id}")
    else:
        raise InputProblem("only reflections and specialist options have titles of their own")
    session.speak(f"The title is now: {title or 'none'}.")


def remove_command(session: Session, rest: str) -> None:
    """Take this reflection out."""
    del rest
    if not _on_reflection(session):
        raise InputProblem("go to a reflection first", "For example: go reflection.")
    section = editing.remove_reflection(session.entry.written, session.address.item)
    session.change(session.desk.portfolio.with_section(section), "removed reflection")
    session.speak("The reflection is taken out. undo brings it back.")
    step_to(session, find_address(session.entry, REFLECTION))


def option_command(session: Session, rest: str) -> None:
    """Add another section of a kind that may come again, and go there."""
    del rest
    if session.entry.asked.kind is not Kind.REPEAT:
        raise InputProblem("this section comes only once", "Go to a specialist option first.")
    try:
        portfolio, fresh = editing.add_repeat(
            session.desk.portfolio, session.desk.framework, base_id(session.entry.id)
        )
    except KeyError:
        raise InputProblem("there are as many of these as the pathway allows") from None
    session.change(portfolio, f"added {fresh}")
    step_to(session, TextAddress(fresh, session.address.part))


def status_command(session: Session, rest: str) -> None:
    """Say how far this section is, or take note of it."""
    known = [status.value for status in Status]
    if not rest:
        session.speak(f"{session.entry.written.status.value}; there is: {', '.join(known)}.")
        return
    if rest.lower() not in known:
        raise InputProblem(
            f'there is no status "{rest}"', did_you_mean(rest, known, f"Use: {', '.join(known)}.")
        )
    portfolio = editing.with_status(session.desk.portfolio, session.entry.id, Status(rest.lower()))
    session.change(portfolio, f"status of {session.entry.id}")
    session.speak(f"{session.entry.id} is now: {rest.lower()}.")


def principle_command(session: Session, rest: str) -> None:
    """List the principles, or turn one on or off for this section."""
    section, principles = session.entry.written, session.desk.framework.principles
    codes = {principle.code.lower(): principle for principle in principles}
    if not rest:
        for principle in principles:
            here = "shown here" if principle.code in section.principles else "not marked here"
            session.speak(f"{principle.code}, {here}: {principle.title}")
        return
    if rest.lower() not in codes:
        raise InputProblem(f'there is no principle "{rest}"', f"There is: {', '.join(codes)}.")
    code = codes[rest.lower()].code
    changed = editing.toggle_principle(section, code)
    session.change(session.desk.portfolio.with_section(changed), f"principle {code}")
    on = code in changed.principles
    session.speak(f"{code} is {'marked' if on else 'no longer marked'} here.")


def field_command(session: Session, rest: str) -> None:
    """List the fields of a declaration, or fill one in."""
    entry = session.entry
    if not entry.is_declaration:
        raise InputProblem("there are no fields here", "Go to the confirmation: go confirmation.")
    names = entry.asked.fields
    if not rest:
        for name in names:
            session.speak(f"{name}: {entry.written.declaration.get(name) or 'not filled in'}")
        return
    name, _, value = rest.partition(" ")
    if name not in names:
        raise InputProblem(f'there is no field "{name}"', f"There is: {', '.join(names)}.")
    portfolio = editing.with_declaration(session.desk.portfolio, entry.id, name, clean_line(value))
    session.change(portfolio, f"field {name}")
    session.speak(f"{name} is now: {clean_line(value) or 'empty'}.")


def _on_reflection(session: Session) -> bool:
    pieces = [piece.id for piece in session.entry.written.reflections]
    return session.address.part == REFLECTION and session.address.item in pieces
