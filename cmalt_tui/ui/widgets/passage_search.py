"""The search of the examples: the query, the filters in force, and what came of it."""

from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input

from cmalt_tui.model.facets import Completion, Facets
from cmalt_tui.model.passage import Answer, Passage, SearchFilter
from cmalt_tui.ui.keys import shown_key_of
from cmalt_tui.ui.latest import Latest
from cmalt_tui.ui.safe import safe_line
from cmalt_tui.ui.search_filters import (
    FIELDS,
    Chip,
    chips_of,
    limited,
    toggled,
    value_of,
    without,
    without_typed,
    without_unfinished,
)
from cmalt_tui.ui.search_request import Asked, Counted, Place, answer_to, counts_for
from cmalt_tui.ui.widgets.click_line import ClickLine
from cmalt_tui.ui.widgets.completing_input import CompletingInput
from cmalt_tui.ui.widgets.line import Line
from cmalt_tui.ui.widgets.passage_words import counter_words
from cmalt_tui.ui.widgets.search_pieces import (
    Unlike,
    Unlimited,
    Value,
    chip_pieces,
    completion_pieces,
    facet_pieces,
    making_pieces,
    told_pieces,
)
from cmalt_tui.ui.work import Stopped
from cmalt_tui.workbench.examples import Examples

_ROOMY = 100
_MOST_COMPLETIONS = 12
_NOTHING_COUNTED = Counted(Facets({}))


@dataclass
class Found(Message):
    """The search for what is wanted now came back."""

    asked: Asked
    answer: Answer


