"""How far all is, and how long it shall be: ``summary``, ``aim``."""

from datetime import date

from cmalt_tui.cli.plain.session import Session
from cmalt_tui.model.editing import with_aim
from cmalt_tui.plain_text import amount
from cmalt_tui.problems import InputProblem
from cmalt_tui.workbench.examples import open_examples
from cmalt_tui.workbench.progress_picture import progress_in_words
from cmalt_tui.workbench.review import review_of
from cmalt_tui.workbench.review_choices import chosen_for_review
from cmalt_tui.workbench.standing_review import standing_by_review
from cmalt_tui.workbench.standing_words import standing_in_words


def summary_command(session: Session, rest: str) -> None:
    """Say how far every section is and why, what is before submission, and how it grew."""
    del rest
    desk, places, today = session.desk, session.places, date.today()
    examples, choices = open_examples(places), chosen_for_review(places)
    found = review_of(
        desk.portfolio, desk.framework, examples, folder=desk.folder, choices=choices
    ).open
    seen = standing_by_review(desk, places, desk.portfolio, today, found)
    session.speak(*(line for line in standing_in_words(seen.standing) if line))
    session.speak(*progress_in_words(seen.days, today))


def aim_command(session: Session, rest: str) -> None:
    """Say how many words this section shall have; 0 is no aim."""
    entry = session.entry
    if entry.is_declaration:
        raise InputProblem("this section has no words to count", "Go to another: go 1a.")
    if rest:
        try:
            changed = with_aim(session.desk.portfolio, entry.id, rest)
        except ValueError:
            raise InputProblem(f'"{rest}" is no number of words', "Write it as: aim 500") from None
        session.change(changed, f"aim of {entry.name}")
    aim = session.entry.written.aim
    words = amount(sum(session.entry.written.words.values()), "word")
    session.speak(f"{entry.name}: {words}, {f'your aim {aim:,}' if aim else 'no aim'}.")
