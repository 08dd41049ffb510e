"""How the text at hand will look, beside it."""

from typing import NamedTuple

from textual.content import Content
from textual.geometry import Region
from textual.widgets import TextArea

from cmalt_tui.model.text_address import text_at
from cmalt_tui.ui.latest import Latest
from cmalt_tui.ui.safe import cut_line
from cmalt_tui.ui.widgets.context_cards import Cards
from cmalt_tui.ui.widgets.context_subject import Subject
from cmalt_tui.ui.work import Failed, Stopped

_HERE, _ELSEWHERE = "▎", " "
_LEAST = 20


class _Wanted(NamedTuple):
    """A text to be drawn in a width, and how its evidence is called."""

    text: str
    width: int
    evidence: tuple[tuple[str, str], ...]


class _Drawn(NamedTuple):
    """A text as lines; for each of its blocks the first line, and the line of the text."""

    lines: tuple[Content, ...]
    starts: tuple[int, ...]
    sources: tuple[int, ...]

    def block_at(self, row: int) -> tuple[int, int]:
        """The first line of the block that a line of the text belongs to, and of the next."""
        last = max((n for n, line in enumerate(self.sources) if line <= row), default=0)
        ends = (*self.starts[1:], len(self.lines))
        return (self.starts[last], ends[last]) if self.starts else (0, 0)


class ContextPreview(Cards):
    """Shows the text drawn, made in a thread once typing rests, with a bar beside the paragraph."""

    def __init__(self) -> None:
        """Begin with nothing drawn."""
        super().__init__()
        self._subject: Subject | None = None
        self._wanted: _Wanted | None = None
        self._drawn: _Drawn | None = None
        self._block = (0, 0)
        self._latest: Latest[_Wanted, _Drawn] = Latest(self, _draw, self._take)

    def look(self, subject: Subject) -> None:
        """Draw the text if it is another one by now, and follow the cursor."""
        self._subject = subject
        if not subject.address.is_text:
            self._wanted = self._drawn = None
            self._latest.forget()
            self.fill([], Content.styled("There is no text here.", "$text-muted"))
            return
        wanted = _Wanted(
            text_at(subject.portfolio, subject.address),
            max(_LEAST, self._pane.scrollable_content_region.width - 3),
            _evidence(subject),
        )
        if wanted != self._wanted:
            self._wanted = wanted
            self._latest.want(wanted)
        else:
            self._show()

    def on_resize(self) -> None:
        """Draw it in the new width."""
        if self._subject is not None and self.display:
            self.look(self._subject)

    def why_not(self, action: str) -> str:
        """Nothing can be done with it but reading."""
        del action
        return "this is only to look at; esc goes back to the text"

    def carry_out(self, action: str) -> bool:
        """Let the keys scroll."""
        del action
        return False

    def on_failed(self, message: Failed) -> None:
        """Say why it can't be drawn."""
        message.stop()
        told = f"This can't be drawn: {cut_line(message.problem.message, 200)}"
        self.fill([], Content.styled(told, "$text-muted"))

    def on_stopped(self, message: Stopped) -> None:
        """Nothing stops this but the end of the program."""
        message.stop()

    def _take(self, wanted: _Wanted, drawn: _Drawn) -> None:
        del wanted
        self._drawn, self._block = drawn, (0, 0)
        self._show()

    def _show(self) -> None:
        """Show what is drawn, with a bar beside the paragraph at the cursor."""
        drawn = self._drawn
        if drawn is None:
            return
        if not drawn.lines:
            self.fill([], Content.styled("Nothing is written here yet.", "$text-muted"))
            return
        first, end = drawn.block_at(self._cursor_row())
        if (first, end) != self._block:
            self._block = (first, end)
            lines = [
                Content.assemble(
                    (_HERE if first <= n < end and line.plain else _ELSEWHERE, "$accent"), line
                )
                for n, line in enumerate(drawn.lines)
            ]
            self.fill([], Content("\n").join(lines))
            self.call_after_refresh(self._follow, first, end)

    def _follow(self, first: int, end: int) -> None:
        """Have the paragraph at the cursor seen."""
        pane = self._pane
        top = self.region.y - pane.region.y + pane.scroll_offset.y
        height = min(end - first, pane.size.height // 2)
        pane.scroll_to_region(Region(0, top + first, 1, height), animate=False, force=True)

    def _cursor_row(self) -> int:
        return self.screen.query_one("#editor", TextArea).cursor_location[0]


def _evidence(subject: Subject) -> tuple[tuple[str, str], ...]:
    """What each item is called: ``evidence 3: A film of the bench``."""
    from cmalt_tui.ui.evidence_names import evidence_names

    return tuple(evidence_names(subject.framework, subject.portfolio).items())


def _draw(wanted: _Wanted) -> _Drawn:
    # Markdown takes 50 ms to load; this runs in a thread.
    from cmalt_tui.ui.block_lines import set_lines
    from cmalt_tui.ui.markdown_blocks import markdown_blocks

    blocks = list(markdown_blocks(wanted.text, dict(wanted.evidence)))
    lines, starts = set_lines(blocks, wanted.width)
    return _Drawn(tuple(lines), tuple(starts), tuple(block.line for block in blocks))
