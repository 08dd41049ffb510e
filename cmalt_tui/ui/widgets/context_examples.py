"""Passages of others beside the text: those kept for the section, and those near to the cursor."""

from typing import NamedTuple

from textual.content import Content

from cmalt_tui.model.passage import Hit, Passage
from cmalt_tui.model.saved_example import SavedExample
from cmalt_tui.ui.keys import shown_key_of
from cmalt_tui.ui.latest import Latest
from cmalt_tui.ui.messages import DropExample, KeepExample
from cmalt_tui.ui.safe import cut_line
from cmalt_tui.ui.widgets.context_cards import Card, Cards
from cmalt_tui.ui.widgets.context_passages import found_card, kept_card
from cmalt_tui.ui.widgets.context_subject import Subject
from cmalt_tui.ui.widgets.passage_words import quotation
from cmalt_tui.ui.work import Failed, Stopped
from cmalt_tui.workbench.saved_examples import is_saved

_SHOWN = 5
_KEPT, _FOUND = "kept/", "found/"


class Asked(NamedTuple):
    """What examples are wanted for."""

    section: str
    part: str
    near: str


class ContextExamples(Cards):
    """Shows kept examples first, then the nearest; asks once at a time and drops late answers."""

    def __init__(self) -> None:
        """Begin with nothing asked."""
        super().__init__()
        self._subject: Subject | None = None
        self._wanted: Asked | None = None
        self._answered: Asked | None = None
        self._hits: tuple[Hit, ...] = ()
        self._opened = ""
        self._trouble = ""
        self._latest: Latest[Asked, tuple[Hit, ...]] = Latest(
            self, self._search, self._take, self._draw
        )

    def look(self, subject: Subject) -> None:
        """Show what is known, and ask for what is not; keeps what stands there until it comes."""
        address = subject.address
        asked = Asked(address.section, address.part, subject.near())
        if self._wanted is None or asked[:2] != self._wanted[:2]:
            self._hits, self._answered, self._opened = (), None, ""
        self._subject, self._wanted = subject, asked
        self._draw()
        if asked != self._answered:
            self._latest.want(asked)

    def forget(self) -> None:
        """Ask anew at the next look, because the corpus may be another one."""
        self._answered = None

    def why_not(self, action: str) -> str:
        """What an action on a passage lacks."""
        if self._passage is None:
            return "no passage is marked"
        if action in ("keep", "remove") and self._subject is not None and self._subject.read_only:
            return "the portfolio is open elsewhere"
        if action == "remove" and self._kept is None:
            return "only an example that you keep can be taken out"
        return ""

    def act(self, action: str) -> None:
        """Read, keep, copy or take out the marked passage."""
        passage, kept = self._passage, self._kept
        if action == "open":
            self._opened = "" if self._opened == self.marked else self.marked
            self._draw()
            self.call_after_refresh(self._show_marked)
        elif action == "keep" and passage is not None:
            self.post_message(KeepExample(passage))
        elif action == "copy_with_source" and passage is not None:
            self.app.copy_to_clipboard(quotation(passage))
            self.notify("Sent to the terminal's clipboard, with its source.", markup=False)
        elif action == "remove" and kept is not None:
            self.post_message(DropExample(kept.id))

    def on_failed(self, message: Failed) -> None:
        """Show what is kept, and why nothing else is shown."""
        message.stop()
        self._answered, self._hits = self._wanted, ()
        self._trouble = message.problem.message
        self._draw()

    def on_stopped(self, message: Stopped) -> None:
        """Show what is kept, and how it goes on."""
        message.stop()
        self._answered, self._hits = self._wanted, ()
        key = shown_key_of(self.app, "write.examples")
        self._trouble = f"the search index is not finished. {key} goes on with it."
        self._draw()

    def _search(self, asked: Asked) -> tuple[Hit, ...]:
        assert self._subject is not None
        examples = self._subject.examples
        return examples.for_section(asked.section, asked.part, asked.near, _SHOWN).hits

    def _take(self, asked: Asked, hits: tuple[Hit, ...]) -> None:
        self._answered, self._hits, self._trouble = asked, hits, ""
        self._draw()

    @property
    def _kept(self) -> SavedExample | None:
        """The marked example, if it is one that is kept."""
        example_id = self.marked.removeprefix(_KEPT)
        return next((one for one in self._all_kept() if one.id == example_id), None)

    @property
    def _passage(self) -> Passage | None:
        kept = self._kept
        if kept is not None:
            return kept.passage
        marked = self.marked.removeprefix(_FOUND)
        return next((hit.passage for hit in self._hits if hit.passage.id == marked), None)

    def _all_kept(self) -> list[SavedExample]:
        """What is kept for the section, that for the part at hand first."""
        if self._subject is None:
            return []
        address = self._subject.address
        kept = self._subject.portfolio.examples_of(address.section)
        return sorted(kept, key=lambda example: example.part not in ("", address.part))

    def _draw(self) -> None:
        subject = self._subject
        if subject is None:
            return
        remove = shown_key_of(self.app, "context.remove")
        kept = [
            Card(key, kept_card(example, is_open=key == self._opened, remove=remove))
            for example in self._all_kept()
            for key in (f"{_KEPT}{example.id}",)
        ]
        found = [
            Card(key, found_card(hit, is_open=key == self._opened))
            for hit in self._hits
            if not is_saved(subject.portfolio, hit.passage, subject.address.section)
            for key in (f"{_FOUND}{hit.passage.id}",)
        ]
        self.fill([*kept, *found], Content.styled(self._told_below(bool(found)), "$text-muted"))

    def _told_below(self, has_found: bool) -> str:
        key = shown_key_of(self.app, "write.examples")
        if self._answered is None:
            making = self._subject.examples.making.words if self._subject is not None else ""
            return f"{making} …" if making else "Looking …"
        if self._trouble:
            return f"The examples can't be searched: {cut_line(self._trouble, 200)}"
        if not has_found:
            return f"No example fits this section yet. {key} looks further, or adds some."
        return f"{key} shows all of them, and searches"

    def _show_marked(self) -> None:
        card = self.marked_card
        if card is not None:
            card.scroll_visible(animate=False)
