"""A text area that can light the paragraph at the cursor and keep its line in the middle."""

from collections.abc import Callable

from textual.geometry import Offset
from textual.strip import Strip

from cmalt_tui.ui.editor.spelling_text_area import SpellingTextArea


class FocusTextArea(SpellingTextArea, inherit_bindings=False):
    """Dims all but one paragraph while it is in focus.

    As a typewriter it keeps the cursor's line in the middle also where the text begins and ends,
    so that it may be scrolled to before its first line and beyond its last one.

    Attributes:
        is_typewriter: Whether the cursor's line stays in the middle.
    """

    is_typewriter = False
    _dimmed: Callable[[int, Callable[[int], Strip]], Strip] | None = None
    _came_from = 0

    def begin_focus(self, *, typewriter: bool) -> None:
        """Light the paragraph at the cursor."""
        from cmalt_tui.ui.editor.dimming import Dimming

        self._came_from = self.scroll_offset.y
        self._dimmed, self.is_typewriter = Dimming(self).line, typewriter
        self.scroll_cursor_visible()
        self.refresh()

    def end_focus(self) -> None:
        """Show everything alike, scrolled as before unless the cursor went further."""
        self._dimmed, self.is_typewriter = None, False
        self._come_back()
        self.refresh()
        # Only then has the text its size again.
        self.call_after_refresh(self._come_back)

    def _come_back(self) -> None:
        self.scroll_to(y=self._came_from, animate=False, force=True)
        self.scroll_cursor_visible()

    def render_line(self, y: int) -> Strip:
        """Render a line, dim if it lies outside the paragraph at the cursor."""
        if self._dimmed is None:
            return super().render_line(y)
        return self._dimmed(y, super().render_line)

    def scroll_cursor_visible(self, center: bool = False, animate: bool = False) -> Offset:
        """Bring the cursor in sight; as a typewriter, its line to the middle."""
        if not self.is_typewriter or self._selecting or not self._has_cursor:
            return super().scroll_cursor_visible(center, animate)
        self._cursor_offset = self.wrapped_document.location_to_offset(self.cursor_location)
        before = self.scroll_offset.y
        self.scroll_to(y=self._cursor_offset[1] - self._middle, animate=False, force=True)
        return Offset(0, self.scroll_offset.y - before)

    def validate_scroll_y(self, value: float) -> float:
        """Keep the text in sight; a typewriter goes on until its first or last line is middle."""
        if not self.is_typewriter:
            return super().validate_scroll_y(value)
        last = self.wrapped_document.height - 1 - self._middle
        return max(-self._middle, min(value, last))

    def validate_scroll_target_y(self, value: float) -> float:
        """Scroll to where it is allowed to be."""
        return round(self.validate_scroll_y(value))

    def on_resize(self) -> None:
        """Keep the cursor in sight, as a typewriter in the middle: lines may wrap otherwise now."""
        if self.is_typewriter or self.has_focus:
            self.call_after_refresh(self.scroll_cursor_visible)

    @property
    def _middle(self) -> int:
        return self.size.height // 2
