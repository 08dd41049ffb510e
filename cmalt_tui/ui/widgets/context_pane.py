"""The pane beside the text: guidance, questions, and how others wrote it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from textual import work
from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.widgets import Static

from cmalt_tui.commands.command import Scope
from cmalt_tui.model.framework import Framework
from cmalt_tui.model.outline import Entry
from cmalt_tui.model.passage import Hit
from cmalt_tui.model.portfolio import Portfolio
from cmalt_tui.model.text_address import TextAddress, text_at
from cmalt_tui.problems import InputProblem
from cmalt_tui.ui.bindings import bindings_of
from cmalt_tui.ui.keys import shown_key_of
from cmalt_tui.workbench.examples import Examples

GUIDE, QUESTIONS, EXAMPLES = "guide", "questions", "examples"
_TABS = (GUIDE, QUESTIONS, EXAMPLES)
_SHOWN_PASSAGES = 3


class Subject(NamedTuple):
    """What the pane speaks about."""

    entry: Entry
    address: TextAddress
    framework: Framework
    portfolio: Portfolio
    examples: Examples


class ContextPane(VerticalScroll, inherit_bindings=False):
    """Shows one of three tabs for the section at hand."""

    COMMAND_SCOPE = Scope.CONTEXT
    ACTIONS: ClassVar[Mapping[str, str]] = {"leave": "screen.leave"}
    BINDINGS: ClassVar = bindings_of(Scope.CONTEXT, ACTIONS)
    HELP = (
        "Guidance, questions and examples for the section at hand; left and right change the tab."
    )
    FOOTER = ("context.previous_tab", "context.next_tab", "context.leave")
    can_focus = True

    @dataclass
    class Found(Message):
        """Passages for a text were found."""

        address: TextAddress
        hits: tuple[Hit, ...]

    def __init__(self) -> None:
        """Begin empty; the first contents come after the first frame."""
        super().__init__(id="context")
        self._subject: Subject | None = None
        self._tab = GUIDE
        self._found: Mapping[TextAddress, tuple[Hit, ...]] = {}
        self._tabs_line = Static(id="context-tabs", markup=False)
        self._text_below = Static(id="context-text", markup=False)

    def show(self, subject: Subject) -> None:
        """Speak about another text, from the top if it is another section."""
        if self._subject is None or subject.address.section != self._subject.address.section:
            self.scroll_home(animate=False)
        self._subject = subject
        if self.display:
            self._draw()

    def on_show(self) -> None:
        """Draw what was told while the pane was hidden."""
        self._draw()

    def why_not(self, action: str) -> str:
        """Nothing stands against moving in the pane."""
        del action
        return ""

    def action_next_tab(self) -> None:
        """Go to the next tab."""
        self._go(1)

    def action_previous_tab(self) -> None:
        """Go to the tab before."""
        self._go(-1)

    def on_click(self, event: Click) -> None:
        """Go to the tab under the mouse."""
        if event.widget is not None and event.widget.id == "context-tabs":
            self._tab = _TABS[min(event.x // 11, len(_TABS) - 1)]
            self._draw()

    def on_context_pane_found(self, message: Found) -> None:
        """Show passages if they are still asked for."""
        self._found = {message.address: message.hits}
        self._draw()

    def _go(self, step: int) -> None:
        self._tab = _TABS[(_TABS.index(self._tab) + step) % len(_TABS)]
        self.scroll_home(animate=False)
        self._draw()

    def _draw(self) -> None:
        subject = self._subject
        if subject is None or not self.is_attached:
            return
        tabs = [
            Content.styled(
                f"{tab.upper() if tab == self._tab else tab:<11}", _tab_style(tab == self._tab)
            )
            for tab in _TABS
        ]
        if not self.children:
            self.mount(self._tabs_line, self._text_below)
        self._tabs_line.update(Content("").join(tabs))
        self._text_below.update(self._text(subject))

    def _text(self, subject: Subject) -> Content:
        from cmalt_tui.ui.guidance import guide, passages, questions

        if self._tab == GUIDE:
            return guide(subject.entry, subject.framework, subject.portfolio)
        if self._tab == QUESTIONS:
            return questions(subject.entry, subject.address, subject.framework)
        if subject.address in self._found:
            return passages(self._found[subject.address], shown_key_of(self.app, "write.examples"))
        self._look_for_examples(subject)
        return Content.styled("Looking …", "$text-muted")

    @work(thread=True, exclusive=True, exit_on_error=False, group="examples")
    def _look_for_examples(self, subject: Subject) -> None:
        address = subject.address
        try:
            answer = subject.examples.for_section(
                address.section, address.part, text_at(subject.portfolio, address), _SHOWN_PASSAGES
            )
            hits = answer.hits
        except InputProblem:
            # The examples screen tells what is wrong with the corpus; here nothing is found.
            hits = ()
        self.post_message(self.Found(address, hits))


def _tab_style(is_open: bool) -> str:
    return "bold $accent" if is_open else "$text-muted"
