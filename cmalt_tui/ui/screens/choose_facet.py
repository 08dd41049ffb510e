"""A dialog that limits a search: the values of all fields with their counts, found by letters."""

from collections.abc import Callable, Sequence
from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.fuzzy import Matcher
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from cmalt_tui.model.facets import Facets
from cmalt_tui.model.passage import SearchFilter
from cmalt_tui.ui.latest import Latest
from cmalt_tui.ui.safe import safe_line
from cmalt_tui.ui.search_filters import FIELDS, Chip, chips_of, toggled, value_of
from cmalt_tui.ui.widgets.line_input import LineInput
from cmalt_tui.ui.work import Failed

_WIDTH = 48
_KEYS = "enter take   tab take and go on   ↑↓ move   esc back"


class _Row(NamedTuple):
    field: str
    value: str
    passages: int = 0

    @property
    def words(self) -> str:
        return f"{self.field} {self.value}"


class ChooseFacetScreen(ModalScreen[SearchFilter | None]):
    """Gives back the limits as they shall be, or None on escape."""

    BINDINGS: ClassVar = [
        Binding("escape,f2,alt+f", "dismiss(None)", "back", show=False),
        Binding("up", "walk(-1)", show=False),
        Binding("down", "walk(1)", show=False),
        Binding("tab", "take_and_go_on", show=False),
    ]
    DEFAULT_CSS = """
    ChooseFacetScreen OptionList {
        height: auto;
        max-height: 50vh;
        border: none;
        margin-top: 1;
        background: $panel;
    }
    ChooseFacetScreen OptionList > .option-list--option-highlighted {
        color: $block-cursor-foreground;
        background: $block-cursor-background;
        text-style: $block-cursor-text-style;
    }
    """

    def __init__(self, only: SearchFilter, count: Callable[[SearchFilter], Facets]) -> None:
        """Begin with the limits in force.

        Args:
            only: The limits that are set.
            count: Counts the values of the fields within limits; called in a thread.
        """
        super().__init__()
        self._only = only
        self._rows: list[_Row] = []
        self._shown: list[_Row] = []
        self._went_on = False
        self._count = Latest(self, count, self._take_counts)

    def compose(self) -> ComposeResult:
        """Lay out the line and the list."""
        with Vertical(classes="dialog"):
            yield Static("Limit the search to …", classes="dialog-title", markup=False)
            yield LineInput(placeholder="a few letters: reflection, 2024, museum")
            listed = OptionList(compact=True, markup=False)
            listed.can_focus = False
            yield listed
            yield Static(_KEYS, classes="dialog-keys", markup=False)

    def on_mount(self) -> None:
        """Let the person type at once; the counts come when they are there."""
        self.query_one(Input).focus()
        self._rows = _rows(Facets({}), self._only)
        self._list()
        self._count.want(self._only)

    def action_walk(self, step: int) -> None:
        """Mark another value."""
        listed = self.query_one(OptionList)
        if step < 0:
            listed.action_cursor_up()
        else:
            listed.action_cursor_down()

    def action_take_and_go_on(self) -> None:
        """Limit to the marked value, or lift that, and choose another one."""
        row = self._marked
        if row is not None:
            self._only = toggled(self._only, row.field, row.value)
            self._went_on = True
            self._list()
            self._count.want(self._only)

    @on(Input.Submitted)
    @on(OptionList.OptionSelected)
    def _take(self) -> None:
        row = self._marked
        if row is not None and not self._went_on:
            self._only = toggled(self._only, row.field, row.value)
        self.dismiss(self._only)

    @on(Input.Changed)
    def _narrow(self, event: Input.Changed) -> None:
        event.stop()
        self.query_one(OptionList).highlighted = None
        self._went_on = False
        self._list()

    def on_failed(self, message: Failed) -> None:
        """Say why nothing can be counted."""
        told = safe_line(str(message.problem), style="$warning")
        self.query_one(".dialog-title", Static).update(told)

    @property
    def _marked(self) -> _Row | None:
        at = self.query_one(OptionList).highlighted
        return self._shown[at] if at is not None and at < len(self._shown) else None

    def _take_counts(self, only: SearchFilter, facets: Facets) -> None:
        self._rows = _rows(facets, only)
        self._list()

    def _list(self) -> None:
        marked = self._marked
        self._shown = _fitting(self._rows, self.query_one(Input).value.strip())
        chips = chips_of("", self._only)
        listed = self.query_one(OptionList)
        listed.clear_options()
        listed.add_options([Option(_drawn(row, chips)) for row in self._shown])
        named = [(row.field, row.value) for row in self._shown]
        at = (marked.field, marked.value) if marked is not None else None
        listed.highlighted = named.index(at) if at in named else 0 if named else None


def _rows(facets: Facets, only: SearchFilter) -> list[_Row]:
    """All values, field by field; one that is set stays in the list when nothing has it."""
    rows = []
    for field in FIELDS:
        counts = facets.fields.get(field, ())
        now = value_of(only, field)
        if now and now not in [count.value for count in counts]:
            rows.append(_Row(field, now))
        rows += [_Row(field, count.value, count.passages) for count in counts]
    return rows


def _fitting(rows: Sequence[_Row], letters: str) -> list[_Row]:
    """The values that have the letters, those that have them best first."""
    if not letters:
        return list(rows)
    matcher = Matcher(letters)
    scored = [(matcher.match(row.words), row) for row in rows]
    fitting = sorted((one for one in scored if one[0] > 0), key=lambda one: -one[0])
    return [row for _, row in fitting]


def _drawn(row: _Row, chips: Sequence[Chip]) -> Content:
    is_on = Chip(row.field, row.value) in chips
    mark = ("☑ ", "$accent") if is_on else ("☐ ", "$text-muted")
    field = Content.styled(f"{row.field:<9}", "$text-muted")
    count = f"  {row.passages:,}" if row.passages else ""
    return Content.assemble(mark, field, safe_line(row.value, _WIDTH), (count, "$text-muted"))
