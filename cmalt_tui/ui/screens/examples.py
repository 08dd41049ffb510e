"""The examples screen: search other people's passages as one types, read them in their section."""

from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.screen import Screen
from textual.widgets import Input, OptionList

from cmalt_tui.commands.command import Scope
from cmalt_tui.model.outline import base_id
from cmalt_tui.ui.bindings import bindings_of
from cmalt_tui.ui.messages import Told
from cmalt_tui.ui.widgets.footer_line import FooterLine
from cmalt_tui.ui.widgets.passage_list import PassageList
from cmalt_tui.ui.widgets.passage_preview import PassagePreview
from cmalt_tui.ui.widgets.passage_samples import EmptyCorpus, SamplesAdded
from cmalt_tui.ui.widgets.passage_search import Found, PassageSearch
from cmalt_tui.ui.widgets.passage_words import quotation
from cmalt_tui.ui.work import Failed
from cmalt_tui.workbench.desk import Desk
from cmalt_tui.workbench.examples import Examples

_PARTS = ("description", "reflection", "evidence", "statement")


class ExamplesScreen(Screen[bool]):
    """Answers whether the portfolio was changed: whether a passage was kept in a note."""

    COMMAND_SCOPE = Scope.EXAMPLES
    BINDINGS: ClassVar = bindings_of(Scope.EXAMPLES)
    CSS_PATH = "examples.tcss"

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
            desk: The portfolio whose note takes what is kept; None if there is none.
            section_id: The section at hand; empty for a search in everything.
            part: The part at hand.
            text: What was written there so far; the nearest examples come first.
        """
        super().__init__()
        self._examples = examples
        self._desk = desk
        self._section_id = section_id
        self._part = part if part in _PARTS else ""
        self._near = text
        self._changed = False

    def compose(self) -> ComposeResult:
        """The search line; below, the list and the section of the marked passage."""
        search = PassageSearch(self._examples, base_id(self._section_id), self._part, self._near)
        # With nothing to search, the first key has to reach the commands and not the query.
        search.disabled = self._examples.is_empty
        yield search
        with Container(id="examples-panes"):
            yield PassageList()
            yield PassagePreview(self._examples)
        yield EmptyCorpus(self._examples)
        yield FooterLine()

    def on_mount(self) -> None:
        """Begin with the examples of the section at hand, or say how to get some."""
        self._begin()

    def why_not(self, action: str) -> str:
        """Say what an action lacks: a passage, a section, a portfolio."""
        from_section = self._desk is not None and bool(self._section_id)
        needs_passage = action in ("copy_with_source", "save_with_note", "more_like_this", "read")
        reasons = {
            "section_only": "" if self._section_id else "you did not come from a section",
            "part_only": "" if self._part else "you did not come from a part of a section",
            "add_samples": "" if self.has_class("-empty") else "the corpus is filled already",
            "save_with_note": "" if from_section else "you did not come from a section",
        }
        if needs_passage and self.query_one(PassageList).passage is None:
            return "no passage is marked"
        if action == "save_with_note" and self._desk is not None and self._desk.read_only:
            return "the portfolio is open elsewhere"
        return reasons.get(action, "")

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
        if self.query_one(PassageList).passage is not None:
            self.query_one(PassagePreview).focus()

    def action_section_only(self) -> None:
        """Limit the search to the section at hand, or lift that."""
        self.query_one(PassageSearch).switch_section()

    def action_part_only(self) -> None:
        """Limit the search to the part at hand, or lift that."""
        self.query_one(PassageSearch).switch_part()

    def action_copy_with_source(self) -> None:
        """Send the passage and its source to the terminal's clipboard."""
        passage = self.query_one(PassageList).passage
        if passage is not None:
            self.app.copy_to_clipboard(quotation(passage))
            self.notify(
                "Sent to the terminal's clipboard, with its source. If nothing arrives, the "
                "terminal does not allow it: keep it in your note instead.",
                markup=False,
            )

    def action_save_with_note(self) -> None:
        """Keep the passage and its source in the private note of the section at hand."""
        passage = self.query_one(PassageList).passage
        if passage is None or self._desk is None:
            return
        section = self._desk.portfolio.section(self._section_id)
        note = f"{section.note.rstrip()}\n\n{quotation(passage)}".lstrip()
        changed = self._desk.portfolio.with_section(replace(section, note=note))
        self._desk.change(changed, "keep an example in the note")
        self._changed = True
        self.notify("Kept in the note of your section; notes are never exported.", markup=False)

    def action_more_like_this(self) -> None:
        """Look for passages that resemble the marked one."""
        passage = self.query_one(PassageList).passage
        if passage is not None:
            self.query_one(PassageSearch).ask_like(passage)

    def action_add_samples(self) -> None:
        """Fill the corpus with the samples."""
        if not self.query_one(EmptyCorpus).is_filling:
            self.query_one(EmptyCorpus).add_samples()

    def action_back(self) -> None:
        """Stop filling; from reading to the query; from what is alike to what was asked; out."""
        empty, query = self.query_one(EmptyCorpus), self.query_one(Input)
        search = self.query_one(PassageSearch)
        if empty.is_filling:
            empty.stop_filling()
        elif self.focused is not query and not self.has_class("-empty"):
            query.focus()
        elif search.is_like:
            search.ask_query()
        else:
            self.dismiss(self._changed)

    @on(OptionList.OptionHighlighted)
    def _marked(self) -> None:
        self._read_marked()

    def _read_marked(self) -> None:
        listed = self.query_one(PassageList)
        self.query_one(PassagePreview).read(listed.passage, listed.matched_words)

    def on_found(self, message: Found) -> None:
        """Show what was found."""
        self.query_one(PassageList).show(message.answer.hits)
        self._read_marked()
        self.query_one(FooterLine).refresh()

    def on_samples_added(self, message: SamplesAdded) -> None:
        """Search what is there now."""
        self._begin()

    def on_failed(self, message: Failed) -> None:
        """Tell why it could not be searched or filled."""
        self.app.post_message(Told(message.problem))

    def _begin(self) -> None:
        empty = self._examples.is_empty
        self.set_class(empty, "-empty")
        self.query_one(PassageSearch).disabled = empty
        if not empty:
            self.query_one(Input).focus()
            self.query_one(PassageSearch).ask()
        self.query_one(FooterLine).refresh()
