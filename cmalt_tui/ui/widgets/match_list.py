"""The places that were found, under the names of their texts; each can be switched off."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from textual.content import Content
from textual.events import Click
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from cmalt_tui.model.text_search import Found, Match, Spot
from cmalt_tui.ui.match_content import match_content
from cmalt_tui.ui.safe import safe_line

_BOX = 4


class MatchList(ScrollView, can_focus=True, inherit_bindings=False):
    """Draws only the lines that are in sight, so that thousands cost nothing."""

    FOOTER = ("everywhere.go_to", "everywhere.replace", "everywhere.switch", "everywhere.back")
    DEFAULT_CSS = """
    MatchList { height: 1fr; padding: 0 1; scrollbar-size-vertical: 1; overflow-x: hidden; }
    """

    @dataclass
    class Chosen(Message):
        """A place was clicked twice."""

        match: Match

    @dataclass
    class Switched(Message):
        """A place was switched on or off by a click."""

    def __init__(self, name_of: Callable[[Spot], str]) -> None:
        """Begin with nothing.

        Args:
            name_of: Names a text.
        """
        super().__init__()
        self._name_of = name_of
        self._found = Found()
        self._rows: list[Spot | Match] = []
        self._off: set[tuple[Spot, int, int]] = set()
        self._at = 0

    @property
    def match(self) -> Match | None:
        """The place that is marked."""
        row = self._rows[self._at] if self._at < len(self._rows) else None
        return row if isinstance(row, Match) else None

    @property
    def matches_on(self) -> list[Match]:
        """The places that are not switched off."""
        return [match for match in self._found.matches if _key(match) not in self._off]

    def show(self, found: Found, *, afresh: bool) -> None:
        """Show other places.

        Args:
            found: What was found.
            afresh: Whether something else was looked for, so that all are on again.
        """
        self._found = found
        self._rows = list(_rows(found))
        if afresh:
            self._off.clear()
            self._at = 0
            self.scroll_home(animate=False)
        self.virtual_size = Size(self.size.width, len(self._rows))
        self._mark(min(self._at, max(0, len(self._rows) - 1)), 1)

    def walk(self, step: int) -> None:
        """Mark another place."""
        self._mark(max(0, min(self._at + step, len(self._rows) - 1)), 1 if step > 0 else -1)

    def switch(self) -> None:
        """Switch the marked place off, or on again."""
        if self.match is not None:
            self._off ^= {_key(self.match)}
            self.refresh()

    def switch_all(self, *, on: bool) -> None:
        """Switch all places on or off."""
        self._off = set() if on else {_key(match) for match in self._found.matches}
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw the line of a text's name, or of a place."""
        number = y + self.scroll_offset.y
        width = self.scrollable_content_region.width
        if not 0 <= number < len(self._rows):
            return Strip.blank(width, self.rich_style)
        row = self._rows[number]
        if isinstance(row, Match):
            text = self._found.texts[row.spot]
            is_on = _key(row) not in self._off
            drawn = Content.assemble(
                "▌" if number == self._at else " ",
                match_content(text, row, width - 2, is_on=is_on),
            )
        else:
            drawn = safe_line(self._name_of(row), width, "bold $primary")
        if number == self._at:
            drawn = drawn.pad_right(max(0, width - drawn.cell_length))
            drawn = drawn.stylize_before("$block-cursor-foreground on $block-cursor-background")
        strips = Visual.to_strips(self, drawn, width, 1, self.visual_style)
        return strips[0]

    def on_click(self, event: Click) -> None:
        """Mark the place under the mouse; its box switches it, a second click goes there."""
        number = event.y + self.scroll_offset.y
        if not 0 <= number < len(self._rows):
            return
        self.focus()
        self._mark(number, 1)
        if self.match is not None and event.chain == 2:
            self.post_message(self.Chosen(self.match))
        elif self.match is not None and self.match.put is not None and event.x <= _BOX:
            self.switch()
            self.post_message(self.Switched())

    def _mark(self, number: int, step: int) -> None:
        """Mark the place at a line, or the next one in a direction."""
        while 0 <= number < len(self._rows) and not isinstance(self._rows[number], Match):
            number += step
        if 0 <= number < len(self._rows):
            self._at = number
        top = max(0, self._at - 1)
        self.scroll_to_region(Region(0, top, 1, self._at - top + 1), animate=False)
        self.refresh()


def _rows(found: Found) -> Iterator[Spot | Match]:
    """The places with the names of their texts before them."""
    spot = None
    for match in found.matches:
        if match.spot != spot:
            spot = match.spot
            yield spot
        yield match


def _key(match: Match) -> tuple[Spot, int, int]:
    return match.spot, match.start, match.end
