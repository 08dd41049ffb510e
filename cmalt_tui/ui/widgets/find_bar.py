"""The find bar below the text: what is looked for, what shall stand there instead, how many."""

from collections.abc import Callable, Mapping
from typing import ClassVar

from textual import on
from textual.widgets import Input

from cmalt_tui.commands.command import Scope
from cmalt_tui.model.text_search import Match, Query, Spot, replaced
from cmalt_tui.problems import InputProblem
from cmalt_tui.ui.bindings import bindings_of
from cmalt_tui.ui.editor.one_edit import OneEdit, location_of, one_edit
from cmalt_tui.ui.editor.one_step import change_in_one_step, cursor_offset
from cmalt_tui.ui.editor.prose_editor import ProseEditor
from cmalt_tui.ui.widgets.click_line import ClickLine
from cmalt_tui.ui.widgets.find_lines import FindLines
from cmalt_tui.ui.widgets.find_words import place_words, switched


class FindBar(FindLines):
    """Finds as one types, in the text that the editor shows."""

    COMMAND_SCOPE = Scope.FINDING
    ACTIONS: ClassVar[Mapping[str, str]] = {
        "next": "go(1)",
        "previous": "go(-1)",
        "undo": "step('undo')",
        "redo": "step('redo')",
        **{name: f"switch('{name}')" for name in ("whole_words", "match_case", "regular")},
    }
    BINDINGS: ClassVar = bindings_of(Scope.FINDING, ACTIONS)

    def __init__(
        self,
        editor: ProseEditor,
        query: Query,
        *,
        replacing: bool,
        remember: Callable[[Query], None],
    ) -> None:
        """Begin to look for something.

        Args:
            editor: The text.
            query: What is looked for first.
            replacing: Whether the line of the replacement is there.
            remember: Takes what was looked for last.
        """
        super().__init__(editor, query, self._text_changed)
        self._replacing = replacing
        self._remember = remember

    def on_mount(self) -> None:
        """Find at once."""
        self.display = False
        self.open(self.places.query, replacing=self._replacing)

    def open(self, query: Query, *, replacing: bool) -> None:
        """Show the bar and look for something from the cursor on.

        The line of the replacement comes first only after words that were marked or typed just now:
        who begins anew types what to look for.
        """
        is_said = bool(query.words and (self.display or self.editor.selected_text))
        self.display = True
        self.editor.line_marker = self.marks
        self._replacing = replacing
        self.places.query = query
        self._remember(query)
        self.places.origin = cursor_offset(self.editor)
        self.query_line.value = query.words
        self.query_one("#find-put-line").display = replacing
        self.take_keys(self.put_line if replacing and is_said else self.query_line)
        self._look()

    def why_not(self, action: str) -> str:
        """Why an action can't be carried out now, in words."""
        read_only = action == "replace_all" and self.editor.read_only
        return "this is open for reading only" if read_only else ""

    def action_carry_out(self) -> None:
        """Go to the next place; from the line of the replacement, replace this one first."""
        if self._replacing and self.put_line.has_focus:
            self._replace_one()
        else:
            self.action_go(1)

    def action_go(self, step: int) -> None:
        """Go on by a number of places, round the ends of the text."""
        round_end = self.places.go(step)
        self.draw()
        if round_end:
            self.tell(f"{place_words(self.places.found, self.places.at)}, {round_end}")
        self.go_there()

    def action_other_line(self) -> None:
        """Go to the other line, if there is one."""
        to_put = self._replacing and self.query_line.has_focus
        self.screen.set_focus(self.put_line if to_put else self.query_line)

    def action_switch(self, name: str) -> None:
        """Turn a switch of the query the other way round."""
        self._look_for(switched(self.places.query, name))

    def action_replace_all(self) -> None:
        """Replace all places, as one step of the text's undo."""
        if not self._replacing:
            self.open(self.places.query, replacing=True)
            return
        matches = self._with_replacements()
        if matches:
            more = " so far; there are more" if self.places.found.is_cut else ""
            text = self.places.text
            change_in_one_step(self.editor, one_edit(text, replaced(text, matches)))
            self.editor.tell_typed()
            self.tell(f"{len(matches):,} replaced{more}")

    def action_step(self, name: str) -> None:
        """Undo or redo in the text."""
        (self.editor.action_undo if name == "undo" else self.editor.action_redo)()
        self.editor.tell_typed()

    def action_close(self) -> None:
        """Leave the bar, with the cursor where something was found."""
        self.screen.set_focus(self.editor)
        self.display = False

    def on_hide(self) -> None:
        """Mark nothing any more, and show what was below.

        Textual 8.2.8 forgets to paint where a widget was that is hidden right after something
        scrolled, as the text does in focus: it compares with a layout that has no bar already.
        """
        self.editor.line_marker = None
        self.editor.paint_marks()
        self.screen.refresh()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        query = self.places.query._replace(words=self.query_line.value)
        if self.display and query != self.places.query:
            self._look_for(query)

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_carry_out()

    @on(ClickLine.Pressed)
    async def _pressed(self, event: ClickLine.Pressed) -> None:
        event.stop()
        name = str(event.target)
        await self.run_action(self.ACTIONS.get(name, name))

    def _text_changed(self) -> None:
        """Look again, but leave the cursor to who writes."""
        address = self.editor.address
        if address is not None and not self.places.is_of(Spot(address), self.editor.text):
            self._look(go=False)

    def _look_for(self, query: Query) -> None:
        self.places.query = query
        self._remember(query)
        self._look()

    def _look(self, *, go: bool = True) -> None:
        """Look for what is wanted, and go there."""
        if self.editor.address is None:
            return
        try:
            self.places.look(Spot(self.editor.address), self.editor.text)
        except InputProblem as refused:
            self.draw(refused.problem.message)
            return
        self.draw()
        if go:
            self.go_there()

    def _replace_one(self) -> None:
        matches = () if self.editor.read_only else self._with_replacements()
        if self.places.at is None or self.places.at >= len(matches):
            return
        match = matches[self.places.at]
        put = match.put or ""
        self.places.origin = match.start + max(len(put), match.start == match.end)
        text = self.places.text
        start, end = location_of(text, match.start), location_of(text, match.end)
        change_in_one_step(self.editor, OneEdit(start, end, text[match.start : match.end], put))
        self.editor.tell_typed()
        self.go_there()
        if not self.places.found.matches:
            self.tell("replaced, none is left")

    def _with_replacements(self) -> tuple[Match, ...]:
        """The places with what would stand there; none where that can't be read."""
        self.editor.tell_typed()
        try:
            return self.places.with_replacements(self.put_line.value)
        except InputProblem as refused:
            self.draw(refused.problem.message)
            return ()
