"""A line, or a few, of pieces side by side, some of which do something when they are clicked."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from textual.app import RenderResult
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.widget import Widget

_MORE = Content.styled("…", "$text-muted")


class Piece(NamedTuple):
    """What is drawn, what a click on it is about, and how far it stands from the one before."""

    content: Content
    target: object = None
    gap: int = 3


class ClickLine(Widget):
    """Shows as many pieces as have room; a piece is never cut, but for the first of a line."""

    DEFAULT_CSS = """
    ClickLine {
        height: 1;
    }
    """

    @dataclass
    class Pressed(Message):
        """A piece was clicked."""

        target: object

    def __init__(self, *, id: str | None = None) -> None:
        """Begin empty."""
        super().__init__(id=id)
        self._pieces: tuple[Piece, ...] = ()
        self._spots: list[tuple[int, int, int, object]] = []

    def show(self, pieces: Sequence[Piece]) -> None:
        """Show other pieces; drawing costs nothing where nothing is new."""
        same = len(pieces) == len(self._pieces) and all(
            new.target == old.target and new.content.is_same(old.content)
            for new, old in zip(pieces, self._pieces, strict=True)
        )
        if not same:
            self._pieces = tuple(pieces)
            self.refresh()

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """What is shown, or would be if there were room."""
        return self._pieces

    def render(self) -> RenderResult:
        """Lay the pieces out, and note where each stands for the mouse."""
        width, height = self.size
        self._spots = []
        lines: list[Content] = [Content("")]
        for piece in self._pieces:
            gap = piece.gap if lines[-1] else 0
            column = lines[-1].cell_length + gap
            if gap and column + piece.content.cell_length > width - _MORE.cell_length - 1:
                if len(lines) == height:
                    lines[-1] = Content.assemble(lines[-1], " ", _MORE)
                    break
                lines.append(Content(""))
                gap = column = 0
            drawn = piece.content.truncate(width, ellipsis=True)
            self._spots.append((len(lines) - 1, column, column + drawn.cell_length, piece.target))
            lines[-1] = Content.assemble(lines[-1], " " * gap, drawn)
        return Content("\n").join(lines)

    def on_click(self, event: Click) -> None:
        """Tell what was clicked."""
        for line, start, end, target in self._spots:
            if target is not None and event.y == line and start <= event.x < end:
                self.post_message(self.Pressed(target))
