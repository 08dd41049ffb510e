"""The lines of the find bar: what is looked for, what shall stand there instead, and what is on."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import Key
from textual.widgets import Input, Static

from cmalt_tui.model.text_search import Query
from cmalt_tui.ui.editor.found_marks import FoundMarks
from cmalt_tui.ui.editor.found_places import FoundPlaces
from cmalt_tui.ui.editor.one_step import go_to
from cmalt_tui.ui.editor.prose_editor import ProseEditor
from cmalt_tui.ui.safe import safe_line
from cmalt_tui.ui.widgets.click_line import ClickLine, Piece
from cmalt_tui.ui.widgets.find_words import key_piece, place_words, switch_pieces
from cmalt_tui.ui.widgets.line import Line
from cmalt_tui.ui.widgets.line_input import LineInput


class FindInput(LineInput):
    """A line of the bar; finding is what its key does here too, not deleting a word."""

    BINDINGS: ClassVar = [Binding("ctrl+f", "screen.task('find')", show=False)]
    FOOTER = ("finding.carry_out", "finding.previous", "finding.close")


class FindLines(Vertical):
    """Draws what a search in a text is about."""

    DEFAULT_CSS = """
    FindLines { height: auto; padding: 0 1; background: $surface; }
    FindLines > Horizontal { height: 1; }
    FindLines Static { width: 6; color: $text-muted; }
    FindLines Input { width: 1fr; background: $surface; }
    FindLines #find-count { width: 28; height: 1; }
    FindLines #find-put-keys { width: 28; margin-left: 2; }
    """

    def __init__(self, editor: ProseEditor, query: Query, look_again: Callable[[], None]) -> None:
        """Begin with nothing found.

        Args:
            editor: The text.
            query: What is looked for first.
            look_again: Called when the text is another one than before.
        """
        super().__init__(id="find-bar")
        self.editor = editor
        self.marks = FoundMarks(editor, look_again)
        self.places = FoundPlaces(query)
        # Until its lines are there, the bar itself takes the keys: the text must not.
        self.can_focus = True
        self._early = ""

    def on_key(self, event: Key) -> None:
        """Write into the line what was typed before there was one."""
        if event.is_printable and event.character is not None:
            event.stop()
            line = self.screen.focused
            if isinstance(line, FindInput):
                line.replace(event.character, *line.selection)
            else:
                self._early += event.character

    def take_keys(self, line: Input) -> None:
        """Have a line take the keys at once."""
        self.screen.set_focus(line)
        self.can_focus = False
        line.action_select_all()
        if self._early:
            line.replace(self._early, *line.selection)
            self._early = ""

    def compose(self) -> ComposeResult:
        """What is looked for; what shall stand there instead; switches and keys."""
        with Horizontal():
            yield Static("find", markup=False)
            yield FindInput(self.places.query.words, id="find-query", placeholder="words …")
            yield Line("find-count")
        with Horizontal(id="find-put-line"):
            yield Static("put", markup=False)
            yield FindInput(id="find-put", placeholder="what shall stand there instead")
            yield ClickLine(id="find-put-keys")
        yield ClickLine(id="find-keys")

    @property
    def query_line(self) -> Input:
        """Where it is typed what is looked for."""
        return self.query_one("#find-query", Input)

    @property
    def put_line(self) -> Input:
        """Where it is typed what shall stand there instead."""
        return self.query_one("#find-put", Input)

    def draw(self, problem: str = "") -> None:
        """Draw what was found, the switches, and what can be done; or what is wrong."""
        places = self.places
        self.marks.show(places.text, places.found.matches, places.at)
        self.tell(place_words(places.found, places.at) if places.query.words else "")
        pieces = switch_pieces(self.app, places.query, "finding")
        pieces.append(key_piece(self.app, "finding.close", "close"))
        if problem:
            # The last switch stays in reach: it makes words of what is no regular expression.
            self.tell("")
            pieces = [Piece(safe_line(problem, 0, "$warning")), pieces[2]]
        self.query_one("#find-keys", ClickLine).show(pieces)
        keys = [
            key_piece(self.app, "finding.carry_out", "this one"),
            key_piece(self.app, "finding.replace_all", "all"),
        ]
        self.query_one("#find-put-keys", ClickLine).show(keys)

    def go_there(self) -> None:
        """Put the cursor at the place at hand."""
        if self.places.match is not None:
            go_to(self.editor, self.places.match.start)

    def tell(self, told: str) -> None:
        """Say how many places there are, or what was done."""
        self.query_one("#find-count", Line).show(Content(""), safe_line(told, 0, "$text-muted"))
