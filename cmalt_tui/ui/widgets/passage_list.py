"""The passages that a search found, the best first."""

from collections.abc import Callable, Sequence

from textual.events import Resize
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from cmalt_tui.model.passage import Hit, Passage
from cmalt_tui.ui.widgets.hit_content import Room, hit_content

_ROOMY = 24


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

    def __init__(self, is_saved: Callable[[Passage], bool], *, id: str | None = None) -> None:
        """Begin with nothing found.

        Args:
            is_saved: Whether the person keeps a passage already.
            id: The widget's id.
        """
        super().__init__(id=id, markup=False)
        self._is_saved = is_saved
        self._hits: tuple[Hit, ...] = ()
        self._drawn_for = Room(0)

    @property
    def hits(self) -> tuple[Hit, ...]:
        """What is listed."""
        return self._hits

    @property
    def passage(self) -> Passage | None:
        """The passage under the mark."""
        if self.highlighted is None or self.highlighted >= len(self._hits):
            return None
        return self._hits[self.highlighted].passage

    def matched_words(self, *, of_all: bool) -> frozenset[str]:
        """The words for which passages were found, case-folded, as they stand in them.

        Args:
            of_all: Whether to look at all hits, which know more forms of a word than one snippet
                does; where each has its own words, as with what is alike, only the marked one.
        """
        if self.passage is None or self.highlighted is None:
            return frozenset()
        hits = self._hits if of_all else (self._hits[self.highlighted],)
        return frozenset(
            word
            for hit in hits
            for start, end in hit.highlights
            for word in hit.snippet[start:end].casefold().split()
        )

    def show(self, hits: Sequence[Hit], mark: str = "") -> None:
        """Put hits in place of the ones before; what is listed already is not drawn again.

        Args:
            hits: What was found.
            mark: The id of the passage to be marked; the best one if it is not among them.
        """
        if tuple(hits) != self._hits:
            self._hits = tuple(hits)
            self._draw()
        ids = [hit.passage.id for hit in self._hits]
        self.highlighted = ids.index(mark) if mark in ids else 0 if ids else None
        if self.highlighted == 0:
            self.scroll_home(animate=False)

    def draw_again(self) -> None:
        """Draw anew what may be kept by now, or no longer."""
        marked = self.highlighted
        self._draw()
        self.highlighted = marked

    def on_resize(self, event: Resize) -> None:
        """Draw anew where the room is another one: the scores stand at the right."""
        if self._drawn_for != self._room:
            self.draw_again()

    @property
    def _room(self) -> Room:
        width = max(self.scrollable_content_region.width - 2, 20)
        return Room(width, 3 if self.size.height >= _ROOMY else 2)

    def _draw(self) -> None:
        self._drawn_for = self._room
        self.clear_options()
        best = max((hit.score for hit in self._hits), default=1.0)
        self.add_options(
            [
                Option(
                    hit_content(hit, self._drawn_for, best, is_saved=self._is_saved(hit.passage))
                )
                for hit in self._hits
            ]
        )
