"""Turns the undo of a text into plain data for a file, and back after checking every step.

Textual 8.2.8 has no public way to tell what an edit did, or to make one that was carried out
already; its fields ``_original_selection``, ``_updated_selection`` and ``_edit_result`` say it:
https://github.com/Textualize/textual/blob/v8.2.8/src/textual/document/_edit.py
"""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from textual.document._document import EditResult
from textual.document._edit import Edit
from textual.widgets.text_area import Selection

from cmalt_tui.plain_text import clean
from cmalt_tui.ui.editor.one_edit import Location, one_edit
from cmalt_tui.ui.editor.text_history import MOST_STEPS, OlderSteps

SCHEMA = 1
# Of one text; what is older goes. The text itself is bounded as well, by a longer measure.
MOST_CHARACTERS = 300_000
LONGEST_TEXT = 1_000_000
_EACH_EDIT = 40


class _Refused(Exception):  # noqa: N818 - says what happened
    """Raised when data is not what this program wrote."""


def as_data(text: str, undo: Sequence[Sequence[Edit]], redo: Sequence[Sequence[Edit]]) -> Any:
    """Make plain data of a history.

    Args:
        text: The text as it stands.
        undo: The steps that lead to it, the last one last.
        redo: The steps that were taken back, the one taken back last last.

    Returns:
        Data for a JSON file, None where a text is too long to be remembered; of many or large
        steps those that are furthest from the text as it stands are left out.
    """
    if len(text) > LONGEST_TEXT:
        return None
    left = MOST_CHARACTERS
    kept: dict[str, list[list[Any]]] = {}
    for name, steps in (("undo", undo), ("redo", redo)):
        kept[name] = []
        for step in reversed(steps[-MOST_STEPS:]):
            edits = [_edit_as_data(edit) for edit in _joined(step)]
            left -= sum(len(edit[2]) + len(edit[3]) + _EACH_EDIT for edit in edits)
            if left < 0:
                break
            kept[name].insert(0, edits)
    return {"schema": SCHEMA, "text": text, **kept}


def older_steps(data: object, text: str) -> OlderSteps | None:
    """Make the history of a text out of data from a file.

    Every step is carried out on the text that the data names, so that nothing which does not fit
    ever reaches an editor.

    Args:
        data: Anything; what this program did not write so is refused.
        text: The text as it stands now; where it is another one than the data names, because it
            was changed elsewhere or not all of it was saved, that is one more step.

    Returns:
        The steps; None if the data is refused.
    """
    try:
        return _checked_steps(data, text)
    except (_Refused, KeyError, TypeError, ValueError, IndexError):
        return None


def _checked_steps(data: object, text: str) -> OlderSteps:
    if not isinstance(data, Mapping) or data["schema"] != SCHEMA:
        raise _Refused
    then = _checked_text(data["text"], LONGEST_TEXT)
    undo = [_step_of(step) for step in _checked_list(data["undo"], MOST_STEPS)]
    redo = [_step_of(step) for step in _checked_list(data["redo"], MOST_STEPS)]
    lines = then.split("\n")
    for step in reversed(undo):
        for edit in reversed(step):
            _carry_out(lines, edit, back=True)
    lines = then.split("\n")
    for step in reversed(redo):
        for edit in step:
            _carry_out(lines, edit, back=False)
    if then == text:
        return OlderSteps(undo, redo)
    between = one_edit(then, text)
    cursor = Selection.cursor(between.start)
    bridge = _edit(between.start, between.removed, between.inserted, cursor, keeps=True)
    return OlderSteps([*undo[1 - MOST_STEPS :], [bridge]], [])


def _joined(step: Iterable[Edit]) -> list[Edit]:
    """Make one edit of letters that were typed, or taken out, one after the other."""
    joined: list[Edit] = []
    for edit in step:
        both = _both(joined[-1], edit) if joined else None
        if both is None:
            joined.append(edit)
        else:
            joined[-1] = both
    return joined


