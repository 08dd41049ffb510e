"""Finds words in the whole portfolio, and replaces them after a look at every change."""

from functools import partial

from cmalt_tui.model.portfolio import EVIDENCE
from cmalt_tui.model.text_address import TextAddress, addresses_of
from cmalt_tui.model.text_search import SHOWS, TITLE, Match, Spot
from cmalt_tui.plain_text import amount
from cmalt_tui.ui.editor.one_step import go_to
from cmalt_tui.ui.editor.prose_editor import ProseEditor
from cmalt_tui.ui.keys import undo_in_outline
from cmalt_tui.ui.screens.find_everywhere import FindEverywhereScreen, Outcome
from cmalt_tui.ui.screens.write_edits import EditingScreen
from cmalt_tui.ui.tasks.finding import first_query
from cmalt_tui.ui.text_names import text_names

_LONGEST_QUOTE = 40
_FIELDS = {
    "title": "its title",
    "role": "your part in it",
    "caption": "its caption",
    "alt": "what the picture shows",
    "access": "how to open it",
    "physical": "where it is",
}


def find_everywhere(screen: EditingScreen) -> None:
    """Open the list of all places."""
    screen.query_one(ProseEditor).tell_typed()
    names = text_names(screen.desk.framework, screen.desk.portfolio)
    asked = FindEverywhereScreen(screen.desk, first_query(screen), partial(_name_of, screen, names))
    screen.app.push_screen(asked, partial(_take, screen))


def _take(screen: EditingScreen, outcome: Outcome | None) -> None:
    if outcome is None:
        return
    screen.last_search = outcome.query
    if outcome.match is not None:
        _go_to(screen, outcome.match)
    elif outcome.changed is not None:
        words = outcome.query.words
        quoted = words if len(words) <= _LONGEST_QUOTE else f"{words[:_LONGEST_QUOTE]}…"
        places = amount(outcome.places, "place")
        screen.change(outcome.changed, f"replaced “{quoted}” in {places}")
        undo = undo_in_outline(screen.app)
        screen.main.say(f"Replaced “{quoted}” in {places}. {undo} takes all back.")


def _go_to(screen: EditingScreen, match: Match) -> None:
    """Show the text of a place, with the cursor there."""
    address = match.spot.address
    if not address.section:
        used = screen.desk.portfolio.uses_of(address.item)
        if not used:
            screen.main.say("No section uses this evidence, so that it is shown nowhere.")
            return
        address = TextAddress(used[0], EVIDENCE)
    elif match.spot.field.startswith(SHOWS):
        address = TextAddress(address.section, EVIDENCE)
    elif not address.part:
        address = next(
            addresses_of(entry)[0] for entry in screen.entries if entry.id == address.section
        )
    screen.open_address(address)
    screen.focus_text()
    if not match.spot.field:
        screen.call_after_refresh(go_to, screen.query_one(ProseEditor), match.start)


def _name_of(screen: EditingScreen, names: dict[TextAddress, str], spot: Spot) -> str:
    """Name a text as the list shows it."""
    address, evidence = spot.address, screen.desk.portfolio.evidence
    item = evidence[address.item].title or address.item if address.item in evidence else ""
    if not address.section:
        return f"Evidence “{item}”: {_FIELDS[spot.field]}"
    entry = next(entry for entry in screen.entries if entry.id == address.section)
    parked = " (parked)" if entry.parked else ""
    section = entry.name
    if spot.field.startswith(SHOWS):
        return f"{section} Evidence: what “{item or address.item}” shows{parked}"
    if not address.part:
        return f"{section}: its title{parked}"
    title = ", its title" if spot.field == TITLE else ""
    return f"{names.get(address, section)}{title}{parked}"
