"""The text of a section, with the passage that was found in it and every match marked."""

import re
from collections.abc import Collection, Mapping, Sequence
from typing import ClassVar, NamedTuple

from textual.content import Content
from textual.events import Blur, Click, Focus, Resize
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from cmalt_tui.commands.command import Scope
from cmalt_tui.model.passage import Passage
from cmalt_tui.ui.bindings import bindings_of
from cmalt_tui.ui.safe import safe_line
from cmalt_tui.ui.widgets.passage_words import marked_content, match_spans

_MOST_AROUND = 40
_LOW = 12
_BAR = "▌ "
_QUIET = "$text-muted"
_MATCH_HERE = "bold reverse $accent"
# A link is read by its words; where it leads stays in the text that is copied.
_LINK = r"!?\[([^\]\[]{0,500})\]\([^()\s]{0,2000}\)"


class _Match(NamedTuple):
    line: int
    start: int
    end: int


class PassageSection(ScrollView, inherit_bindings=False):
    """Reads with the arrows when it has the focus.

    It draws its lines itself: where the passage stands is then known before anything is drawn, so
    that another passage costs one drawing and not one for each thing that moves.
    """

    COMMAND_SCOPE = Scope.READING
    ACTIONS: ClassVar[Mapping[str, str]] = {}
    BINDINGS: ClassVar = bindings_of(Scope.READING)
    FOOTER = (
        *("examples.save_with_note", "examples.back"),
        *("examples.copy_with_source", "examples.more_like_this"),
    )
    HELP = (
        "The section that the passage was cut from. Arrows scroll, left and right go from match "
        "to match, n and p to the next passage found and the one before."
    )
    can_focus = True

    DEFAULT_CSS = """
    PassageSection {
        scrollbar-size-vertical: 1;
        scrollbar-gutter: stable;
        overflow-x: hidden;
        overflow-y: auto;
        height: 1fr;
    }
    """

    class MatchShown(Message):
        """Another match is shown."""

    def __init__(self) -> None:
        """Begin with nothing to read."""
        super().__init__()
        self._pieces: tuple[Content, Content, Content] | None = None
        self._lines: list[Content] = []
        self._here = range(0)
        self._matches: list[_Match] = []
        self._at = -1
        self._has_heading = False

    @property
    def match(self) -> tuple[int, int]:
        """Which match is shown, counted from 1, and how many there are."""
        return self._at + 1, len(self._matches)

    @property
    def text(self) -> Content:
        """All that can be read here."""
        return Content("\n").join(self._lines)

    def why_not(self, action: str) -> str:
        """Without matches there is none to go to."""
        if action.endswith("_match") and not self._matches:
            return "nothing is marked in this section"
        return ""

    def read(
        self, passage: Passage | None, section: Sequence[Passage], words: Collection[str]
    ) -> None:
        """Show a section with a passage in view.

        Args:
            passage: The passage that was found; None for nothing to read.
            section: The passages of its section, in order.
            words: The words to mark, case-folded.
        """
        self._pieces = None
        if passage is not None:
            texts = _texts(passage, section)
            self._has_heading = bool(texts[1][0][0])
            before, here, after = (_drawn(piece, words) for piece in texts)
            self._pieces = before, here, after
        self._lay_out()

    def on_resize(self, event: Resize) -> None:
        """Break the lines anew, and keep the passage in view."""
        self._lay_out()

    def on_focus(self, event: Focus) -> None:
        """Colour the bar beside the passage."""
        self.refresh()

    def on_blur(self, event: Blur) -> None:
        """Take the colour away again."""
        self.refresh()

    def on_click(self, event: Click) -> None:
        """Take the keys."""
        self.focus()

    def action_next_match(self) -> None:
        """Go to the next match; after the last one to the first."""
        self._go_to_match(1)

    def action_previous_match(self) -> None:
        """Go to the match before; before the first one to the last."""
        self._go_to_match(-1)

    def render_line(self, y: int) -> Strip:
        """Draw one line of the text."""
        number = y + self.scroll_offset.y
        width = self.scrollable_content_region.width
        if number >= len(self._lines):
            return Strip.blank(width, self.rich_style)
        line = self._lines[number]
        if 0 <= self._at < len(self._matches) and self._matches[self._at].line == number:
            _, start, end = self._matches[self._at]
            line = line.stylize(_MATCH_HERE, start, end)
        if number in self._here:
            bar = Content.styled(_BAR, "$accent" if self.has_focus else _QUIET)
            line = Content.assemble(bar, line)
        else:
            line = line.stylize_before(_QUIET)
        [strip, *_] = Visual.to_strips(self, line, width, 1, self.visual_style, pad=True)
        return strip

    def _lay_out(self) -> None:
        width = self.scrollable_content_region.width
        self._lines, self._matches, self._at = [], [], -1
        self._here = range(0)
        if self._pieces is not None and width > 0:
            before, here, after = (
                piece.wrap(max(width - len(_BAR) - 1, 1)) if piece.plain else []
                for piece in self._pieces
            )
            first = len(before) + bool(before)
            self._lines = [*before, *[Content("")] * bool(before), *here]
            self._lines += [Content("")] * bool(after) + after
            self._here = range(first, first + len(here))
            self._matches = [
                _Match(number, start, end)
                for number, line in enumerate(self._lines)
                for start, end in match_spans(line)
            ]
            within = (n for n, match in enumerate(self._matches) if match.line in self._here)
            self._at = next(within, -1)
        self.virtual_size = Size(width, len(self._lines))
        self._bring_passage_into_view()
        self.refresh()

    def _go_to_match(self, step: int) -> None:
        count = len(self._matches)
        if not count:
            return
        was = self._at
        self._at = (was + step) % count if was >= 0 or step > 0 else count - 1
        self._bring_match_into_view()
        for match in {was, self._at} - {-1}:
            line = self._matches[match].line - self.scroll_offset.y
            self.refresh(Region(0, line, self.size.width, 1))
        self.post_message(self.MatchShown())

    def _bring_passage_into_view(self) -> None:
        top = self._here.start
        if self.size.height < _LOW and self._has_heading:
            # The heading stands above the text already, and here every line counts.
            top += 1
        # A match far down in a long passage is what one wants to see of it.
        if self._at >= 0 and self._matches[self._at].line >= top + self.size.height:
            top = self._matches[self._at].line - self.size.height // 3
        # Also while the bar beside it, by which Textual tells whether it scrolls, is not drawn yet.
        self.scroll_to(y=top, animate=False, force=True, immediate=True)

    def _bring_match_into_view(self) -> None:
        line = self._matches[self._at].line
        if not self.scroll_y <= line < self.scroll_y + self.size.height:
            self.scroll_to(y=line - self.size.height // 3, animate=False, immediate=True)


def _texts(passage: Passage, section: Sequence[Passage]) -> list[list[tuple[str, str]]]:
    """Headings and texts of what stands before, of the passage itself, and of what follows."""
    ids = [one.id for one in section]
    at = ids.index(passage.id) if passage.id in ids else 0
    around = tuple(section) if passage.id in ids else (passage,)
    first = max(at - _MOST_AROUND, 0)
    pieces = around[first:at], around[at : at + 1], around[at + 1 : at + 1 + _MOST_AROUND]
    told: list[list[tuple[str, str]]] = []
    title = around[first].title
    for passages in pieces:
        told.append([])
        for one in passages:
            text = re.sub(_LINK, r"\1", one.text.strip())
            told[-1].append((one.title if one.title != title else "", text))
            title = one.title
    return told


def _drawn(passages: Sequence[tuple[str, str]], words: Collection[str]) -> Content:
    """Draw passages below each other."""
    pieces: list[Content] = []
    for heading, text in passages:
        drawn = marked_content(text, words)
        title = safe_line(heading, style="bold")
        pieces.append(Content.assemble(title, "\n", drawn) if heading else drawn)
    return Content("\n\n").join(pieces)
