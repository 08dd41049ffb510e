"""The examples screen: other people's passages, found as one types, and what is taken from them."""

import os
from dataclasses import dataclass

from textual import work
from textual.message import Message
from textual.widgets import Input

from cmalt_tui.model.passage import Passage
from cmalt_tui.ui.messages import Told
from cmalt_tui.ui.screens.examples_search import ExamplesSearchScreen
from cmalt_tui.ui.widgets.passage_list import PassageList
from cmalt_tui.ui.widgets.passage_samples import EmptyCorpus, SamplesAdded
from cmalt_tui.ui.widgets.passage_search import PassageSearch
from cmalt_tui.ui.widgets.passage_words import quotation
from cmalt_tui.ui.work import Failed
from cmalt_tui.workbench.browsing import browser_is_here, open_page, web_address
from cmalt_tui.workbench.saved_examples import remove_example, save_example

_NEEDS_PASSAGE = frozenset(
    {"copy_with_source", "save_with_note", "take_out", "more_like_this", "open_source", "read"}
)
_COPIED = "If nothing arrives, the terminal does not allow it."


@dataclass
class PageAsked(Message):
    """A browser was asked to open a page."""

    address: str
    opened: bool


class ExamplesScreen(ExamplesSearchScreen):
    """Answers whether the portfolio was changed: whether a passage was kept or taken out."""

    _changed = False

    def why_not(self, action: str) -> str:
        """Say what an action lacks: a passage, a section, a portfolio."""
        passage = self.passage
        if action in _NEEDS_PASSAGE and passage is None:
            return "no passage is marked"
        if action in ("save_with_note", "take_out") and passage is not None:
            return self._against_keeping(passage, action)
        if action == "open_source" and passage is not None:
            has_page = web_address(passage.origin.source)
            return "" if has_page else "this passage names no page on the web"
        reasons = {
            "section_only": "" if self.place.section else "you did not come from a section",
            "part_only": "" if self.place.part else "you did not come from a part of a section",
            "add_samples": "" if self.has_class("-empty") else "the corpus is filled already",
        }
        return reasons.get(action, "")

    def action_section_only(self) -> None:
        """Limit the search to the section at hand, or lift that."""
        self.query_one(PassageSearch).switch("section", self.place.section)

    def action_part_only(self) -> None:
        """Limit the search to the part at hand, or lift that."""
        self.query_one(PassageSearch).switch("part", self.place.part)

    def action_copy_with_source(self) -> None:
        """Send the passage and its source to the terminal's clipboard."""
        if self.passage is not None:
            self.app.copy_to_clipboard(quotation(self.passage))
            self.main.say(f"Sent to the terminal's clipboard, with its source. {_COPIED}")

    def action_save_with_note(self) -> None:
        """Keep the passage with the section at hand, and what works in it."""
        from cmalt_tui.ui.screens.ask_line import AskLineScreen

        passage, desk = self.passage, self.desk
        if passage is None or desk is None:
            return
        kept = self.saved(passage)

        def save(works: str | None) -> None:
            if works is not None:
                save_example(desk, passage, self.section_id, self.place.part, works)
                self._kept_changed("Kept with your section; it is never exported.")

        known = kept.works if kept is not None else passage.works
        self.app.push_screen(AskLineScreen("What works here?", known), save)

    def action_take_out(self) -> None:
        """Keep the passage no longer."""
        kept = self.saved(self.passage) if self.passage is not None else None
        if kept is not None and self.desk is not None:
            remove_example(self.desk, kept.id)
            self._kept_changed("Kept no longer; undo in the outline brings it back.")

    def action_more_like_this(self) -> None:
        """Look for passages that resemble the marked one."""
        if self.passage is not None:
            self.query_one(PassageSearch).ask_like(self.passage)

    def action_open_source(self) -> None:
        """Open the passage's page in the browser, or hand over its address."""
        if self.passage is None:
            return
        address = web_address(self.passage.origin.source)
        if browser_is_here(os.environ):
            self._open(address)
        else:
            self.post_message(PageAsked(address, opened=False))

    def action_sources(self) -> None:
        """See what the corpus is made of, and change that."""
        from cmalt_tui.ui.screens.example_sources import ExampleSourcesScreen

        def back(changed: bool | None) -> None:
            if changed:
                self.begin()

        framework = self.desk.framework if self.desk is not None else None
        empty = self.has_class("-empty")
        screen = ExampleSourcesScreen(self.examples, self.main.places, framework, add=empty)
        self.app.push_screen(screen, back)

    def action_add_samples(self) -> None:
        """Fill the corpus with the samples."""
        if not self.query_one(EmptyCorpus).is_filling:
            self.query_one(EmptyCorpus).add_samples()

    def action_back(self) -> None:
        """Stop what is going on; from reading to the query; from what is alike to it; out."""
        empty, query = self.query_one(EmptyCorpus), self.query_one(Input)
        search = self.query_one(PassageSearch)
        if empty.is_filling:
            empty.stop_filling()
        elif self.examples.making.words:
            self.examples.making.stop()
        elif self.focused is not query and not self.has_class("-empty"):
            query.focus()
        elif search.asked.like is not None:
            search.ask_like(None)
        else:
            self.remember()
            self.dismiss(self._changed)

    def on_samples_added(self, message: SamplesAdded) -> None:
        """Search what is there now."""
        self.begin()

    def on_page_asked(self, message: PageAsked) -> None:
        """Say what became of it; without a browser, hand over the address."""
        if message.opened:
            self.main.say(f"Opened in the browser: {message.address}")
        else:
            self.app.copy_to_clipboard(message.address)
            told = f"{message.address} – sent to the terminal's clipboard: no browser here."
            self.main.say(f"{told} {_COPIED}")

    def on_failed(self, message: Failed) -> None:
        """Tell why it could not be searched or filled."""
        self.app.post_message(Told(message.problem))

    @work(thread=True, exit_on_error=False, group="browser")
    def _open(self, address: str) -> None:
        self.post_message(PageAsked(address, open_page(address)))

    def _against_keeping(self, passage: Passage, action: str) -> str:
        if self.desk is None or not self.section_id:
            return "you did not come from a section"
        if self.desk.read_only:
            return "the portfolio is open elsewhere"
        if action == "take_out" and self.saved(passage) is None:
            return "it is not among what you keep with this section"
        return ""

    def _kept_changed(self, told: str) -> None:
        self._changed = True
        self.query_one(PassageList).draw_again()
        self.show_marked()
        self.main.say(told)
