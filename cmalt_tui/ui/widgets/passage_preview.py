"""The section that a passage was cut from, with the passage in view and what works in it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from textual import work
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from cmalt_tui.model.passage import Passage
from cmalt_tui.progress import Report
from cmalt_tui.ui.keys import shown_key_of
from cmalt_tui.ui.safe import safe_content, safe_line
from cmalt_tui.ui.widgets.passage_words import marked_content, origin_words, source_words
from cmalt_tui.ui.work import carry_out_for
from cmalt_tui.workbench.examples import Examples

_MOST_AROUND = 40
_OFFERED = {
    "copy_with_source": "copy with source",
    "more_like_this": "more like this",
    "save_with_note": "keep in my note",
}


@dataclass
class SectionRead(Message):
    """The section of a passage was read."""

    passage: Passage
    section: tuple[Passage, ...]


class PassagePreview(VerticalScroll):
    """Reads with the arrows when it has the focus."""

    FOOTER = (
        *("examples.copy_with_source", "examples.save_with_note", "examples.more_like_this"),
        "examples.back",
    )

    DEFAULT_CSS = """
    PassagePreview {
        scrollbar-size-vertical: 1;
        height: 1fr;
        padding: 0 2;
        background: $surface;
    }
    PassagePreview > Static {
        height: auto;
        width: 1fr;
    }
    PassagePreview > #preview-title {
        color: $primary;
        text-style: bold;
        margin-bottom: 1;
    }
    PassagePreview > .preview-around {
        color: $text-muted;
    }
    PassagePreview > #preview-here {
        border-left: outer $text-muted;
        padding-left: 1;
    }
    PassagePreview:focus > #preview-here {
        border-left: outer $accent;
    }
    PassagePreview > #preview-works {
        margin-top: 1;
        color: $success;
    }
    PassagePreview > #preview-source {
        margin-top: 1;
        color: $text-muted;
    }
    """

    def __init__(self, examples: Examples) -> None:
        """Name the corpus from which sections are read."""
        super().__init__()
        self._examples = examples
        self._wanted: Passage | None = None
        self._words: Collection[str] = ()

    def compose(self) -> ComposeResult:
        """Title, what stands before, the passage, what stands after, and the source."""
        yield Static(id="preview-title", markup=False)
        yield Static(id="preview-before", classes="preview-around", markup=False)
        yield Static(id="preview-here", markup=False)
        yield Static(id="preview-works", markup=False)
        yield Static(id="preview-after", classes="preview-around", markup=False)
        yield Static(id="preview-source", markup=False)

    def read(self, passage: Passage | None, words: Collection[str] = ()) -> None:
        """Read the section of a passage and show it; nothing if there is no passage.

        Args:
            passage: What to show.
            words: The words for which it was found; they are marked in it.
        """
        self._wanted = passage
        self._words = words
        if passage is None:
            for name in ("title", "before", "here", "works", "after", "source"):
                self._put(name, Content())
        else:
            self._read_section(passage)

    def on_section_read(self, message: SectionRead) -> None:
        """Show the section, unless another passage is wanted by now."""
        message.stop()
        if message.passage is self._wanted:
            self._show(message.passage, message.section)

    @work(thread=True, exit_on_error=False, group="read")
    def _read_section(self, passage: Passage) -> None:
        def read(report: Report) -> SectionRead:
            return SectionRead(passage, self._examples.section_of(passage.id))

        carry_out_for(self, read)

    def _show(self, passage: Passage, section: Sequence[Passage]) -> None:
        ids = [one.id for one in section]
        at = ids.index(passage.id) if passage.id in ids else 0
        around = section if passage.id in ids else (passage,)
        before = around[max(at - _MOST_AROUND, 0) : at]
        after = around[at + 1 : at + 1 + _MOST_AROUND]
        title = safe_line(passage.title)
        told = safe_line(origin_words(passage), style="$text-muted not bold")
        self._put("title", Content.assemble(title, "\n" if title else "", told))
        self._put("before", _joined(before, ""))
        here = marked_content(passage.text.strip(), self._words)
        heading = passage.title if before and before[-1].title != passage.title else ""
        self._put("here", Content.assemble(_heading(heading), here))
        works = safe_line(passage.works)
        self._put("works", Content.assemble("what works here: ", works) if works else Content())
        self._put("after", _joined(after, passage.title))
        self._put("source", Content.assemble(safe_line(source_words(passage.origin)), self._keys()))
        self.call_after_refresh(self._bring_into_view)

    def _keys(self) -> Content:
        offered = [
            Content.assemble((shown_key_of(self.app, f"examples.{action}"), "$accent"), f" {word}")
            for action, word in _OFFERED.items()
        ]
        return Content.assemble("\n\n", Content("   ").join(offered))

    def _bring_into_view(self) -> None:
        here = self.query_one("#preview-here")
        first = not self.query_one("#preview-before").display
        self.scroll_to(y=0 if first else here.virtual_region.y, animate=False)

    def _put(self, name: str, content: Content) -> None:
        target = self.query_one(f"#preview-{name}", Static)
        target.update(content)
        target.display = bool(content.plain)


def _joined(passages: Sequence[Passage], title: str) -> Content:
    pieces: list[Content] = []
    for passage in passages:
        heading = passage.title if passage.title != title else ""
        title = passage.title
        text = safe_content(passage.text.strip())
        pieces.append(Content.assemble("\n", _heading(heading), text, "\n"))
    return Content("").join(pieces)


def _heading(title: str) -> Content:
    return Content.assemble(safe_line(title, style="bold"), "\n") if title else Content()
