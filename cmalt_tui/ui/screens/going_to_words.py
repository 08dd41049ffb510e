"""Goes to the words that a finding or a question is about, in whichever text they stand."""

from cmalt_tui.model.text_address import TextAddress, addresses_of, find_address, text_at
from cmalt_tui.review.prose import prose_sentences
from cmalt_tui.ui.editor.one_step import go_to
from cmalt_tui.ui.editor.prose_editor import ProseEditor
from cmalt_tui.ui.editor.quote_mark import QuoteMark
from cmalt_tui.ui.review_desk import Goal
from cmalt_tui.ui.screens.write_lines import LinesScreen
from cmalt_tui.ui.screens.write_place import PlaceScreen


def go_to_words(screen: PlaceScreen, address: TextAddress, start: int, quote: str = "") -> None:
    """Open a text, put the cursor where words begin, and mark them.

    Args:
        screen: The writing screen.
        address: The text; without a part, the first one of its section.
        start: After how many characters the words begin; less than 0 where that isn't known.
        quote: The words.
    """
    entry = next((one for one in screen.entries if one.id == address.section), None)
    if entry is None:
        screen.main.say("This is about the whole portfolio; there is no one text to go to.")
        return
    if address not in addresses_of(entry):
        address = find_address(entry, address.part)
    screen.open_address(address)
    screen.focus_text()
    editor = screen.query_one(ProseEditor)
    stretch = stretch_of(text_at(screen.desk.portfolio, address), start, quote)
    if stretch is not None and editor.address == address:
        go_to(editor, stretch[0])
        QuoteMark(editor, *stretch)
        # The text may have been shown only now, with no size yet.
        screen.call_after_refresh(go_to, editor, stretch[0])


def go_to_goal(screen: LinesScreen, goal: Goal) -> None:
    """Go where a review leads; a question that is to be answered stays in sight there.

    Args:
        screen: The writing screen.
        goal: The place.
    """
    go_to_words(screen, goal.address, goal.start, goal.quote)
    if not goal.question:
        return
    screen.kept_question = (screen.address, goal.question)
    screen.show_around()
    screen.show_hint(screen.last_step)
    editor = screen.query_one(ProseEditor)
    if editor.address == screen.address:
        screen.call_after_refresh(go_to, editor, min(goal.start, len(editor.text)))


def stretch_of(text: str, start: int, quote: str) -> tuple[int, int] | None:
    """Where words stand in a text, in characters; None where they don't.

    A quote is given as it is read: where the text has marks or links in it, the whole sentence is
    meant.
    """
    if quote and start >= 0 and text.startswith(quote, start):
        return start, start + len(quote)
    if not 0 <= start < len(text):
        start = text.find(quote) if quote else -1
        return (start, start + len(quote)) if start >= 0 else None
    for sentence in prose_sentences(text):
        if sentence.start <= start < sentence.end:
            return start, sentence.end
    return start, start
