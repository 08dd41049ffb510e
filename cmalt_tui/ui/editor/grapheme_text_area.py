"""A text area whose cursor and backspace go by what a person sees as one character."""

from rich.text import Text
from textual.document._document import Location, Selection
from textual.events import MouseEvent
from textual.geometry import Offset

from cmalt_tui.ui.editor.keyed_text_area import KeyedTextArea


class GraphemeTextArea(KeyedTextArea, inherit_bindings=False):
    """Moves, marks and deletes by grapheme clusters, and by words as they are written.

    A line of ASCII alone goes Textual's way: what the rest takes is not even loaded for it.
    """

    def get_line(self, line_index: int) -> Text:
        """A line to be painted."""
        line = super().get_line(line_index)
        if line.plain.isascii():
            return line
        from cmalt_tui.ui.editor.clusters import has_clusters

        if not has_clusters(line.plain):
            return line
        from cmalt_tui.ui.editor.cluster_line import ClusterLine

        return ClusterLine(line.plain, end="", no_wrap=True)

    def get_cursor_left_location(self) -> Location:
        """The location before the cluster left of the cursor."""
        row, column = self.cursor_location
        if column == 0 or self.document[row].isascii():
            return super().get_cursor_left_location()
        from cmalt_tui.ui.editor.clusters import boundary_before

        return row, boundary_before(self.document[row], column)

    def get_cursor_right_location(self) -> Location:
        """The location behind the cluster at the cursor."""
        row, column = self.cursor_location
        line = self.document[row]
        if column == len(line) or line.isascii():
            return super().get_cursor_right_location()
        from cmalt_tui.ui.editor.clusters import boundary_after

        return row, boundary_after(line, column)

    def get_cursor_up_location(self) -> Location:
        """The location that is painted above the cursor."""
        found = super().get_cursor_up_location()
        if self._is_simple(found, self.cursor_location):
            return found
        from cmalt_tui.ui.editor.cluster_moves import painted_above

        return painted_above(self)

    def get_cursor_down_location(self) -> Location:
        """The location that is painted below the cursor."""
        found = super().get_cursor_down_location()
        if self._is_simple(found, self.cursor_location):
            return found
        from cmalt_tui.ui.editor.cluster_moves import painted_below

        return painted_below(self)

    def get_target_document_location(self, event: MouseEvent) -> Location:
        """The location of the cluster that the mouse is on."""
        found = super().get_target_document_location(event)
        if self._is_simple(found):
            return found
        from cmalt_tui.ui.editor.cluster_moves import painted_at

        cell = event.offset + self.scroll_offset - Offset(self.gutter.left, self.gutter.top)
        return painted_at(self.wrapped_document, cell, found)

    def get_cursor_word_left_location(self) -> Location:
        """The start of the word left of the cursor, or the end of the line above."""
        from cmalt_tui.ui.editor.prose_words import word_before

        row, column = self.cursor_location
        if column == 0 and row > 0:
            return row - 1, len(self.document[row - 1])
        return row, word_before(self.document[row], column)

    def get_cursor_word_right_location(self) -> Location:
        """The end of the word at or behind the cursor, or the start of the line below."""
        from cmalt_tui.ui.editor.prose_words import word_after

        row, column = self.cursor_location
        line = self.document[row]
        if column == len(line) and row < self.document.line_count - 1:
            return row + 1, 0
        return row, word_after(line, column)

    def action_delete_word_right(self) -> None:
        """Delete what is marked, or to the end of the word at or behind the cursor."""
        start, end = self.selection
        if start == end:
            end = self.get_cursor_word_right_location()
        self._delete_via_keyboard(start, end)

    def _validate_selection(self, selection: Selection) -> Selection:
        inside = super()._validate_selection(selection)
        if all(self.document[row].isascii() for row, _ in inside):
            return inside
        from cmalt_tui.ui.editor.cluster_moves import whole

        return whole(self.document.lines, inside)

    def _is_simple(self, *locations: Location) -> bool:
        """Whether in the lines of some locations each code point is a character by itself."""
        lines = [self.document[row] for row, _ in locations]
        if all(line.isascii() for line in lines):
            return True
        from cmalt_tui.ui.editor.clusters import has_clusters

        return not any(has_clusters(line) for line in lines)
