"""The examples screen as far as one looks and reads: the query, its limits, the list, the text."""

from typing import ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.events import DescendantBlur, DescendantFocus
from textual.screen import Screen
from textual.widgets import Input, OptionList

from cmalt_tui.commands.command import Scope
from cmalt_tui.model.outline import base_id
from cmalt_tui.model.passage import Passage, SearchFilter
from cmalt_tui.model.query_help import QUERY_HELP
from cmalt_tui.model.saved_example import SavedExample
from cmalt_tui.ui.bindings import bindings_of
from cmalt_tui.ui.main_app import MainApp
from cmalt_tui.ui.search_request import Place, Visit, asked_again, values_for
from cmalt_tui.ui.widgets.completing_input import CompletingInput
from cmalt_tui.ui.widgets.footer_line import FooterLine
from cmalt_tui.ui.widgets.passage_list import PassageList
from cmalt_tui.ui.widgets.passage_preview import PassagePreview, Shown
from cmalt_tui.ui.widgets.passage_samples import EmptyCorpus
from cmalt_tui.ui.widgets.passage_search import Found, PassageSearch
from cmalt_tui.workbench.desk import Desk
from cmalt_tui.workbench.examples import Examples
from cmalt_tui.workbench.saved_examples import is_saved

_PARTS = ("description", "reflection", "evidence", "statement")


class ExamplesSearchScreen(Screen[bool]):
    """Looks for passages as one types, and shows the marked one in its section.

    Attributes:
        examples: The corpus.
        desk: The portfolio that keeps what is saved; None if there is none.
        section_id: The section from which a person came; empty if from none.
        place: The same in the framework's terms, by which the corpus is searched.
    """

    COMMAND_SCOPE = Scope.EXAMPLES
    BINDINGS: ClassVar = bindings_of(Scope.EXAMPLES)
    CSS_PATH = "examples.tcss"
    HELP = "Type what you look for; what is found comes as you type."
    HELP_ROWS = QUERY_HELP

    def __init__(
        self,
        examples: Examples,
        desk: Desk | None = None,
        section_id: str = "",
        part: str = "",
        text: str = "",
    ) -> None:
        """Name the corpus and the place that examples are wanted for.

        Args:
            examples: The corpus.
            desk: The portfolio that keeps what is saved; None if there is none.
            section_id: The section at hand; empty for a search in everything.
            part: The part at hand.
            text: What was written there so far; the nearest examples come first.
        """
        super().__init__()
        self.examples = examples
        self.desk = desk
        self.section_id = section_id
        self.place = Place(base_id(section_id), part if part in _PARTS else "")
        self._near = text
        self._mark = ""

    def compose(self) -> ComposeResult:
        """The search lines; below, the list and the section of the marked passage."""
        visit = self.main.visit if isinstance(self.main.visit, Visit) else None
        self._mark = visit.passage if visit is not None and visit.place == self.place else ""
        asked = asked_again(visit, self.place)
        yield PassageSearch(self.examples, self.place, self._near, asked)
        with Container(id="examples-panes"):
            yield PassageList(lambda passage: self.saved(passage) is not None)
            yield PassagePreview(self.examples)
        yield EmptyCorpus(self.examples)
        yield FooterLine()

    def on_mount(self) -> None:
        """Begin where the last visit ended, or with the examples of the section at hand."""
        self.begin()

    def begin(self) -> None:
        """Search, whether there is anything to search or not."""
        self.remove_class("-empty")
        search = self.query_one(PassageSearch)
        search.disabled = False
        self.query_one(Input).focus()
        search.ask()

    def remember(self) -> None:
        """Let the next visit begin where this one ends."""
        marked = self.passage
        asked = self.query_one(PassageSearch).asked
        self.main.visit = Visit(self.place, asked, marked.id if marked is not None else "")

    @property
    def passage(self) -> Passage | None:
        """The marked passage."""
        return self.query_one(PassageList).passage

    def saved(self, passage: Passage) -> SavedExample | None:
        """How a passage is kept with the section at hand; None if it is not."""
        if self.desk is None or not self.section_id:
            return None
        return is_saved(self.desk.portfolio, passage, self.section_id)

    def action_previous(self) -> None:
        """Mark the passage above."""
        self.query_one(PassageList).action_cursor_up()

    def action_next(self) -> None:
        """Mark the passage below."""
        self.query_one(PassageList).action_cursor_down()

    @on(Input.Submitted)
    @on(OptionList.OptionSelected)
    def action_read(self) -> None:
        """Read the section of the marked passage."""
        if self.passage is not None:
            self.query_one(PassagePreview).section.focus()

    def action_complete(self) -> None:
        """Take what is suggested; without a suggestion, go to what can have the keys next."""
        line = self.query_one(CompletingInput)
        if line.has_focus and line.offered[0]:
            line.take()
        else:
            self.focus_next()

    def action_next_completion(self) -> None:
        """Suggest the next way in which the query could go on."""
        self.query_one(CompletingInput).mark_other(1)

    def action_previous_completion(self) -> None:
        """Suggest again what was suggested before."""
        self.query_one(CompletingInput).mark_other(-1)

    def action_clear_filters(self) -> None:
        """Lift all limits; the words stay."""
        self.query_one(PassageSearch).lift_all()

    def action_start_afresh(self) -> None:
        """Forget what was looked for."""
        self.query_one(Input).focus()
        self.query_one(PassageSearch).set("", SearchFilter(self.place.section))

    def action_filter(self) -> None:
        """Choose what the search is limited to, among the values that there are."""
        from cmalt_tui.ui.screens.choose_facet import ChooseFacetScreen

        search = self.query_one(PassageSearch)
        asked = search.asked

        def limit(only: SearchFilter | None) -> None:
            if only is not None:
                search.limit(only)

        chooser = ChooseFacetScreen(
            asked.only, lambda only: values_for(self.examples, asked.query, only)
        )
        self.app.push_screen(chooser, limit)

    @on(OptionList.OptionHighlighted)
    def show_marked(self) -> None:
        """Show the marked passage."""
        listed = self.query_one(PassageList)
        passage = listed.passage
        if passage is None:
            self.query_one(PassagePreview).show(None)
            return
        has_words = bool(self.query_one(PassageSearch).asked.query)
        words = listed.matched_words(of_all=has_words)
        number = (listed.highlighted or 0) + 1
        shown = Shown(passage, number, len(listed.hits), words, self.saved(passage))
        self.query_one(PassagePreview).show(shown)

    def on_found(self, message: Found) -> None:
        """Show what was found, or how to get examples where there are none at all."""
        empty = message.answer.searched == 0
        self.set_class(empty, "-empty")
        # With nothing to search, the next key has to reach the commands and not the query.
        self.query_one(PassageSearch).disabled = empty
        had_any = self.passage is not None
        with self.app.batch_update():
            self.query_one(PassageList).show(message.answer.hits, self._mark)
            self.show_marked()
        self._mark = ""
        if had_any is not (self.passage is not None):
            # What the footer offers depends on whether there is a passage.
            self.query_one(FooterLine).refresh()

    @on(DescendantFocus)
    @on(DescendantBlur)
    def _reading_has_room(self) -> None:
        """Give what is read the room of the list where there is not enough for both."""
        self.set_class(self.query_one(PassagePreview).section.has_focus, "-reading")

    @property
    def main(self) -> MainApp:
        """The app, as this screen sees it."""
        return cast(MainApp, self.app)
