"""Focus: only the text, with how much was written in this session on a line below it."""

from functools import partial

from textual.content import Content

from cmalt_tui.plain_text import amount
from cmalt_tui.ui import marks
from cmalt_tui.ui.editor.prose_editor import ProseEditor
from cmalt_tui.ui.guidance import standing
from cmalt_tui.ui.keys import shown_key_of
from cmalt_tui.ui.line_contents import save_state
from cmalt_tui.ui.safe import safe_line
from cmalt_tui.ui.screens.write_edits import EditingScreen
from cmalt_tui.ui.screens.write_lines import FOCUS
from cmalt_tui.ui.widgets.focus_lines import FocusLine, FocusPrinciples
from cmalt_tui.ui.widgets.middle import Middle

_CELLS = 20
_STANDINGS = {marks.HERE: "here", marks.ELSEWHERE: "elsewhere", marks.NOWHERE: "nowhere"}


def focus(screen: EditingScreen) -> None:
    """Hide everything but the text, or bring it back."""
    if screen.has_class(FOCUS):
        _leave(screen)
    else:
        _enter(screen)


def goal_line(words: int, goal: int) -> Content:
    """How much was written in this session, and how far that is to the goal if there is one."""
    if not goal:
        told = f"{amount(words, 'word')} in this session"
        return Content.styled(told, "$text-muted")
    full = min(_CELLS, _CELLS * words // goal)
    told = f"{words:,} of {goal:,} words" + (" · reached" if words >= goal else "")
    bar = Content.assemble(("▰" * full, "$accent"), ("▱" * (_CELLS - full), "$text-muted"))
    return Content.assemble(bar, " ", (told, "$text-muted"))


def _enter(screen: EditingScreen) -> None:
    if screen.draw_focus is None:
        _prepare(screen)
    screen.remove_class("-outline-open", "-context-open")
    screen.add_class(FOCUS)
    _show_lines(screen, shown=True)
    screen.query_one(ProseEditor).begin_focus(typewriter=screen.settings.typewriter)
    screen.focus_text()
    screen.call_after_refresh(_draw, screen)


def _leave(screen: EditingScreen) -> None:
    screen.remove_class(FOCUS)
    _show_lines(screen, shown=False)
    screen.query_one(ProseEditor).end_focus()
    screen.show_around()


def _show_lines(screen: EditingScreen, *, shown: bool) -> None:
    for line in (*screen.query(FocusLine), *screen.query(FocusPrinciples)):
        line.display = shown


def _prepare(screen: EditingScreen) -> None:
    """Put the lines of focus where they will stand, and say how to come back."""
    column = screen.query_one(ProseEditor)
    middle = screen.query_one(Middle)
    middle.mount(FocusLine(column))
    if screen.settings.principles_in_focus and screen.desk.framework.principles:
        middle.mount(FocusPrinciples(column), before=0)
    screen.draw_focus = partial(_draw, screen)
    key = shown_key_of(screen.app, "write.focus")
    screen.main.say(f"Only the text is left. esc or {key} brings the rest back.")


def _draw(screen: EditingScreen) -> None:
    if not screen.has_class(FOCUS):
        return
    words = screen.recording.words if screen.recording is not None else 0
    wrong = screen.autosave.problem is not None
    for line in screen.query(FocusLine):
        mode = Content.styled(screen.query_one(ProseEditor).mode_word, "$accent")
        told = save_state(screen.autosave.word, wrong=True) if wrong else mode
        line.show(goal_line(words, screen.settings.word_goal), told)
        if line.address != screen.address:
            # Another text than before: it was scrolled as it was left.
            line.address = screen.address
            screen.query_one(ProseEditor).scroll_cursor_visible()
    for pinned in screen.query(FocusPrinciples):
        pinned.show(_principles(screen))


def _principles(screen: EditingScreen) -> Content:
    """A line for each principle: where it is shown so far, and its name."""
    width = screen.settings.text_width
    lines = []
    for principle in screen.desk.framework.principles:
        mark = standing(principle, screen.entry, screen.desk.portfolio)
        style = "$primary" if mark == marks.HERE else "$text-muted"
        where = f"{mark} {_STANDINGS[mark]:<10}"
        title = safe_line(f"{principle.code} {principle.title}", width - len(where), style)
        lines.append(Content.assemble((where, style), title))
    return Content("\n").join(lines)
