"""What leaves the portfolio: ``check`` and ``export``."""

from cmalt_tui.cli.plain.session import Session
from cmalt_tui.problems import InputProblem
from cmalt_tui.workbench.examples import open_examples
from cmalt_tui.workbench.exporting import Audience, Format, export_desk
from cmalt_tui.workbench.review import findings_of
from cmalt_tui.workbench.status_report import missing


def check_command(session: Session, rest: str) -> None:
    """Say what is missing, and where words of examples stand without their source."""
    del rest
    desk = session.desk
    for gap in missing(desk.framework, desk.portfolio, desk.folder):
        session.speak(f"{gap.section}: {gap.message}")
    examples = open_examples(session.places)
    for finding in findings_of(desk.portfolio, desk.framework, examples):
        place = " ".join((finding.section, finding.part)).strip()
        session.speak(f"{finding.level.value}, {place}: {finding.message} {finding.question}")
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
