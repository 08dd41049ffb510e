"""One line of text with something at its left and at its right; a question may take more."""

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

    def take_lines(self, most: int) -> None:
        """Be as high as what stands at the left needs to be read whole, and no higher than that."""
        width = max(1, self.content_region.width)
        self.styles.height = min(most, len(self._left.wrap(width))) if most > 1 else None

    def render(self) -> RenderResult:
        """Draw the line, cut to the width."""
        width = self.size.width
        if self.size.height > 1:
            return Content("\n").join(self._left.wrap(width)[: self.size.height])
        left, right = self._left, self._right
        if self._left_gives_way:
            right = right.truncate(width, ellipsis=True)
            left = left.truncate(max(0, width - right.cell_length - _BETWEEN), ellipsis=True)
        else:
            left = left.truncate(width, ellipsis=True)
            right = right.truncate(max(0, width - left.cell_length - _BETWEEN), ellipsis=True)
        gap = width - left.cell_length - right.cell_length
        return Content.assemble(left, " " * max(0, gap), right)
