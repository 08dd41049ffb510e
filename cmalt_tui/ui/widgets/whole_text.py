"""A long text to read that draws only the lines in sight, with a bar beside one paragraph."""

import re
from collections.abc import Callable
from typing import NamedTuple

from textual.content import Content
from textual.events import Click
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from cmalt_tui.ui.whole_portfolio import Piece

_BAR = "▎ "
WAYS = (
    *("line_up", "line_down", "page_up", "page_down"),
    *("first", "last", "next_section", "previous_section"),
)
# What was seen last stays in sight when a page is turned.
_KEPT_LINES = 2


class SetWhole(NamedTuple):
    """The pieces of a portfolio, set in lines of a width.

    Attributes:
        starts: The first line of each piece.
    """

    pieces: tuple[Piece, ...]
    lines: tuple[Content, ...]
    starts: tuple[int, ...]

    def end(self, place: int) -> int:
        """The line after the last one of a piece, without the blank one between two."""
        end = (*self.starts[place + 1 : place + 2], len(self.lines))[0]
        is_blank = end - 1 > self.starts[place] and not self.lines[end - 1].plain
        return end - 1 if is_blank else end


class WholeText(ScrollView, can_focus=True, inherit_bindings=False):
    """Scrolls through pieces; the bar goes along, so that it always stands in sight."""

    DEFAULT_CSS = """
    WholeText {
        height: 1fr;
        padding: 0 1;
        scrollbar-size-vertical: 1;
        background: $background;
    }
    """
    HELP = "The whole portfolio, to be read; enter goes to the paragraph at the bar."

    class Moved(Message):
        """The bar stands beside another paragraph."""

    def __init__(self) -> None:
        """Begin with nothing."""
        super().__init__()
        self._set = SetWhole((), (), ())
        self._place = 0
        self._found: re.Pattern[str] | None = None

    @property
    def piece(self) -> Piece | None:
        """The piece at the bar."""
        return self._set.pieces[self._place] if self._set.pieces else None

    @property
    def place(self) -> int:
        """The number of the piece at the bar."""
        return self._place

    def show(self, whole: SetWhole) -> None:
        """Show a portfolio, at the paragraph where one is."""
        self._set = whole
        self._place = min(self._place, max(0, len(whole.pieces) - 1))
        self.virtual_size = Size(0, len(whole.lines))
        self.refresh()

    def go(self, place: int, *, top: bool = False) -> None:
        """Put the bar beside a piece and bring it in sight, at the top if that is wanted."""
        if not self._set.pieces:
            return
        self._place = max(0, min(place, len(self._set.pieces) - 1))
        first, height = self._set.starts[self._place], self.size.height
        above = self.scroll_offset.y
        if top:
            self.scroll_to(y=first, animate=False, force=True)
        elif not above <= first < above + height:
            self.scroll_to(y=first - height // 3, animate=False, force=True)
        self._moved()

    def move(self, way: str) -> None:
        """Go one of the `WAYS`."""
        page = max(_KEPT_LINES, self.size.height - _KEPT_LINES)
        lines = {"line_up": -1, "line_down": 1, "page_up": -page, "page_down": page}
        if way in lines:
            self._go_lines(lines[way])
        elif way in ("first", "last"):
            self.go(0 if way == "first" else len(self._set.pieces), top=way == "first")
        else:
            self._go_section(1 if way == "next_section" else -1)

    def _go_lines(self, lines: int) -> None:
        """Scroll by lines; at the start and at the end the bar alone goes on."""
        before = self.scroll_offset.y
        self.scroll_to(y=before + lines, animate=False, force=True)
        if self.scroll_offset.y == before:
            last = len(self._set.pieces) - 1
            wanted = self._place + (1 if lines > 0 else -1)
            self._place = wanted if abs(lines) == 1 else last if lines > 0 else 0
            self._place = max(0, min(self._place, last))
        self._moved()

    def _go_section(self, step: int) -> None:
        """Go to where the next section begins, or the one before."""
        places = [n for n, piece in enumerate(self._set.pieces) if piece.begins]
        after = [n for n in places if n > self._place]
        before = [n for n in places if n < self._place]
        target = (after[:1] if step > 0 else before[-1:]) or [self._place]
        self.go(target[0], top=True)

    def find(self, words: str) -> int:
        """Mark words wherever they stand; returns in how many paragraphs."""
        parts = [re.escape(part) for part in words.split()]
        self._found = re.compile(r"\s+".join(parts), re.IGNORECASE) if parts else None
        self.refresh()
        return len(self._places_found())

    def go_found(self) -> None:
        """Go to the next paragraph that has the words, from the start again after the last."""
        places = self._places_found()
        if places:
            self.go(next((place for place in places if place > self._place), places[0]))

    def render_line(self, y: int) -> Strip:
        """Draw a line."""
        number = self.scroll_offset.y + y
        width = self.scrollable_content_region.width
        if not 0 <= number < len(self._set.lines):
            return Strip.blank(width, self.rich_style)
        line = self._set.lines[number]
        if self._found is not None:
            for match in self._found.finditer(line.plain):
                line = line.stylize("reverse", match.start(), match.end())
        is_here = self._set.starts[self._place] <= number < self._set.end(self._place)
        bar = _BAR if is_here and line.plain else " " * len(_BAR)
        drawn = Content.assemble((bar, "$accent"), line)
        strips = Visual.to_strips(self, drawn, width, 1, self.visual_style, pad=True)
        return strips[0] if strips else Strip.blank(width, self.rich_style)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Let the bar go along when the mouse scrolls."""
        super().watch_scroll_y(old_value, new_value)
        self._moved()

    def on_click(self, event: Click) -> None:
        """Put the bar beside the paragraph under the mouse."""
        number = event.y + self.scroll_offset.y - self.gutter.top
        before = [n for n, start in enumerate(self._set.starts) if start <= number]
        if before:
            self._place = before[-1]
            self._moved()

    def _places_found(self) -> list[int]:
        if self._found is None:
            return []
        has_words: Callable[[str], object] = self._found.search
        return [
            n for n, piece in enumerate(self._set.pieces) if has_words(piece.block.content.plain)
        ]

    def _moved(self) -> None:
        """Keep the bar in sight, and say where it is."""
        top, bottom = self.scroll_offset.y, self.scroll_offset.y + self.size.height
        starts = self._set.starts
        if starts and self.size.height:
            if self._set.end(self._place) <= top:
                self._place = next((n for n, s in enumerate(starts) if self._set.end(n) > top), 0)
            elif starts[self._place] >= bottom:
                self._place = max(n for n, start in enumerate(starts) if start < bottom)
        self.refresh()
        self.post_message(self.Moved())
