"""What was removed or replaced: ``bin``, ``bring``."""

from cmalt_tui.cli.plain.numbers import one_chosen
from cmalt_tui.cli.plain.session import Session
from cmalt_tui.model.dates import long_moment
from cmalt_tui.workbench.bin import Binned, bring_back, list_bin, read_binned


def bin_command(session: Session, rest: str) -> None:
    """List what is in the bin, or read one of it."""
    listed = list_bin(session.desk.folder)
    if rest:
        binned = listed[one_chosen(rest, len(listed)) - 1]
        session.speak(_told(binned), read_binned(session.desk.folder, binned.place))
        return
    for number, binned in enumerate(listed, 1):
        session.speak(f"{number}. {_told(binned)} {binned.first_words}".rstrip())
    if listed:
        session.speak("bin NUMBER reads one, bring NUMBER brings it back.")
    else:
        session.speak("Nothing was removed or replaced so far.")


def bring_command(session: Session, rest: str) -> None:
    """Bring something back out of the bin, where it stays as well."""
    listed = list_bin(session.desk.folder)
    binned = listed[one_chosen(rest, len(listed)) - 1]
    told = bring_back(session.desk, binned.place)
    session.save()
    session.speak(f"{told} undo takes that back.")


def _told(binned: Binned) -> str:
    why = "replaced" if binned.is_replaced else "removed"
    return f"{binned.what}, {why} {long_moment(binned.when)}."
