"""Find everywhere: every place in the portfolio as one types, and what a replacement would do."""

from collections.abc import Callable, Mapping
from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.screen import Screen
from textual.widgets import Input

from cmalt_tui.commands.command import Scope
from cmalt_tui.model.portfolio import Portfolio
from cmalt_tui.model.text_search import Found, Match, Query, Spot, with_replaced
from cmalt_tui.ui.bindings import bindings_of
from cmalt_tui.ui.keys import shown_key_of
from cmalt_tui.ui.latest import Latest
from cmalt_tui.ui.widgets.click_line import ClickLine
from cmalt_tui.ui.widgets.find_form import FindForm
from cmalt_tui.ui.widgets.find_words import found_words
from cmalt_tui.ui.widgets.footer_line import FooterLine
from cmalt_tui.ui.widgets.match_list import MatchList
from cmalt_tui.ui.work import Failed
from cmalt_tui.workbench.desk import Desk
from cmalt_tui.workbench.find_and_replace import find_everywhere

_PAGE = 10
_NOTHING_ON = "nothing is on: every place would stay as it is"


class Outcome(NamedTuple):
    """What the person wants in the end.

    Attributes:
        query: What was looked for last.
        match: A place to go to.
        changed: The portfolio with what was replaced.
        places: How many places that were.
    """

    query: Query
    match: Match | None = None
    changed: Portfolio | None = None
    places: int = 0


class _Asked(NamedTuple):
    query: Query
    put: str | None
    portfolio: Portfolio


class FindEverywhereScreen(Screen[Outcome]):
    """Lists every place in its line; with a replacement, before and after."""

    COMMAND_SCOPE = Scope.FINDING_EVERYWHERE
    ACTIONS: ClassVar[Mapping[str, str]] = {
        **{name: f"switch_query('{name}')" for name in ("whole_words", "match_case", "regular")},
        "all_on": "switch_all(True)",
        "all_off": "switch_all(False)",
        "previous": "walk(-1)",
        "next": "walk(1)",
        "page_up": f"walk(-{_PAGE})",
        "page_down": f"walk({_PAGE})",
    }
    BINDINGS: ClassVar = bindings_of(Scope.FINDING_EVERYWHERE, ACTIONS)
    HELP = "Every place in the portfolio where something stands, and what would stand there."

    def __init__(self, desk: Desk, query: Query, name_of: Callable[[Spot], str]) -> None:
        """Begin with what was looked for last.

        Args:
            desk: The opened portfolio.
            query: What is looked for first.
            name_of: Names a text of it.
        """
        super().__init__()
        self._desk = desk
        self._first = query
        self._name_of = name_of
        self._found = Found()
        self._answered: _Asked | None = None
        self._problem = ""
        self._search = Latest(
            self,
            lambda asked: find_everywhere(asked.query, desk.framework, asked.portfolio, asked.put),
            self._take,
        )

    def compose(self) -> ComposeResult:
        """What is looked for, and the places."""
        yield FindForm(self._first)
        yield MatchList(self._name_of)
        yield FooterLine()

    def on_mount(self) -> None:
        """Look at once."""
        self._look()

    def why_not(self, action: str) -> str:
        """Why an action can't be carried out now, in words."""
        if action == "replace" and self._desk.read_only:
            return "this is open for reading only; somebody else has it open"
        if action == "replace" and self._form.put is not None:
            return self._problem or ("" if self.query_one(MatchList).matches_on else _NOTHING_ON)
        if action == "go_to" and self.query_one(MatchList).match is None:
            return "nothing is found yet"
        return ""

    def action_go_to(self) -> None:
        """Go to the marked place."""
        self.dismiss(Outcome(self._form.wanted, self.query_one(MatchList).match))

    def action_replace(self) -> None:
        """Ask for a replacement; with one given, carry out every change that is on."""
        if self._form.put is None:
            self._form.begin_replacing()
            return
        if self._answered != self._asked:
            # Something was typed just now, or another program changed the portfolio.
            self._look()
            self.app.notify("The places are looked for again: look once more.", markup=False)
            return
        matches = self.query_one(MatchList).matches_on
        changed = with_replaced(self._desk.portfolio, self._found.texts, matches)
        self.dismiss(Outcome(self._form.wanted, None, changed, len(matches)))

    def action_switch_query(self, name: str) -> None:
        """Turn a switch of the query the other way round."""
        self._form.switch(name)

    def action_switch(self) -> None:
        """Leave the marked place as it is, or don't."""
        self.query_one(MatchList).switch()
        self._draw()

    def action_switch_all(self, on: bool) -> None:
        """Replace every place, or none."""
        self.query_one(MatchList).switch_all(on=on)
        self._draw()

    def action_walk(self, step: int) -> None:
        """Mark another place."""
        self.query_one(MatchList).walk(step)

    def action_other_line(self) -> None:
        """Go from line to line, and to the list."""
        stops = [*self._form.stops, self.query_one(MatchList)]
        at = stops.index(self.focused) if self.focused in stops else -1
        stops[(at + 1) % len(stops)].focus()

    def action_back(self) -> None:
        """Go back to the text."""
        self.dismiss(Outcome(self._form.wanted))

    def on_failed(self, message: Failed) -> None:
        """Say why this can't be looked for."""
        self._found, self._problem = Found(), message.problem.message
        self.query_one(MatchList).show(self._found, afresh=True)
        self._draw()

    @on(MatchList.Chosen)
    @on(Input.Submitted)
    async def _go_there(self) -> None:
        await self.app.run_action("go_to", self)

    @on(ClickLine.Pressed)
    async def _pressed(self, event: ClickLine.Pressed) -> None:
        await self.app.run_action(self.ACTIONS[str(event.target)], self)

    @on(MatchList.Switched)
    def _draw(self) -> None:
        listed = self.query_one(MatchList)
        told = found_words(self._found, len(listed.matches_on), self._form.put is not None)
        key = shown_key_of(self.app, "everywhere.replace")
        if self._form.put is not None and listed.matches_on:
            told += f" · {key} replaces them"
        self._form.draw(told if self._form.wanted.words else "", self._problem)

    @on(FindForm.Wanted)
    def _look(self) -> None:
        self._search.want(self._asked)
        self._draw()

    def _take(self, asked: _Asked, found: Found) -> None:
        afresh = self._answered is None or asked.query != self._answered.query
        self._found, self._answered, self._problem = found, asked, ""
        self.query_one(MatchList).show(found, afresh=afresh)
        self._draw()

    @property
    def _form(self) -> FindForm:
        return self.query_one(FindForm)

    @property
    def _asked(self) -> _Asked:
        return _Asked(self._form.wanted, self._form.put, self._desk.portfolio)
