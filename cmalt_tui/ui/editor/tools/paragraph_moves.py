"""Moves the paragraph at the cursor, or those that are marked, up or down."""

from textual.widgets.text_area import Selection

from cmalt_tui.model.paragraph_swap import swapped_paragraphs
from cmalt_tui.ui.editor.exact_text_area import ExactTextArea
from cmalt_tui.ui.editor.one_step import replace_rows, selected_rows


def move_paragraph_up(area: ExactTextArea) -> None:
    """Move the paragraph above the one before it."""
    _move(area, down=False)


def move_paragraph_down(area: ExactTextArea) -> None:
    """Move the paragraph below the next one."""
    _move(area, down=True)


def _move(area: ExactTextArea, *, down: bool) -> None:
    swap = swapped_paragraphs(area.document.lines, *selected_rows(area), down=down)
    if swap is not None:
        (row, column), (end_row, end_column) = area.selection
        moved = Selection((row + swap.shift, column), (end_row + swap.shift, end_column))
        replace_rows(area, swap.first, swap.last, swap.lines, moved)
