"""Walks through the doubtful words of the text, and puts others in their place."""

from functools import partial

from textual.widgets.text_area import Selection

from cmalt_tui.problems import InputProblem
from cmalt_tui.ui.editor.doubtful_marks import DoubtfulAt, DoubtfulMarks
from cmalt_tui.ui.editor.one_step import replace_stretch
from cmalt_tui.ui.editor.prose_editor import ProseEditor
from cmalt_tui.ui.screens.correct_word import (
    OWN,
    PORTFOLIO,
    TAKE,
    Correction,
    CorrectWordScreen,
    DoubtfulWord,
)
from cmalt_tui.ui.screens.write_edits import EditingScreen

_CALLED = {"american": "American", "british": "British"}


def correct(screen: EditingScreen) -> None:
    """Suggest what the word at the cursor, or the next doubtful one, could be."""
    editor = screen.query_one(ProseEditor)
    if not editor.display or editor.address is None:
        screen.main.say("There is no text here to check: go to one first.", warn=True)
        return
    if editor.doubtful is None and editor.spelling_loader is not None:
        editor.spelling_loader.load_now()
    if editor.doubtful is None:
        screen.main.say("Spelling is off. It is turned on in the settings.", warn=True)
        return
    editor.tell_typed()
    _go_on(screen, editor, found_before=False)


def _go_on(screen: EditingScreen, editor: ProseEditor, *, found_before: bool) -> None:
    """Ask about the next doubtful word."""
    marks: DoubtfulMarks = editor.doubtful
    found = marks.next_from(editor.cursor_location)
    screen.show_figures()
    if found is None:
        left = "No doubtful word is left in this text." if found_before else ""
        screen.main.say(left or "There is no doubtful word in this text.")
        return
    editor.selection = Selection(found.start, found.end)
    editor.scroll_cursor_visible()
    line = editor.document[found.start[0]]
    word, message, fixes = found.found.word, found.found.message, found.found.fixes
    asked = DoubtfulWord(
        word,
        line[: found.start[1]],
        line[found.end[1] :],
        message or _told(marks, word),
        not message,
        len(marks.all_of(found.found)),
    )
    dialog = CorrectWordScreen(asked, fixes if message else marks.spelling.suggest(word))
    screen.app.push_screen(dialog, partial(_carry_out, screen, editor, found))


def _told(marks: DoubtfulMarks, word: str) -> str:
    if not marks.spelling.is_of_other_spelling(word):
        return ""
    other = "american" if marks.spelling.dictionary.spelling == "british" else "british"
    return f"This is {_CALLED[other]} spelling."


def _carry_out(
    screen: EditingScreen, editor: ProseEditor, found: DoubtfulAt, chosen: Correction | None
) -> None:
    marks: DoubtfulMarks | None = editor.doubtful
    if chosen is None or marks is None:
        editor.selection = Selection.cursor(found.end)
        return
    if chosen.choice == TAKE:
        _replace(editor, marks, found, chosen)
    else:
        try:
            if chosen.choice == PORTFOLIO:
                marks.spelling.add_to_portfolio(found.found.word)
            elif chosen.choice == OWN:
                marks.spelling.add_to_own(found.found.word)
            else:
                marks.hold_right(found.found)
        except InputProblem as refused:
            screen.main.tell(refused.problem)
            editor.selection = Selection.cursor(found.end)
            return
        editor.selection = Selection.cursor(found.end)
        marks.forget()
        editor.paint_marks()
    _go_on(screen, editor, found_before=True)


def _replace(
    editor: ProseEditor, marks: DoubtfulMarks, found: DoubtfulAt, chosen: Correction
) -> None:
    """Put the chosen word in, as one step that undo takes back."""
    places = marks.all_of(found.found) if chosen.everywhere else [found]
    pieces, at = [], places[0].start
    for place in places:
        pieces += [editor.get_text_range(at, place.start), chosen.word]
        at = place.end
    row, column = found.start
    if chosen.everywhere:
        earlier = sum(place.start[0] == row and place.start[1] < column for place in places)
        column += earlier * (len(chosen.word) - len(found.found.word))
    behind = Selection.cursor((row, column + len(chosen.word)))
    replace_stretch(editor, places[0].start, at, "".join(pieces), behind)
    editor.tell_typed()
