"""The reading view: the whole portfolio from start to end, as those who assess it will read it."""

from collections.abc import Mapping
from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.events import Resize
from textual.screen import Screen
from textual.widgets import Input

from cmalt_tui.commands.command import Scope
from cmalt_tui.model.framework import Framework
from cmalt_tui.model.outline import entries
from cmalt_tui.model.portfolio import Portfolio
from cmalt_tui.model.text_address import TextAddress
from cmalt_tui.plain_text import amount, count_words
from cmalt_tui.ui.bindings import bindings_of
from cmalt_tui.ui.block_lines import set_lines
from cmalt_tui.ui.counting import section_words
from cmalt_tui.ui.latest import Latest
from cmalt_tui.ui.safe import safe_line
from cmalt_tui.ui.whole_portfolio import Piece, whole_portfolio
from cmalt_tui.ui.widgets.footer_line import FooterLine
from cmalt_tui.ui.widgets.line import Line
from cmalt_tui.ui.widgets.line_input import LineInput
from cmalt_tui.ui.widgets.whole_text import WAYS, SetWhole, WholeText
from cmalt_tui.ui.work import Failed, Stopped

# Brysbaert (2019), 238 words of English prose a minute; https://doi.org/10.1016/j.jml.2019.104047
_WORDS_A_MINUTE = 238
_BESIDE_TEXT = 5


class Spot(NamedTuple):
    """A line of a text."""

    address: TextAddress
    row: int


class _FindLine(LineInput):
    FOOTER = ("whole.back",)


class ReadWholeScreen(Screen[Spot | None]):
    """Answers with the paragraph that a person wants to change; None if they only go back."""

    COMMAND_SCOPE = Scope.WHOLE
    ACTIONS: ClassVar[Mapping[str, str]] = {way: f"move('{way}')" for way in WAYS}
    BINDINGS: ClassVar = bindings_of(Scope.WHOLE, ACTIONS)
    DEFAULT_CSS = """
    ReadWholeScreen > #whole {
        height: 1fr;
        margin-top: 1;
        align-horizontal: center;
    }
    ReadWholeScreen > #whole-place {
        height: 1;
        padding: 0 1;
        background: $panel;
    }
    ReadWholeScreen > #whole-find {
        display: none;
        padding: 0 1;
        background: $surface;
    }
    """

    def __init__(
        self, framework: Framework, portfolio: Portfolio, text_width: int, begin: Spot
    ) -> None:
        """Take what is read and where to begin.

        Args:
            framework: The portfolio's framework.
            portfolio: As it stands.
            text_width: The widest that a line becomes.
            begin: The text and the line that one comes from.
        """
        super().__init__()
        self._framework = framework
        self._portfolio = portfolio
        self._text_width = text_width
        self._begin = begin
        self._pieces: tuple[Piece, ...] = ()
        self._told = "Putting it together …"
        self._facts = ""
        self._sections = 0
        self._text = WholeText()
        self._latest: Latest[int, SetWhole] = Latest(self, self._make, self._take, self._show_place)

    def compose(self) -> ComposeResult:
        """Where one is, the text, a line to find words."""
        yield Line("whole-place")
        self._text.styles.max_width = self._text_width + _BESIDE_TEXT
        with Vertical(id="whole"):
            yield self._text
        yield _FindLine(id="whole-find", placeholder="words to find")
        yield FooterLine()

    def on_mount(self) -> None:
        """Give the text the keys."""
        self._text.focus()

    def on_resize(self, event: Resize) -> None:
        """Set the lines in the width that there is."""
        self._latest.want(max(20, min(self._text_width, event.size.width - _BESIDE_TEXT)))

    def why_not(self, action: str) -> str:
        """Until all is there, one can only go back."""
        return "" if self._pieces or action == "back" else "the text is still being put together"

    def action_move(self, way: str) -> None:
        """Go up or down by a line, a page, a section, or to an end."""
        self._text.move(way)

    def action_find(self) -> None:
        """Open the line to type words in."""
        line = self.query_one("#whole-find", Input)
        line.display = True
        line.focus()

    def action_edit(self) -> None:
        """Go to the paragraph at the bar."""
        piece = self._text.piece
        if piece is not None:
            self.dismiss(Spot(piece.address, piece.block.line))

    def action_back(self) -> None:
        """Close the line to find in, or go back."""
        line = self.query_one("#whole-find", Input)
        if line.display:
            line.display = False
            line.value = ""
            self._text.focus()
        else:
            self.dismiss(None)

    @on(WholeText.Moved)
    def _show_place(self) -> None:
        piece = self._text.piece
        if piece is None:
            self._line.show(Content.styled(self._told, "$text-muted"), Content(""))
            return
        place = f"section {piece.section} of {self._sections} · {self._facts}"
        self._line.show(safe_line(piece.place, 0, "bold"), Content.styled(place, "$text-muted"))

    @on(Input.Changed, "#whole-find")
    def _words_typed(self, event: Input.Changed) -> None:
        found = self._text.find(event.value)
        if not event.value.strip():
            self._show_place()
            return
        told = f"in {amount(found, 'paragraph')}" if found else "found nowhere"
        following = "enter goes to the next" if found else ""
        self._line.show(Content(told), Content.styled(following, "$text-muted"))

    @on(Input.Submitted, "#whole-find")
    def _next_found(self) -> None:
        self._text.go_found()

    def on_failed(self, message: Failed) -> None:
        """Say why there is nothing to read."""
        message.stop()
        self._told = f"This can't be shown: {message.problem.message}"
        self._show_place()

    def on_stopped(self, message: Stopped) -> None:
        """Nothing stops this but going back."""
        message.stop()

    @property
    def _line(self) -> Line:
        return self.query_one("#whole-place", Line)

    def _make(self, width: int) -> SetWhole:
        """Put the pieces together once, and set them in lines; runs in a thread."""
        pieces = self._pieces
        if not pieces:
            made: list[Piece] = []
            for section in whole_portfolio(self._framework, self._portfolio):
                made += section.pieces
                self._told = f"Putting it together: {section.number} of {section.of} sections"
            pieces = tuple(made)
        lines, starts = set_lines((piece.block for piece in pieces), width)
        return SetWhole(pieces, tuple(lines), tuple(starts))

    def _take(self, width: int, whole: SetWhole) -> None:
        del width
        is_first = not self._pieces
        self._pieces = whole.pieces
        self._text.show(whole)
        if is_first:
            self._facts = self._counted()
            self._sections = whole.pieces[-1].section if whole.pieces else 0
            self.query_one(FooterLine).refresh()
        self.call_after_refresh(
            self._text.go, self._first_place() if is_first else self._text.place
        )

    def _counted(self) -> str:
        """The words of the texts, and how long all that stands here takes to read."""
        read = sum(count_words(piece.block.content.plain) for piece in self._pieces)
        listed = entries(self._framework, self._portfolio)
        words = sum(section_words(entry) for entry in listed if not entry.parked)
        return f"{words:,} words · {max(1, round(read / _WORDS_A_MINUTE))} min"

    def _first_place(self) -> int:
        """The paragraph that one comes from, or the start of its section."""
        address, row = self._begin
        here = [
            place
            for place, piece in enumerate(self._pieces)
            if piece.address == address and piece.block.line <= row
        ]
        begins = [
            place
            for place, piece in enumerate(self._pieces)
            if piece.address.section == address.section
        ]
        return (here[-1:] or begins[:1] or [0])[0]
