"""The search line of the examples: query, switches, and what came of it."""

from dataclasses import dataclass

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from cmalt_tui.model.passage import Answer, Passage, SearchFilter
from cmalt_tui.progress import Report
from cmalt_tui.ui.keys import shown_key_of
from cmalt_tui.ui.safe import safe_line
from cmalt_tui.ui.widgets.line_input import LineInput
from cmalt_tui.ui.widgets.passage_words import counter_words, taken_content
from cmalt_tui.ui.work import carry_out_for
from cmalt_tui.workbench.examples import Examples

MOST_HITS = 50


@dataclass(frozen=True)
class Asked:
    """What is looked for: words; or, with none, what is near to a text."""

    query: str
    only: SearchFilter
    near: str = ""


@dataclass
class Found(Message):
    """The search for what is wanted now came back."""

    answer: Answer


@dataclass
class CameBack(Message):
    """A search came back; another one may be wanted by now."""

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
        width: auto;
        padding-left: 2;
        color: $text-muted;
    }
    PassageSearch #search-told {
        height: 1;
        color: $text-muted;
        text-wrap: nowrap;
        text-overflow: ellipsis;
    }
    """

    def __init__(self, examples: Examples, section: str, part: str, near: str) -> None:
        """Begin with a section of the framework.

        Args:
            examples: The corpus.
            section: The section's id without a number; empty for a search in everything.
            part: The part that the search can be limited to; empty if to none.
            near: The text to which examples of the section shall be near.
        """
        super().__init__()
        self._examples = examples
        self._section = section
        self._part = part
        self._near = near
        self._only = SearchFilter(section=section)
        self._like: Passage | None = None
        self._wanted: Asked | None = None
        self._searching = False

    def compose(self) -> ComposeResult:
        """Query and counter; below, the switches and what was made of the words."""
        with Horizontal():
            yield LineInput(placeholder="look for …")
            yield Static("", id="search-counter", markup=False)
        yield Static("", id="search-told", markup=False)

    def ask(self) -> None:
        """Search for what stands there now."""
        query = self.query_one(Input).value.strip()
        if self._like is not None:
            asked = Asked("", SearchFilter(self._like.section, self._like.part), self._like.text)
        else:
            asked = Asked(query, self._only, "" if query else self._near)
        self._wanted = asked
        if not self._searching:
            self._search_wanted()

    def ask_like(self, passage: Passage) -> None:
        """Search for what resembles a passage."""
        self._like = passage
        self.ask()

    @property
    def is_like(self) -> bool:
        """Whether what resembles a passage is shown, and not what the query asks for."""
        return self._like is not None

    def ask_query(self) -> None:
        """Search for the query again, after a search for what resembles a passage."""
        self._like = None
        self.ask()

    def switch_section(self) -> None:
        """Limit the search to the section, or lift that."""
        self._only = self._only._replace(section="" if self._only.section else self._section)
        self.ask()

    def switch_part(self) -> None:
        """Limit the search to the part, or lift that."""
        self._only = self._only._replace(part="" if self._only.part else self._part)
        self.ask()

    @on(Input.Changed)
    def _query_changed(self, event: Input.Changed) -> None:
        event.stop()
        self._like = None
        self.ask()

    def on_came_back(self, message: CameBack) -> None:
        """Show an answer, unless another one is wanted by now."""
        message.stop()
        self._searching = False
        if message.asked != self._wanted:
            self._search_wanted()
            return
        answer = message.answer
        self.query_one("#search-counter", Static).update(safe_line(counter_words(answer)))
        self.query_one("#search-told", Static).update(self._told(answer))
        self.post_message(Found(answer))

    def on_failed(self) -> None:
        """Be ready for the next search; the screen tells what was wrong."""
        self._searching = False

    def _search_wanted(self) -> None:
        if self._wanted is not None:
            self._searching = True
            self._search(self._wanted)

    # One search at a time: threads can't be stopped, so typing fast would only pile them up.
    @work(thread=True, exit_on_error=False, group="search")
    def _search(self, asked: Asked) -> None:
        def search(report: Report) -> CameBack:
            only = asked.only
            if not asked.query and only.section:
                near = self._examples.for_section(only.section, only.part, asked.near, MOST_HITS)
                return CameBack(asked, near)
            return CameBack(asked, self._examples.search(asked.query, MOST_HITS, only))

        carry_out_for(self, search)

    def _told(self, answer: Answer) -> Content:
        told: list[Content] = []
        if self._section:
            told.append(
                self._switch(f"section {self._section}", "section_only", self._only.section)
            )
        if self._part:
            told.append(self._switch(self._part, "part_only", self._only.part))
        if self._like is not None:
            told.append(safe_line(f"like: {self._like.title or self._like.text}", 30))
        if not answer.hits:
            told.append(Content.styled(self._why_nothing(), "$warning"))
        taken = taken_content(answer)
        if taken.plain:
            told.append(taken)
        return Content("   ").join(told)

    def _why_nothing(self) -> str:
        if self._only.section:
            return f"nothing; {self._key('section_only')} looks everywhere"
        if not self.query_one(Input).value.strip():
            return "type a word or two; also section:1a  part:reflection  pathway:senior"
        return "nothing fits"

    def _switch(self, words: str, action: str, on: str) -> Content:
        mark = ("☑ ", "$accent") if on else ("☐ ", "$text-muted")
        return Content.assemble(
            mark, safe_line(words, 24), (f" {self._key(action)}", "$text-muted")
        )

    def _key(self, action: str) -> str:
        return shown_key_of(self.app, f"examples.{action}")
