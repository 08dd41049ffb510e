"""The evidence of a section: ``evidence``, ``use``, ``shows``, ``cite``."""

from cmalt_tui.cli.plain.numbers import one_chosen
from cmalt_tui.cli.plain.session import Session
from cmalt_tui.export.evidence_reference import reference_to
from cmalt_tui.model.editing import with_text
from cmalt_tui.model.evidence_uses import with_shows, with_use
from cmalt_tui.model.numbered_paragraphs import paragraphs, replaced
from cmalt_tui.model.text_address import NOTE
from cmalt_tui.plain_text import clean_line
from cmalt_tui.problems import InputProblem, did_you_mean


def evidence_command(session: Session, rest: str) -> None:
    """List the evidence of this section, then the rest of the bank."""
    del rest
    portfolio, section = session.desk.portfolio, session.entry.written
    for use in section.evidence:
        item = portfolio.evidence.get(use.item)
        session.speak(f"{use.item}: {item.title if item else 'not in the bank'}")
        session.speak(f"  it shows: {use.shows or 'not said yet'}")
    used = {use.item for use in section.evidence}
    others = [item for item in portfolio.evidence.values() if item.id not in used]
    session.speak(f"{len(used)} used here, {len(others)} more in the bank:")
    session.speak(*(f"{item.id}: {item.title}" for item in others))


def use_command(session: Session, rest: str) -> None:
    """Use an item of evidence in this section."""
    item = _item(session, rest)
    session.change(with_use(session.desk.portfolio, session.entry.id, item), f"use of {item}")
    session.speak(f"{item} is used here. Say what it shows: shows {item} WORDS.")


def shows_command(session: Session, rest: str) -> None:
    """Say what an item shows in this section."""
    named, _, words = rest.partition(" ")
    item = _item(session, named)
    if item not in {use.item for use in session.entry.written.evidence}:
        raise InputProblem(f"{item} is not used here", f"First: use {item}.")
    portfolio = with_shows(session.desk.portfolio, session.entry.id, item, clean_line(words))
    session.change(portfolio, f"what {item} shows")
    session.speak(f"{item} shows: {clean_line(words) or 'not said yet'}")


def cite_command(session: Session, rest: str) -> None:
    """Refer to an item at the end of a paragraph, the last one if none is named."""
    named, _, number_named = rest.partition(" ")
    item = _item(session, named)
    text, address = session.text, session.address
    there = paragraphs(text)
    if not there:
        raise InputProblem("there is no paragraph here yet", "Write one first: write.")
    number = one_chosen(number_named or str(len(there)), len(there))
    cited = replaced(text, number, f"{there[number - 1]} {reference_to(item)}")
    portfolio = with_text(session.desk.portfolio, address, cited)
    if address.part != NOTE:
        # A note is private: what it refers to is no evidence of the section yet.
        portfolio = with_use(portfolio, address.section, item)
    session.change(portfolio, f"reference to {item}")
    session.speak(f"Paragraph {number} refers to {item} now. undo takes it out.")


def _item(session: Session, named: str) -> str:
    bank = session.desk.portfolio.evidence
    if session.entry.is_statement or session.entry.is_declaration:
        raise InputProblem("this section takes no evidence")
    if named not in bank:
        way_out = did_you_mean(named, bank, "evidence lists what is in the bank.")
        raise InputProblem(f'there is no evidence "{named}"', way_out)
    return named
