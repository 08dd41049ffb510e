"""The sentences of a text, each with the letters of its moves of reflection in the margin."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Resize
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from cmalt_tui.review.moves import MovedSentence, letters
from cmalt_tui.ui.safe import safe_line

_MARGIN = 5
_LEAST = 20


class QuietList(OptionList, inherit_bindings=False):
    """A list that leaves enter, left, right and all letters but those that move to its screen."""

    DEFAULT_CSS = """
    QuietList {
        border: none; padding: 0; background: $background; height: 1fr;
        scrollbar-size-vertical: 1;
    }
    QuietList:focus { border: none; background-tint: $foreground 0%; }
    QuietList > .option-list--option-highlighted {
        background: $surface; color: $foreground; text-style: none;
    }
    QuietList:focus > .option-list--option-highlighted {
        background: $panel; color: $foreground; text-style: none;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "cursor_down", show=False),
        Binding("up,k", "cursor_up", show=False),
        Binding("home,g", "first", show=False),
        Binding("end,G", "last", show=False),
        Binding("pagedown,space", "page_down", show=False),
        Binding("pageup,b", "page_up", show=False),
    ]


class SentenceList(QuietList):
    """Shows sentences as they are read, with some air between paragraphs."""

    def __init__(self) -> None:
        """Begin with nothing."""
        super().__init__(markup=False, compact=True, id="sentences")
        self._sentences: tuple[MovedSentence, ...] = ()
        self._width = 0

    @property
    def sentence(self) -> MovedSentence | None:
        """The marked sentence."""
        place = self.highlighted
        return self._sentences[place] if place is not None and self._sentences else None

    def show(self, sentences: Sequence[MovedSentence]) -> None:
        """Show a text; the mark stays where it was, as far as the text goes."""
        if tuple(sentences) != self._sentences:
            self._sentences = tuple(sentences)
            self._draw()

    def on_resize(self, event: Resize) -> None:
        """Wrap the lines anew where the room is another one."""
        del event
        if self._width != self._room:
            self._draw()

    @property
    def _room(self) -> int:
        return max(_LEAST, self.scrollable_content_region.width)

    def _draw(self) -> None:
        marked, self._width = self.highlighted, self._room
        self.clear_options()
        following = (*self._sentences[1:], None)
        self.add_options(
            Option(
                _row(one, self._width, is_last=after is None or after.paragraph != one.paragraph)
            )
            for one, after in zip(self._sentences, following, strict=False)
        )
        if self._sentences:
            self.highlighted = min(marked or 0, len(self._sentences) - 1)


def _row(sentence: MovedSentence, width: int, *, is_last: bool) -> Content:
    """A sentence beside its letters; the last one of a paragraph with a blank line below."""
    lines = safe_line(sentence.text).wrap(width - _MARGIN)
    margin = f"{letters(sentence.moves)[: _MARGIN - 1]:<{_MARGIN}}"
    rows = [
        Content.assemble((" " * _MARGIN if number else margin, "bold $accent"), line)
        for number, line in enumerate(lines)
    ]
    return Content("\n").join([*rows, Content("")] if is_last else rows)
