"""Ideas without a place yet, and what to do next: ``idea``, ``inbox``, ``place``, ``step``."""

from datetime import date

from cmalt_tui.cli.plain.numbers import one_chosen
from cmalt_tui.cli.plain.session import Session
from cmalt_tui.workbench.capture import with_idea, with_item_placed
from cmalt_tui.workbench.stepping import steps_of

_MOST_STEPS = 5


def idea_command(session: Session, rest: str) -> None:
    """Note an idea; it waits in the inbox."""
    portfolio, item = with_idea(session.desk.portfolio, rest, date.today())
    session.change(portfolio, f"idea {item.heading}")
    session.speak("It is in the inbox. inbox lists all, place NUMBER moves one here.")


def inbox_command(session: Session, rest: str) -> None:
    """List what waits for a place, or read one of it."""
    items = session.desk.portfolio.inbox
    if rest:
        session.speak(items[one_chosen(rest, len(items)) - 1].text)
        return
    for number, item in enumerate(items, 1):
        session.speak(f"{number}. {item.heading}" + (f" ({item.reason})" if item.reason else ""))
    if not items:
        session.speak("The inbox is empty.")


def place_command(session: Session, rest: str) -> None:
    """Move something from the inbox to the end of this text."""
    session.text  # noqa: B018 - refuses a place that holds no running text
    items = session.desk.portfolio.inbox
    item = items[one_chosen(rest, len(items)) - 1]
    portfolio = with_item_placed(session.desk.portfolio, item.id, session.address, date.today())
    session.change(portfolio, f"placed {item.heading}")
    session.speak("It stands at the end of this text. undo takes it back.")


def step_command(session: Session, rest: str) -> None:
    """Say the smallest useful things to do next."""
    del rest
    steps = steps_of(session.desk, session.places, date.today())
    for step in steps[:_MOST_STEPS]:
        session.speak(f"{step.said} Why: {step.why}")
    if not steps:
        session.speak("Nothing is missing.")
