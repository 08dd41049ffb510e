"""Makes what is marked, or the word at the cursor, bold or italic, or plain again."""

from typing import NamedTuple

from textual.widgets.text_area import Selection

from cmalt_tui.model.emphasis import (
    EMPHASIS,
    STRONG,
    Changed,
    is_emphasised,
    with_emphasis,
    without_emphasis,
)
from cmalt_tui.model.markdown_units import UnitKind, units
from cmalt_tui.ui.editor.exact_text_area import ExactTextArea
from cmalt_tui.ui.editor.one_edit import location_of, offset_of
from cmalt_tui.ui.editor.one_step import replace_stretch
from cmalt_tui.ui.editor.prose_words import word_at


class _Stretch(NamedTuple):
    """The part of a paragraph that is meant; start and end count its characters."""

    text: str
    offset: int
    start: int
    end: int


def embolden(area: ExactTextArea) -> None:
    """Make it bold; again takes it back."""
    _toggle(area, STRONG)


def emphasise(area: ExactTextArea) -> None:
    """Make it italic; again takes it back."""
    _toggle(area, EMPHASIS)


def _toggle(area: ExactTextArea, width: int) -> None:
    document = area.document
    is_cursor = area.selection.is_empty
    if is_cursor:
        row, column = area.cursor_location
        # Behind a mark there is no word, but what the mark belongs to may be meant.
        word = word_at(document[row], column) or (column, column)
        first, last = (row, word[0]), (row, word[1])
    else:
        first, last = sorted(area.selection)
    text = document.text
    start, end = offset_of(document.lines, first), offset_of(document.lines, last)
    meant = _stretches(text, start, end)
    if is_cursor and first == last and not any(_is_on(one, width) for one in meant):
        _put_pair(area, "*" * width)
        return
    off = bool(meant) and all(_is_on(one, width) for one in meant)
    done = [_changed(stretch, width, off=off, whole=is_cursor) for stretch in meant]
    if not any(done):
        area.notify("Markdown can't say that here: mark a whole word or more.", timeout=4)
        return
    _put(area, text, meant, done)


def _stretches(text: str, start: int, end: int) -> list[_Stretch]:
    """What is meant of each paragraph, heading and item of a list between two places."""
    lines = text.split("\n")
    offsets = [0]
    for line in lines:
        offsets.append(offsets[-1] + len(line) + 1)
    found = []
    for unit in units(lines):
        first = offsets[unit.first] + unit.start
        last = offsets[unit.last + 1] - 1
        low, high = max(start, first), min(end, last)
        is_meant = text[low:high].strip() or (start == end and first <= start <= last)
        if unit.kind not in (UnitKind.CODE, UnitKind.RULE) and is_meant:
            found.append(_Stretch(text[first:last], first, low - first, high - first))
    return found


def _is_on(stretch: _Stretch, width: int) -> bool:
    return is_emphasised(stretch.text, stretch.start, stretch.end, width)


def _changed(stretch: _Stretch, width: int, *, off: bool, whole: bool) -> Changed | None:
    if off:
        return without_emphasis(stretch.text, stretch.start, stretch.end, width, whole=whole)
    if _is_on(stretch, width):
        return None
    return with_emphasis(stretch.text, stretch.start, stretch.end, width)


def _put(area: ExactTextArea, text: str, meant: list[_Stretch], done: list[Changed | None]) -> None:
    """Put in what was changed, all in one step, and mark it as it was marked."""
    first, last = meant[0], meant[-1]
    pieces, at, marked = [], first.offset, []
    longer = 0
    for stretch, changed in zip(meant, done, strict=True):
        now = changed or Changed(stretch.text, stretch.start, stretch.end)
        marked += [stretch.offset + longer + now.start, stretch.offset + longer + now.end]
        pieces += [text[at : stretch.offset], now.text]
        longer += len(now.text) - len(stretch.text)
        at = stretch.offset + len(stretch.text)
    new = "".join(pieces)
    whole = text[: first.offset] + new
    low, high = location_of(whole, marked[0]), location_of(whole, marked[-1])
    if area.selection.is_empty:
        # The marks before the cursor's word are the only ones that move it.
        before = offset_of(area.document.lines, area.cursor_location)
        place = min(max(before + longer // 2, marked[0]), marked[-1])
        if longer > 0 and place == marked[-1]:
            # At the end of the word: one goes on writing, and what comes next is plain.
            place += longer // 2
        selection = Selection.cursor(location_of(whole, place))
    else:
        selection = Selection(low, high)
    replace_stretch(
        area,
        location_of(text, first.offset),
        location_of(text, last.offset + len(last.text)),
        new,
        selection,
    )


def _put_pair(area: ExactTextArea, mark: str) -> None:
    """Put in an empty pair to write between, or take it out again."""
    row, column = area.cursor_location
    line = area.document[row]
    width = len(mark)
    if line[:column].endswith(mark) and line[column:].startswith(mark):
        start, end, new = column - width, column + width, ""
    else:
        start, end, new = column, column, mark + mark
    cursor = Selection.cursor((row, start + len(new) // 2))
    replace_stretch(area, (row, start), (row, end), new, cursor)
