"""``drafts``: text that a crash left unsaved, to take or to drop."""

from cmalt_tui.cli.plain.session import Session
from cmalt_tui.cli.plain.two_versions import told_changes
from cmalt_tui.model.dates import long_moment
from cmalt_tui.model.draft import Draft


def drafts_command(session: Session, rest: str) -> None:
    """Offer each draft to take or to drop."""
    del rest
    drafts = session.desk.drafts()
    for draft in drafts:
        _tell(session, draft)
        answer = (session.ask("take, drop or later? ") or "later").strip().lower()[:1]
        if answer == "t":
            session.speak(session.desk.take_draft(draft))
            session.save()
        elif answer == "d":
            session.desk.drop_draft(draft)
            session.speak("It is in the bin.")
    if not drafts:
        session.speak("Nothing was left unsaved.")


def _tell(session: Session, draft: Draft) -> None:
    session.speak(f"{draft.path}, written {long_moment(draft.written)} on {draft.host}.")
    for change in draft.changes:
        session.speak(
            *told_changes(change.name, ("the file", change.before), ("the draft", change.after))
        )
