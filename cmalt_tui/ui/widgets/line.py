"""One line of text with something at its left and something at its right."""

from textual.app import RenderResult
from textual.content import Content
from textual.widget import Widget

_BETWEEN = 2


class Line(Widget):
    """Shows two pieces of content on one line; one of them gives way where both don't fit."""

    def __init__(self, id: str, *, left_gives_way: bool = True) -> None:
        """Begin empty."""
        super().__init__(id=id)
        self._left_gives_way = left_gives_way
        self._left = Content("")
        self._right = Content("")

    def show(self, left: Content, right: Content) -> None:
        """Show other content; drawing costs nothing where nothing is new."""
        if not (left.is_same(self._left) and right.is_same(self._right)):
            self._left, self._right = left, right
            self.refresh()

    def render(self) -> RenderResult:
        """Draw the line, cut to the width."""
        width = self.size.width
        left, right = self._left, self._right
        if self._left_gives_way:
            right = right.truncate(width, ellipsis=True)
            left = left.truncate(max(0, width - right.cell_length - _BETWEEN), ellipsis=True)
        else:
            left = left.truncate(width, ellipsis=True)
            right = right.truncate(max(0, width - left.cell_length - _BETWEEN), ellipsis=True)
        gap = width - left.cell_length - right.cell_length
        return Content.assemble(left, " " * max(0, gap), right)
