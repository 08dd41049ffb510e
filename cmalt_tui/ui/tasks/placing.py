"""Moves an item of the inbox to where it belongs, or takes it out."""

from datetime import date

from cmalt_tui.model.portfolio import InboxItem
from cmalt_tui.ui.keys import undo_in_outline
from cmalt_tui.ui.screens.choose import Choice, ChooseScreen
from cmalt_tui.ui.screens.write_edits import EditingScreen
from cmalt_tui.ui.text_names import text_names
from cmalt_tui.workbench.capture import with_item_placed, without_item


def place_item(screen: EditingScreen) -> None:
    """Ask for a text, and put the item of the inbox at its end."""
    item = _item(screen)
    if item is None:
        return
    places = list(text_names(screen.desk.framework, screen.desk.portfolio).items())

    def take(answer: str | None) -> None:
        if answer is None:
            return
        address, name = places[int(answer)]
        changed = with_item_placed(screen.desk.portfolio, item.id, address, date.today())
        screen.reading = ""
        screen.change(changed, f"“{item.heading}” moved to {name}")
        screen.open_address(address)
        screen.focus_text()
        screen.main.say(
            f"It stands at the end of {name}. {undo_in_outline(screen.app)} takes it back."
        )

    choices = [Choice(str(number), name) for number, (_, name) in enumerate(places)]
    here = next((str(n) for n, (at, _) in enumerate(places) if at == screen.address), "")
    title = f"Where does “{item.heading}” belong?"
    screen.app.push_screen(ChooseScreen(title, choices, here), take)


def drop_item(screen: EditingScreen) -> None:
    """Take the item of the inbox out; undo brings it back."""
    item = _item(screen)
    if item is not None:
        screen.reading = ""
        screen.change(without_item(screen.desk.portfolio, item.id), f"dropped “{item.heading}”")
        screen.main.say(
            f"It is taken out of the inbox. {undo_in_outline(screen.app)} brings it back."
        )


def _item(screen: EditingScreen) -> InboxItem | None:
    kind, _, item_id = screen.reading.partition("/")
    found = [one for one in screen.desk.portfolio.inbox if kind == "inbox" and one.id == item_id]
    if not found:
        screen.main.say("Go to an item of the inbox first, at the end of the outline.", warn=True)
    return found[0] if found else None
