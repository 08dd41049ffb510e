"""The marked passage in its section; who wrote it and what may be done with it stay in sight."""

from collections.abc import Collection
from typing import NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.events import DescendantBlur, DescendantFocus

from cmalt_tui.model.passage import Passage
from cmalt_tui.model.saved_example import SavedExample
from cmalt_tui.ui.keys import shown_letter_of
from cmalt_tui.ui.latest import Latest
from cmalt_tui.ui.safe import safe_line
from cmalt_tui.ui.widgets.line import Line
from cmalt_tui.ui.widgets.passage_section import PassageSection
from cmalt_tui.ui.widgets.passage_words import (
    SAVED,
    address_words,
    attribution_words,
    place_words,
    short_licence,
)
from cmalt_tui.workbench.browsing import web_address
from cmalt_tui.workbench.examples import Examples


class Shown(NamedTuple):
    """What the preview shows.

    Attributes:
        number, of: The place of the passage among those listed, counted from 1.
        words: For which it was found, case-folded.
        saved: How the person keeps it; None if it is not kept.
    """

    passage: Passage
    number: int = 1
    of: int = 1
    words: Collection[str] = ()
    saved: SavedExample | None = None


class PassagePreview(Vertical):
    """Reads the section of a passage in the background and shows it between two fixed lines."""

    DEFAULT_CSS = """
    PassagePreview {
        height: 1fr;
        padding: 0 2;
        background: $surface;
    }
    PassagePreview > Line {
        height: 1;
        color: $text-muted;
    }
    PassagePreview > #preview-title {
        color: $primary;
        text-style: bold;
    }
    PassagePreview > #preview-works {
        color: $success;
        display: none;
    }
    PassagePreview.-works > #preview-works {
        display: block;
    }
    PassagePreview > PassageSection {
        margin: 1 0;
    }
    """

    def __init__(self, examples: Examples) -> None:
        """Name the corpus from which sections are read."""
        super().__init__()
        self._shown: Shown | None = None
        self._reading: Latest[Passage, tuple[Passage, ...]] = Latest(
            self, lambda passage: examples.section_of(passage.id), self._take_section
        )

    def compose(self) -> ComposeResult:
        """What it is and by whom; the section; what works in it and where it stands."""
        yield Line("preview-title")
        yield Line("preview-origin")
        yield PassageSection()
        yield Line("preview-works")
        yield Line("preview-source", left_gives_way=False)

    @property
    def section(self) -> PassageSection:
        """The text, which can have the keys."""
        return self.query_one(PassageSection)

    def show(self, shown: Shown | None) -> None:
        """Show a passage, at once what is known of it and its section when it is read.

        Args:
            shown: What to show; None for nothing.
        """
        before = self._shown
        self._shown = shown
        self._draw_lines()
        if shown is None:
            self._reading.forget()
            self.section.read(None, (), ())
        elif before is None or (before.passage, before.words) != (shown.passage, shown.words):
            self._reading.want(shown.passage)

    def _take_section(self, passage: Passage, section: tuple[Passage, ...]) -> None:
        if self._shown is not None:
            self.section.read(passage, section, self._shown.words)
            self._draw_lines()

    @on(PassageSection.MatchShown)
    @on(DescendantFocus)
    @on(DescendantBlur)
    def _draw_lines(self) -> None:
        shown = self._shown
        if shown is None:
            for line in self.query(Line):
                line.show(Content(""), Content(""))
            return
        passage = shown.passage
        told = " — ".join(one for one in (place_words(passage), passage.title) if one)
        match, matches = self.section.match
        at = [f"{shown.number} of {shown.of}"]
        if matches:
            at.append(f"match {match or '–'} of {matches}")
        title = safe_line(told or passage.origin.portfolio)
        self._put("title", title, safe_line(" · ".join(at), style="$text-muted not bold"))
        saved = (f"{SAVED}  " if shown.saved is not None else "", "$success")
        licence = Content.assemble(saved, safe_line(short_licence(passage.origin)))
        room = self.query_one("#preview-origin").size.width - licence.cell_length - 2
        self._put("origin", safe_line(attribution_words(passage.origin, max(room, 8))), licence)
        works = (shown.saved.works if shown.saved is not None else "") or passage.works
        self.set_class(bool(works), "-works")
        self._put("works", safe_line(f"what works here: {works}"), Content(""))
        source = safe_line(address_words(passage.origin))
        room = self.query_one("#preview-source").size.width - source.cell_length - 2
        self._put("source", source, self._keys(passage, room))

    def _keys(self, passage: Passage, room: int) -> Content:
        """What can be done while it is read; beside the query a letter would only be typed."""
        told = Content("")
        wanted = {"next": "next", "previous": "before"}
        if web_address(passage.origin.source):
            wanted = {"open_source": "browser", **wanted}
        for name, word in wanted.items() if self.section.has_focus else ():
            letter = shown_letter_of(self.app, f"examples.{name}")
            gap = "   " if told else ""
            longer = Content.assemble(told, gap, (letter, "$accent"), f" {word}")
            if letter and longer.cell_length <= room:
                told = longer
        return told

    def _put(self, name: str, left: Content, right: Content) -> None:
        self.query_one(f"#preview-{name}", Line).show(left, right)
