"""What leaves the portfolio: ``check`` and ``export``."""

from cmalt_tui.cli.plain.session import Session
from cmalt_tui.model.finding import Level
from cmalt_tui.plain_text import amount
from cmalt_tui.problems import InputProblem
from cmalt_tui.review.purpose import Purpose
from cmalt_tui.workbench.examples import open_examples
from cmalt_tui.workbench.exporting import Audience, Format, export_desk
from cmalt_tui.workbench.review import review_of
from cmalt_tui.workbench.review_choices import chosen_for_review

_WORDS = {Level.ERROR: "Error", Level.WARNING: "Warning", Level.HINT: "Hint"}


def check_command(session: Session, rest: str) -> None:
    """Say what a submission would be turned back for, and what else to look at before it."""
    del rest
    desk = session.desk
    found = review_of(
        desk.portfolio,
        desk.framework,
        open_examples(session.places),
        folder=desk.folder,
        purpose=Purpose.SUBMISSION,
        choices=chosen_for_review(session.places),
    )
    told = [finding for finding in found.open if finding.level is not Level.HINT]
    for finding in told:
        place = " ".join((finding.section, finding.part)).strip() or "the portfolio"
        session.speak(f"{_WORDS[finding.level]}, {place}: {finding.message} {finding.question}")
    hints = len(found.open) - len(told)
    if hints:
        session.speak(f"{amount(hints, 'hint')} more: review all tells them.")
    session.speak("That is all.")


def export_command(session: Session, rest: str) -> None:
    """Write documents for the assessors."""
    known = [wanted.value for wanted in Format]
    wanted = rest.lower().replace(",", " ").split()
    if not wanted or set(wanted) - set(known):
        raise InputProblem("it is not said as what", f"Name one or more of: {', '.join(known)}.")
    made = export_desk(session.desk, [Format(name) for name in wanted], None, Audience.ASSESSOR)
    for exported in made:
        session.speak(*(f"Note: {note.message}" for note in exported.notes))
        session.speak(f"Written: {exported.file}")
