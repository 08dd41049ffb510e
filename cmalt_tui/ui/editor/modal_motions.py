"""Where the motions of the modal keys go: pure functions of the lines and the cursor."""

from collections.abc import Callable, Mapping, Sequence

from textual.widgets.text_area import Location

from cmalt_tui.model.paragraphs import next_paragraph, previous_paragraph
from cmalt_tui.model.sentences import sentences
from cmalt_tui.ui.editor.clusters import boundary_after, boundary_before
from cmalt_tui.ui.editor.one_edit import location_of
from cmalt_tui.ui.editor.prose_words import next_word, word_after, word_before

Lines = Sequence[str]
Motion = Callable[[Lines, Location], Location]


def go(lines: Lines, at: Location, key: str, count: int | None) -> Location:
    """Where a motion leads.

    Args:
        lines: The lines of the text.
        at: Where the cursor is.
        key: One of `MOTIONS`, ``gg`` or ``G``.
        count: How often, or to which line; None if no count was typed.
    """
    if key in ("gg", "G"):
        last = len(lines) - 1
        row = min(count - 1, last) if count else 0 if key == "gg" else last
        return _first_letter(lines, (row, 0))
    for _ in range(min(count or 1, 10_000)):
        before, at = at, MOTIONS[key](lines, at)
        if at == before:
            break
    return at


def last_place(line: str) -> int:
    """The column of the last character of a line, where the cursor stops that writes nothing."""
    return boundary_before(line, len(line))


def _left(lines: Lines, at: Location) -> Location:
    return at[0], boundary_before(lines[at[0]], at[1])


def _right(lines: Lines, at: Location) -> Location:
    return at[0], boundary_after(lines[at[0]], at[1])


def _word(lines: Lines, at: Location) -> Location:
    row, column = at
    found = next_word(lines[row], column)
    while found is None and row + 1 < len(lines):
        row += 1
        found = 0 if not lines[row] else next_word(lines[row], -1)
    return (row, found) if found is not None else (row, len(lines[row]))


def _word_end(lines: Lines, at: Location) -> Location:
    row, column = at
    end = word_after(lines[row], column + 1)
    while (end >= len(lines[row]) and not lines[row][end - 1 : end].isalnum()) or end <= column:
        if row + 1 >= len(lines):
            return row, last_place(lines[row])
        row, column = row + 1, -1
        end = word_after(lines[row], 0)
    return row, boundary_before(lines[row], end)


def _word_back(lines: Lines, at: Location) -> Location:
    row, column = at
    while column == 0 and row > 0:
        row, column = row - 1, len(lines[row - 1])
        if not column:
            return row, 0
    return row, word_before(lines[row], column)


def _line_start(lines: Lines, at: Location) -> Location:
    return at[0], 0


def _first_letter(lines: Lines, at: Location) -> Location:
    line = lines[at[0]]
    return at[0], len(line) - len(line.lstrip())


def _line_end(lines: Lines, at: Location) -> Location:
    return at[0], last_place(lines[at[0]])


def _paragraph_up(lines: Lines, at: Location) -> Location:
    return previous_paragraph(lines, at), 0


def _paragraph_down(lines: Lines, at: Location) -> Location:
    row = next_paragraph(lines, at[0])
    return (row, 0) if row is not None else (len(lines) - 1, len(lines[-1]))


def _sentence_left(lines: Lines, at: Location) -> Location:
    starts = [start for start in _sentence_starts(lines) if start < at]
    return starts[-1] if starts else (0, 0)


def _sentence_right(lines: Lines, at: Location) -> Location:
    end = (len(lines) - 1, len(lines[-1]))
    return next((start for start in _sentence_starts(lines) if start > at), end)


def _sentence_starts(lines: Lines) -> list[Location]:
    text = "\n".join(lines)
    return [location_of(text, sentence.start) for sentence in sentences(text)]


MOTIONS: Mapping[str, Motion] = {
    "h": _left,
    "l": _right,
    "w": _word,
    "e": _word_end,
    "b": _word_back,
    "0": _line_start,
    "^": _first_letter,
    "$": _line_end,
    "{": _paragraph_up,
    "}": _paragraph_down,
    "(": _sentence_left,
    ")": _sentence_right,
}
# Motions that take the character under the cursor with them, and those that take whole lines.
INCLUSIVE = frozenset({"e", "$"})
LINEWISE = frozenset({"gg", "G"})
