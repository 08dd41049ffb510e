"""Find, and replace, in the text at hand."""

import re
from functools import partial

from cmalt_tui.model.text_search import Query
from cmalt_tui.ui.editor.prose_editor import ProseEditor
from cmalt_tui.ui.screens.write_edits import EditingScreen
from cmalt_tui.ui.widgets.find_bar import FindBar
from cmalt_tui.ui.widgets.middle import Middle

_LONGEST_MARKED = 200


def find(screen: EditingScreen) -> None:
    """Find words in this text."""
    _open(screen, replacing=False)


def replace(screen: EditingScreen) -> None:
    """Find words in this text, and put others there."""
    _open(screen, replacing=True)


def _open(screen: EditingScreen, *, replacing: bool) -> None:
    editor = screen.query_one(ProseEditor)
    if not editor.display or editor.address is None:
        screen.main.say("There is no text here to look in: go to one first.", warn=True)
        return
    editor.tell_typed()
    screen.remove_class("-outline-open", "-context-open")
    bars = screen.query(FindBar)
    if not bars:
        remember = partial(setattr, screen, "last_search")
        query = first_query(screen)
        bar = FindBar(editor, query, replacing=replacing, remember=remember)
        bar.styles.max_width = editor.styles.max_width
        screen.query_one(Middle).mount(bar, before="#below")
        screen.set_focus(bar)
        return
    bar = bars.first()
    bar.open(bar.places.query if bar.display else first_query(screen), replacing=replacing)


def first_query(screen: EditingScreen) -> Query:
    """What to look for first: what is marked, or else what was looked for last."""
    query = screen.last_search if isinstance(screen.last_search, Query) else Query("")
    marked = screen.query_one(ProseEditor).selected_text
    if marked and "\n" not in marked and len(marked) <= _LONGEST_MARKED:
        query = query._replace(words=re.escape(marked) if query.regular else marked)
    return query
