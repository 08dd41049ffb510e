"""Makes the lines that are marked, or the paragraph, a list, a quotation or a heading."""

from collections.abc import Callable, Sequence

from textual.widgets import TextArea
from textual.widgets.text_area import Selection

from cmalt_tui.model.line_marks import (
    with_bullets,
    with_next_heading,
    with_numbers,
    with_quotation,
)
from cmalt_tui.model.paragraphs import paragraph_bounds
from cmalt_tui.ui.editor.exact_text_area import ExactTextArea
from cmalt_tui.ui.editor.one_step import replace_rows, selected_rows


def bullets(area: ExactTextArea) -> None:
    """Make them a list; again takes it back."""
    _mark(area, with_bullets)


def numbers(area: ExactTextArea) -> None:
    """Make them a numbered list; again takes it back."""
    _mark(area, with_numbers)


def quotation(area: ExactTextArea) -> None:
    """Make them a quotation; again takes it back."""
    _mark(area, with_quotation)


def heading(area: ExactTextArea) -> None:
    """Make the line a heading, one level lower each time, and plain text in the end."""
    row = area.cursor_location[0]
    _put(area, row, row, [with_next_heading(area.document[row])])


def _mark(area: TextArea, marked: Callable[[Sequence[str]], list[str]]) -> None:
    first, last = selected_rows(area)
    if area.selection.is_empty:
        first, last = paragraph_bounds(area.document.lines, first) or (first, last)
    _put(area, first, last, marked(area.document.lines[first : last + 1]))


def _put(area: TextArea, first: int, last: int, new: list[str]) -> None:
    """Put in the lines, with a blank one wherever Markdown would take them for a paragraph's."""
    lines = area.document.lines
    old = lines[first : last + 1]
    above = [""] if first > 0 and _runs_on(lines[first - 1], new[0]) else []
    below = [""] if last + 1 < len(lines) and _runs_on(new[-1], lines[last + 1]) else []

    def moved(row: int, column: int) -> tuple[int, int]:
        if not first <= row <= last:
            return row + (len(above) if row > last else 0), column
        longer = len(new[row - first]) - len(old[row - first])
        return row + len(above), max(0, column + longer)

    start, end = (moved(*place) for place in area.selection)
    if not area.selection.is_empty:
        # What was marked from the start of a line stays so, with the mark before it.
        start, end = (
            (now[0], 0) if was[1] == 0 else now
            for was, now in zip(area.selection, (start, end), strict=True)
        )
    replace_rows(area, first, last, [*above, *new, *below], Selection(start, end))


def _runs_on(line: str, following: str) -> bool:
    """Whether two lines would be one paragraph, or one list, that are not of the same kind."""
    return bool(line.strip() and following.strip()) and _kind(line) != _kind(following)


def _kind(line: str) -> str:
    text = line.lstrip()
    if text[:1] in ">#":
        return text[:1]
    is_item = text[:2] in ("- ", "* ", "+ ") or text.partition(" ")[0].rstrip(".)").isdigit()
    return "item" if is_item or line[:1].isspace() else "text"
