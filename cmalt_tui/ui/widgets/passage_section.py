"""The text of a section, with the passage that was found in it and every match marked."""

import re
from collections.abc import Collection, Mapping, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.message import Message
from textual.widgets import Static

from cmalt_tui.commands.command import Scope
from cmalt_tui.model.passage import Passage
from cmalt_tui.ui.bindings import bindings_of
from cmalt_tui.ui.safe import safe_line
from cmalt_tui.ui.widgets.passage_words import marked_content, match_ends, matches_in

_MOST_AROUND = 40
_LOW = 12
# A link is read by its words; where it leads stays in the text that is copied.
_LINK = r"!?\[([^\]\[]{0,500})\]\([^()\s]{0,2000}\)"
_PIECES = ("before", "here", "after")


class PassageSection(VerticalScroll, inherit_bindings=False):
    """Reads with the arrows when it has the focus."""

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

    DEFAULT_CSS = """
    PassageSection {
        scrollbar-size-vertical: 1;
        height: 1fr;
    }
    PassageSection > Static {
        height: auto;
        width: 1fr;
    }
    PassageSection > .section-around {
        color: $text-muted;
    }
    PassageSection > #section-before {
        margin-bottom: 1;
    }
    PassageSection > #section-after {
        margin-top: 1;
    }
    PassageSection > #section-here {
        border-left: outer $text-muted;
        padding-left: 1;
    }
    PassageSection:focus > #section-here {
        border-left: outer $accent;
    }
    """

    class MatchShown(Message):
        """Another match is shown."""

    def __init__(self) -> None:
        """Begin with nothing to read."""
        super().__init__()
        self._passage: Passage | None = None
        self._texts: dict[str, list[tuple[str, str]]] = {}
        self._words: Collection[str] = ()
        self._drawn: dict[str, Content] = {}
        self._first_here = 0
        self._count = 0
        self._at = -1

    def compose(self) -> ComposeResult:
        """What stands before, the passage, what stands after."""
        yield Static(id="section-before", classes="section-around", markup=False)
        yield Static(id="section-here", markup=False)
        yield Static(id="section-after", classes="section-around", markup=False)

    @property
    def match(self) -> tuple[int, int]:
        """Which match is shown, counted from 1, and how many there are."""
        return self._at + 1, self._count

    def why_not(self, action: str) -> str:
        """Without matches there is none to go to."""
        if action.endswith("_match") and not self._count:
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
        self._words = words
        self._passage = passage
        self._texts = _texts(passage, section) if passage is not None else {}
        counts = {
            name: sum(len(matches_in(text, words)) for _, text in self._texts.get(name, ()))
            for name in _PIECES
        }
        self._count = sum(counts.values())
        self._first_here = counts["before"]
        self._at = self._first_here if counts["here"] else -1
        self._draw(_PIECES)
        self.call_after_refresh(self._bring_passage_into_view)

    def on_resize(self, event: Resize) -> None:
        """Keep the passage in view."""
        self.call_after_refresh(self._bring_passage_into_view)

    def action_next_match(self) -> None:
        """Go to the next match; after the last one to the first."""
        self._go_to_match(1)

    def action_previous_match(self) -> None:
        """Go to the match before; before the first one to the last."""
        self._go_to_match(-1)

    def _go_to_match(self, step: int) -> None:
        if not self._count:
            return
        was = self._piece_of(self._at)[0]
        self._at = (self._at + step) % self._count if self._at >= 0 or step > 0 else self._count - 1
        self._draw({was, self._piece_of(self._at)[0]})
        self.call_after_refresh(self._bring_match_into_view)
        self.post_message(self.MatchShown())

    def _draw(self, names: Collection[str]) -> None:
        number = 0
        for name in _PIECES:
            passages = self._texts.get(name, [])
            if name in names:
                drawn = _drawn(passages, self._words, self._at - number)
                self._drawn[name] = drawn
                static = self.query_one(f"#section-{name}", Static)
                static.update(drawn)
                static.display = bool(drawn.plain)
            number += sum(len(matches_in(text, self._words)) for _, text in passages)

    def _piece_of(self, match: int) -> tuple[str, int]:
        """In which piece a match stands, and its number there."""
        for name in _PIECES:
            count = len(match_ends(self._drawn.get(name, Content(""))))
            if match < count:
                return name, match
            match -= count
        return _PIECES[-1], max(match, 0)

    def _line_of_match(self) -> int:
        name, number = self._piece_of(self._at)
        static = self.query_one(f"#section-{name}", Static)
        end = match_ends(self._drawn[name])[number]
        lines = self._drawn[name][:end].wrap(max(static.content_region.width, 1))
        return static.virtual_region.y + len(lines) - 1

    def _bring_passage_into_view(self) -> None:
        if self._passage is None:
            return
        here = self.query_one("#section-here", Static)
        top = here.virtual_region.y if self._drawn["before"].plain else 0
        if self.size.height < _LOW and self._texts["here"][0][0]:
            # The heading stands above the text already, and here every line counts.
            top += 1
        # A match far down in a long passage is what one wants to see of it.
        if self._at >= 0 and self._line_of_match() >= top + self.size.height:
            self._bring_match_into_view()
        else:
            self.scroll_to(y=top, animate=False)

    def _bring_match_into_view(self) -> None:
        line = self._line_of_match()
        if not self.scroll_y <= line < self.scroll_y + self.size.height:
            self.scroll_to(y=line - self.size.height // 3, animate=False)


def _texts(passage: Passage, section: Sequence[Passage]) -> dict[str, list[tuple[str, str]]]:
    """Headings and texts of what stands before, of the passage itself, and of what follows."""
    ids = [one.id for one in section]
    at = ids.index(passage.id) if passage.id in ids else 0
    around = tuple(section) if passage.id in ids else (passage,)
    first = max(at - _MOST_AROUND, 0)
    pieces = {
        "before": around[first:at],
        "here": around[at : at + 1],
        "after": around[at + 1 : at + 1 + _MOST_AROUND],
    }
    told: dict[str, list[tuple[str, str]]] = {}
    title = around[first].title
    for name, passages in pieces.items():
        told[name] = []
        for one in passages:
            text = re.sub(_LINK, r"\1", one.text.strip())
            told[name].append((one.title if one.title != title else "", text))
            title = one.title
    return told


def _drawn(passages: Sequence[tuple[str, str]], words: Collection[str], here: int) -> Content:
    """Draw passages below each other; ``here`` is the match that one is at, counted in them."""
    pieces: list[Content] = []
    for heading, text in passages:
        drawn = marked_content(text, words, here)
        here -= len(matches_in(text, words))
        title = safe_line(heading, style="bold")
        pieces.append(Content.assemble(title, "\n", drawn) if heading else drawn)
    return Content("\n\n").join(pieces)
