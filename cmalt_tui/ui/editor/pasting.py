"""Puts in a paste: first as it came, then as Markdown, so that undo gives back what came."""

import textwrap

from textual.widgets import TextArea
from textual.widgets.text_area import Location, Selection

from cmalt_tui.model.links import is_address, written_link
from cmalt_tui.model.markdown_units import fence_of
from cmalt_tui.model.pasted_prose import looks_like_html, meant_as_markdown
from cmalt_tui.plain_text import clean
from cmalt_tui.problems import InputProblem
from cmalt_tui.ui.editor.one_edit import location_of
from cmalt_tui.ui.editor.one_step import replace_stretch
from cmalt_tui.ui.keys import shown_key_of

LONGEST_LINE = 20_000
WRAPPED_AT = 1_000
_CONVERTED_AT_ONCE = 50_000
_MOST_CONVERTED = 3_000_000
_LONGEST_LABEL = 2_000


def paste(area: TextArea, text: str, *, own: bool = False) -> None:
    """Put in a paste in the place of what is marked.

    An address over words makes a link of them. The source of a page, and text out of a word
    processor or a mail, become Markdown. Each is a step of its own behind the paste itself.

    Args:
        area: The text.
        text: What was pasted.
        own: Whether it was copied in this program, and so means what it says.
    """
    start, end = sorted(area.selection)
    over = area.get_text_range(start, end)
    cleaned = clean(text)
    raw = _bounded(cleaned)
    _put(area, start, end, raw)
    if _inside_code(area.document.lines, start[0]):
        return
    if over.strip() and len(over) <= _LONGEST_LABEL and is_address(raw) and not is_address(over):
        if "\n\n" not in over:
            _turn(area, start, raw, written_link(over, raw))
    elif own or len(raw) > _MOST_CONVERTED:
        return
    elif looks_like_html(raw) or len(raw) > _CONVERTED_AT_ONCE:
        _turn_in_thread(area, start, raw, cleaned)
    else:
        _turn(area, start, raw, meant_as_markdown(cleaned))


def _put(area: TextArea, start: Location, end: Location, new: str) -> Location:
    row, column = location_of(new, len(new))
    behind = (start[0] + row, column if row else start[1] + column)
    replace_stretch(area, start, end, new, Selection.cursor(behind))
    return behind


def _turn(area: TextArea, start: Location, raw: str, new: str) -> None:
    """Put what a paste means in its place, if it still stands where it was put."""
    new = _bounded(new)
    if new == raw:
        return
    row, column = location_of(raw, len(raw))
    behind = (start[0] + row, column if row else start[1] + column)
    if area.get_text_range(start, behind) != raw:
        area.notify("What was pasted stays as it came: the text was changed meanwhile.")
        return
    cursor = area.cursor_location
    after = _put(area, start, behind, new)
    if cursor != behind:
        # Somebody went elsewhere while the paste was read.
        rows = after[0] - behind[0]
        moved = (cursor[0] + rows, cursor[1]) if cursor[0] > behind[0] else cursor
        area.move_cursor(moved)
    key = shown_key_of(area.app, "editor.undo")
    area.notify(f"The paste became Markdown. {key} gives it as it came.", markup=False, timeout=4)


def _turn_in_thread(area: TextArea, start: Location, raw: str, cleaned: str) -> None:
    app = area.app

    def work() -> None:
        try:
            new = _converted(cleaned)
        except InputProblem as refused:
            app.call_from_thread(area.notify, str(refused.problem), markup=False)
            return
        app.call_from_thread(_turn, area, start, raw, new)

    area.run_worker(work, thread=True, exit_on_error=False, group="paste")


def _converted(cleaned: str) -> str:
    if not looks_like_html(cleaned):
        return meant_as_markdown(cleaned)
    from cmalt_tui.workbench.pasted_documents import pasted_html

    return clean(pasted_html(cleaned))


def _inside_code(lines: list[str], row: int) -> bool:
    """Whether a line stands between the fences of a block of code."""
    fence = ""
    for line in lines[:row]:
        found = fence_of(line)
        if not fence:
            fence = found
        elif found.startswith(fence):
            fence = ""
    return bool(fence)


def _bounded(text: str) -> str:
    """Break lines that no editor could handle, at spaces.

    A line of 30,000 characters makes every key slow, one of 110,000 stops the screen for seconds.
    A single line end inside a paragraph changes nothing in Markdown.
    """
    return "\n".join(
        line if len(line) <= LONGEST_LINE else _broken(line) for line in text.split("\n")
    )


def _broken(line: str) -> str:
    return textwrap.fill(
        line, WRAPPED_AT, replace_whitespace=False, break_on_hyphens=False, tabsize=4
    )