def _both(one: Edit, other: Edit) -> Edit | None:
    removed, then_removed = _removed(one), _removed(other)
    if "\n" in one.text + removed + other.text + then_removed:
        return None
    if one.maintain_selection_offset or other.maintain_selection_offset:
        return None
    (row, column), selection = one.top, one._original_selection
    if not removed and not then_removed and other.top == (row, column + len(one.text)):
        return _edit(one.top, "", one.text + other.text, selection)
    if one.text or other.text:
        return None
    if other.bottom == one.top:
        return _edit(other.top, then_removed + removed, "", selection)
    if other.top == one.top:
        return _edit(one.top, removed + then_removed, "", selection)
    return None


def _edit_as_data(edit: Edit) -> list[Any]:
    selection = edit._original_selection or Selection.cursor(edit.top)
    keeps = edit.maintain_selection_offset
    return [*edit.top, _removed(edit), edit.text, [*selection.start, *selection.end], keeps]


def _step_of(step: object) -> list[Edit]:
    edits = _checked_list(step, MOST_CHARACTERS // _EACH_EDIT)
    if not edits:
        raise _Refused
    return [_edit_of(edit) for edit in edits]


def _edit_of(data: object) -> Edit:
    row, column, removed, inserted, selection, keeps = _checked_list(data, 6)
    start_row, start_column, end_row, end_column = _checked_list(selection, 4)
    marked = Selection(_location(start_row, start_column), _location(end_row, end_column))
    if not isinstance(keeps, bool):
        raise _Refused
    removed, inserted = (_checked_text(each, MOST_CHARACTERS) for each in (removed, inserted))
    return _edit(_location(row, column), removed, inserted, marked, keeps=keeps)


def _edit(
    start: Location,
    removed: str,
    inserted: str,
    selection: Selection | None,
    *,
    keeps: bool = False,
) -> Edit:
    """An edit as it is after it was carried out."""
    edit = Edit(inserted, start, end_of(start, removed), keeps)
    edit._original_selection = selection
    edit._updated_selection = Selection.cursor(end_of(start, inserted))
    edit._edit_result = EditResult(end_of(start, inserted), removed)
    return edit


def end_of(start: Location, text: str) -> Location:
    """Where a text ends that begins at a location."""
    *above, last = text.split("\n")
    return (start[0] + len(above), len(last)) if above else (start[0], start[1] + len(last))


def _carry_out(lines: list[str], edit: Edit, *, back: bool) -> None:
    """Carry out an edit on lines, or take it back.

    Raises:
        _Refused: What it takes out does not stand there, or a selection lies outside.
    """
    removed, inserted = _removed(edit), edit.text
    there, put = (inserted, removed) if back else (removed, inserted)
    if not back:
        _refuse_outside(lines, edit)
    (row, column), (end_row, end_column) = edit.top, end_of(edit.top, there)
    if end_row >= len(lines) or column > len(lines[row]) or end_column > len(lines[end_row]):
        raise _Refused
    before, after = lines[row][:column], lines[end_row][end_column:]
    stretch = "\n".join(lines[row : end_row + 1])
    if stretch != f"{before}{there}{after}":
        raise _Refused
    lines[row : end_row + 1] = f"{before}{put}{after}".split("\n")
    if back:
        _refuse_outside(lines, edit)


def _refuse_outside(lines: list[str], edit: Edit) -> None:
    for row, column in edit._original_selection or ():
        if row >= len(lines) or column > len(lines[row]):
            raise _Refused


def _removed(edit: Edit) -> str:
    return edit._edit_result.replaced_text if edit._edit_result else ""


def _location(row: object, column: object) -> Location:
    if type(row) is not int or type(column) is not int or row < 0 or column < 0:
        raise _Refused
    return row, column


def _checked_list(value: object, most: int) -> list[Any]:
    if not isinstance(value, list) or len(value) > most:
        raise _Refused
    return value


def _checked_text(value: object, longest: int) -> str:
    """A text without anything that a terminal would obey; a lone accent is let be."""
    if not isinstance(value, str) or len(value) > longest:
        raise _Refused
    if clean(value) != unicodedata.normalize("NFC", value):
        raise _Refused
    return value
