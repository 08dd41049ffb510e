"""The lines above the places found everywhere: what is looked for, what shall stand there."""

from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Static

from cmalt_tui.model.text_search import Query
from cmalt_tui.ui.safe import safe_line
from cmalt_tui.ui.widgets.click_line import ClickLine, Piece
from cmalt_tui.ui.widgets.find_words import key_piece, switch_pieces, switched
from cmalt_tui.ui.widgets.line import Line
from cmalt_tui.ui.widgets.line_input import LineInput


class FindForm(Vertical):
    """Says whenever something else is wanted."""

    DEFAULT_CSS = """
    FindForm { height: auto; }
    FindForm > #find-title { height: 1; padding: 0 1; background: $panel; }
    FindForm > Horizontal { height: 1; padding: 0 1; }
    FindForm Static { width: 6; color: $text-muted; }
    FindForm Input { width: 1fr; background: $surface; }
    FindForm > ClickLine { padding: 0 1; margin-bottom: 1; }
    FindForm #find-all { width: 31; margin-left: 2; }
    """

    @dataclass
    class Wanted(Message):
        """Something else is looked for, or shall stand there."""

    def __init__(self, query: Query) -> None:
        """Begin with what was looked for last."""
        super().__init__()
        self._query = query
        self._put = ""
        self._replacing = False

    def compose(self) -> ComposeResult:
        """What is looked for, what shall stand there instead, the switches."""
        yield Line("find-title")
        with Horizontal():
            yield Static("find", markup=False)
            yield LineInput(self._query.words, id="find-query", placeholder="words …")
        with Horizontal(id="find-put-line"):
            yield Static("put", markup=False)
            yield LineInput(id="find-put", placeholder="nothing: the words are taken out")
            yield ClickLine(id="find-all")
        yield ClickLine(id="find-switches")

    def on_mount(self) -> None:
        """Let the person type at once."""
        self.query_one("#find-put-line").display = False
        line = self.query_one("#find-query", Input)
        line.focus()
        line.action_select_all()

    @property
    def wanted(self) -> Query:
        """What is looked for."""
        return self._query

    @property
    def put(self) -> str | None:
        """What shall stand there instead; None while nothing is to be replaced."""
        return self._put if self._replacing else None

    @property
    def stops(self) -> list[Widget]:
        """The lines that can be typed in."""
        ids = ("#find-query", "#find-put") if self._replacing else ("#find-query",)
        return [self.query_one(one, Input) for one in ids]

    def begin_replacing(self) -> None:
        """Ask for a replacement as well."""
        self._replacing = self.query_one("#find-put-line").display = True
        self.query_one("#find-put", Input).focus()
        self.post_message(self.Wanted())

    def switch(self, name: str) -> None:
        """Turn a switch of the query the other way round."""
        self._query = switched(self._query, name)
        self.post_message(self.Wanted())

    def draw(self, told: str, problem: str = "") -> None:
        """Say what was found, or why nothing can be looked for."""
        title = Content.styled("Find everywhere", "bold")
        self.query_one("#find-title", Line).show(title, safe_line(told, 0, "$text-muted"))
        pieces = switch_pieces(self.app, self._query, "everywhere")
        if problem:
            pieces = [Piece(safe_line(problem, 0, "$warning")), pieces[2]]
        self.query_one("#find-switches", ClickLine).show(pieces)
        all_keys = (("everywhere.all_on", "all on"), ("everywhere.all_off", "all off"))
        drawn = [key_piece(self.app, command, told) for command, told in all_keys]
        self.query_one("#find-all", ClickLine).show(drawn)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        words, put = (self.query_one(one, Input).value for one in ("#find-query", "#find-put"))
        if (words, put) != (self._query.words, self._put):
            self._query, self._put = self._query._replace(words=words), put
            self.post_message(self.Wanted())
