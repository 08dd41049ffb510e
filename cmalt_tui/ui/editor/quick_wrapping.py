"""The wrapping of a text, of which a key changes no more than the lines near the cursor.

Textual 8.2.8 wraps a whole paragraph again for each letter, and cuts it up with Rich to find where
the cursor is; a paragraph of 30,000 characters makes that felt:
https://github.com/Textualize/textual/blob/v8.2.8/src/textual/document/_wrapped_document.py
"""

from bisect import bisect_right
from itertools import pairwise

from rich.cells import cell_len
from textual._wrap import compute_wrap_offsets
from textual.document._document import Location
from textual.document._wrapped_document import WrappedDocument
from textual.expand_tabs import expand_tabs_inline
from textual.geometry import Offset

# A shorter line is wrapped anew sooner than it is found out what of it could stay.
_LONG_LINE = 1_000
# How much is wrapped at a time until it comes out as before.
_TRIED = 1_000


class QuickWrapping(WrappedDocument):
    """Wraps what an edit changed, and looks up where a line of the screen begins."""

    @property
    def height(self) -> int:
        """How many lines it has on the screen."""
        return len(self._offset_to_line_info)

    def line_at(self, y: int) -> tuple[int, int] | None:
        """Which line of the text is painted in a line of the screen, and which section of it."""
        return self._offset_to_line_info[y] if 0 <= y < self.height else None

    def get_sections(self, line_index: int) -> list[str]:
        """The sections of a line, one for each line of the screen."""
        line = self.document[line_index]
        places = [0, *self._wrap_offsets[line_index], len(line)]
        return [line[start:end] for start, end in pairwise(places)]

    def location_to_offset(self, location: Location) -> Offset:
        """Where a place of the text is painted, counted from the start of the text.

        While edits are taken back Textual asks for places that are gone: they are the end.
        """
        row = min(location[0], len(self._wrap_offsets) - 1, self.document.line_count - 1)
        breaks = self._wrap_offsets[row]
        number = bisect_right(breaks, location[1])
        before = self.document[row][breaks[number - 1] if number else 0 : location[1]]
        x = cell_len(expand_tabs_inline(before, self._tab_width))
        return Offset(x, self._line_index_to_offsets[row][number])

    def wrap_range(self, start: Location, old_end: Location, new_end: Location) -> None:
        """Wrap what was edited.

        Args:
            start: Where the edit began.
            old_end: Where it ended before.
            new_end: Where it ends now.
        """
        row = start[0]
        line = self.document[row]
        is_quick = row == old_end[0] == new_end[0] and len(line) > _LONG_LINE and self._width > 0
        if is_quick and "\t" not in line:
            before = self._wrap_offsets[row]
            stayed = [one for one in before if one < start[1]]
            shift = new_end[1] - old_end[1]
            moved = [one + shift for one in before if one > old_end[1]]
            now = _wrapped_again(line, stayed, moved, self._width)
            if len(now) == len(before):
                self._wrap_offsets[row] = now
                self._tab_width_cache[row] = [0]
                return
        super().wrap_range(start, old_end, new_end)


def _wrapped_again(line: str, stayed: list[int], moved: list[int], width: int) -> list[int]:
    """Where a line breaks after an edit in one place, looking at what is near that place only.

    Args:
        line: The line as it is now; without tabs.
        stayed: Where it broke before the place.
        moved: Where it broke behind it, by as much further as the edit has moved it.
        width: How many cells a line of the screen has.
    """
    # A word that got shorter may fit into the line above, and join with the last one there.
    found = stayed[:-2]
    as_before = frozenset(moved)
    while True:
        begin = found[-1] if found else 0
        piece = line[begin : begin + _TRIED + width]
        is_end = begin + len(piece) == len(line)
        breaks = compute_wrap_offsets(piece, width, width)
        # The end of a piece may cut a word in two, so that its last breaks say nothing.
        for one in breaks if is_end else breaks[:-2]:
            if begin + one in as_before:
                return found + moved[moved.index(begin + one) :]
            found.append(begin + one)
        if is_end:
            return found
        if len(breaks) <= 2:
            return compute_wrap_offsets(line, width, width)