class PassageSearch(Vertical):
    """Searches as one types; typing never waits, and an answer that came too late is dropped."""

    DEFAULT_CSS = """
    PassageSearch {
        height: auto;
        padding: 0 1;
    }
    PassageSearch > Horizontal {
        height: 1;
    }
    PassageSearch Input {
        width: 1fr;
        background: $surface;
    }
    PassageSearch #search-counter {
        width: 22;
        padding-left: 2;
        color: $text-muted;
    }
    """

    def __init__(self, examples: Examples, place: Place, near: str, asked: Asked) -> None:
        """Begin with what was asked before, or with the place.

        Args:
            examples: The corpus.
            place: From where a person came; the filters that are one key away.
            near: The text to which examples of the section shall be near.
            asked: What is asked first.
        """
        super().__init__()
        self._place = place
        self._near = near
        self._making = examples.making
        self._line = asked.query
        self._only = asked.only
        self._like = asked.like
        self._answer: Answer | None = None
        self._counted = _NOTHING_COUNTED
        self._search = Latest(
            self, lambda asked: answer_to(examples, asked), self._take_answer, self._draw_told
        )
        self._count = Latest(
            self, lambda one: counts_for(examples, one[0], one[1]), self._take_counts
        )
        self._complete = Latest(
            self, lambda line: examples.completions(*line), self._take_completions
        )

    def compose(self) -> ComposeResult:
        """Query and counter; below, the filters; below, what was made of the words, and counts."""
        with Horizontal():
            yield CompletingInput(value=self._line, placeholder="look for …")
            yield Line("search-counter")
        yield ClickLine(id="search-chips")
        yield ClickLine(id="search-told")

    @property
    def asked(self) -> Asked:
        """What stands there now."""
        if self._like is not None:
            return Asked("", SearchFilter(), "", self._like)
        query = without_unfinished(self.query_one(Input).value)
        return Asked(query, self._only, "" if query else self._near)

    def ask(self) -> None:
        """Search for what stands there now."""
        if self._answer is None:
            looking = Content.styled("looking …", "$text-muted")
            self.query_one("#search-counter", Line).show(Content(""), looking)
        self._count.forget()
        self._making.go_on()
        self._search.want(self.asked)
        self._draw_chips()

    def ask_like(self, passage: Passage | None) -> None:
        """Search for what resembles a passage; with none, for the query again."""
        self._like = passage
        self.ask()

    def limit(self, only: SearchFilter) -> None:
        """Search within other limits; what the line says of the same fields gives way."""
        changed = [f for f in FIELDS if value_of(self._only, f) != value_of(only, f)]
        query = self.query_one(Input).value
        for chip in reversed(chips_of(query, SearchFilter())):
            if chip.field in changed:
                query, _ = without(query, only, chip)
        self.set(query, only)

    def switch(self, field: str, value: str) -> None:
        """Limit the search to a value of a field, or lift that; one in the line gives way."""
        typed = chips_of(self.query_one(Input).value, SearchFilter())
        if any(chip.field == field for chip in typed):
            self._only = limited(self._only, field, "")
        self.limit(toggled(self._only, field, value))

    def lift(self, chip: Chip) -> None:
        """Lift one filter."""
        self.set(*without(self.query_one(Input).value, self._only, chip))

    def lift_all(self) -> None:
        """Lift all limits; the words stay."""
        self.set(without_typed(self.query_one(Input).value), SearchFilter())

    def set(self, query: str, only: SearchFilter) -> None:
        """Search for something else."""
        self._only = only
        line = self.query_one(CompletingInput)
        if line.value != query:
            self._line = line.value = query
            line.cursor_position = len(query)
        line.offer(())
        self.ask_like(None)

    @on(Input.Changed)
    def _query_changed(self, event: Input.Changed) -> None:
        event.stop()
        line = self.query_one(CompletingInput)
        line.type_on()
        if line.value != self._line:
            self._line = line.value
            self._complete.want((line.value, line.cursor_position))
            self.ask_like(None)

    @on(CompletingInput.NothingBefore)
    def _lift_last(self) -> None:
        beside = chips_of("", self._only)
        if self._like is not None:
            self.ask_like(None)
        elif beside:
            self.lift(beside[-1])

    @on(CompletingInput.Offered)
    @on(Stopped)
    def _draw_told(self) -> None:
        """Draw the ways in which a field could go on; without one, what came of the search."""
        offered, marked = self.query_one(CompletingInput).offered
        making = making_pieces(self._making, self._key_of)
        if making:
            pieces = making
            if self._making.is_stopped:
                self.query_one("#search-counter", Line).show(Content(""), Content(""))
        elif any(":" in one.text for one in offered):
            shown = offered[:_MOST_COMPLETIONS]
            pieces = completion_pieces(shown, marked, self._key_of)
        elif self._answer is None:
            pieces = []
        else:
            pieces = told_pieces(self._answer, self._counted, self.asked, self._place, self._key_of)
            pieces += facet_pieces(self._counted.facets, 6 if self.size.width >= _ROOMY else 3)
        self.query_one("#search-told", ClickLine).show(pieces)

    @on(ClickLine.Pressed)
    def _pressed(self, event: ClickLine.Pressed) -> None:
        event.stop()
        match event.target:
            case Unlike():
                self.ask_like(None)
            case Unlimited():
                self.lift_all()
            case Chip() as chip:
                self.lift(chip)
            case Value(field, value):
                self.switch(field, value)
            case Completion() as completion:
                self.query_one(CompletingInput).take(completion)

    def _take_answer(self, asked: Asked, answer: Answer) -> None:
        self._answer, self._counted = answer, self._counted._replace(hidden=())
        told = counter_words(answer, short=self.size.width < _ROOMY)
        self.query_one("#search-counter", Line).show(Content(""), safe_line(told))
        self._draw_told()
        self._count.want((asked, answer))
        self.post_message(Found(asked, answer))

    def _take_counts(self, asked: tuple[Asked, Answer], counted: Counted) -> None:
        del asked
        self._counted = counted
        self._draw_told()

    def _take_completions(self, line: tuple[str, int], found: tuple[Completion, ...]) -> None:
        typing = self.query_one(CompletingInput)
        if line == (typing.value, typing.cursor_position):
            typing.offer(found)

    def _draw_chips(self) -> None:
        chips = chips_of(self.query_one(Input).value, self._only)
        pieces = chip_pieces(chips, self._place, self._like, self._key_of)
        self.query_one("#search-chips", ClickLine).show(pieces)

    def _key_of(self, action: str) -> str:
        return shown_key_of(self.app, f"examples.{action}")
