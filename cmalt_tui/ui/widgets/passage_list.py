"""The passages that a search found, the best first."""

from collections.abc import Sequence

from textual.events import Resize
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from cmalt_tui.model.passage import Hit, Passage
from cmalt_tui.ui.widgets.passage_words import hit_content


class PassageList(OptionList):
    """Walked with the arrows while the query keeps the cursor; hence it takes no focus itself."""

    can_focus = False
    DEFAULT_CSS = """
    PassageList {
        scrollbar-size-vertical: 1;
        border: none;
        padding: 0 1;
        background: $background;
        height: 1fr;
    }
    PassageList > .option-list--option-highlighted {
        color: $block-cursor-foreground;
        background: $block-cursor-background;
        text-style: $block-cursor-text-style;
    }
    """

    def __init__(self, *, id: str | None = None) -> None:
        """Begin with nothing found."""
        super().__init__(id=id, markup=False)
        self._hits: tuple[Hit, ...] = ()
        self._drawn_width = 0

    @property
    def passage(self) -> Passage | None:
        """The passage under the mark."""
        if self.highlighted is None or self.highlighted >= len(self._hits):
            return None
        return self._hits[self.highlighted].passage

    @property
    def matched_words(self) -> frozenset[str]:
        """The words for which the passage under the mark was found, as they stand in it."""
        if self.highlighted is None or self.highlighted >= len(self._hits):
            return frozenset()
        hit = self._hits[self.highlighted]
        return frozenset(hit.snippet[start:end].casefold() for start, end in hit.highlights)

    def show(self, hits: Sequence[Hit]) -> None:
        """Put hits in place of the ones before, and the mark on the best of them."""
        self._hits = tuple(hits)
        self._draw()
        self.highlighted = 0 if self._hits else None
        self.scroll_home(animate=False)

    def on_resize(self, event: Resize) -> None:
        """Draw anew where the width is another one: the scores stand at the right."""
        if self._drawn_width != self.scrollable_content_region.width:
            marked = self.highlighted
            self._draw()
            self.highlighted = marked

    def _draw(self) -> None:
        self._drawn_width = self.scrollable_content_region.width
        width = max(self._drawn_width - 2, 20)
        self.clear_options()
        best = max((hit.score for hit in self._hits), default=1.0)
        self.add_options([Option(hit_content(hit, width, best)) for hit in self._hits])
