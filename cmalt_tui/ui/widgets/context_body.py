"""What stands in the context pane: its tabs, and a text or cards; made after the first frame."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from cmalt_tui.ui.guidance import guide, questions
from cmalt_tui.ui.widgets.context_cards import Cards
from cmalt_tui.ui.widgets.context_subject import (
    EXAMPLES,
    FOLLOWING,
    GUIDE,
    QUESTIONS,
    REVIEW,
    TABS,
    Subject,
)
from cmalt_tui.ui.widgets.context_tabs import ContextTabs


class ContextBody(Vertical):
    """Shows one tab at a time; cards come when their tab is first opened."""

    DEFAULT_CSS = """
    ContextBody { height: auto; }
    ContextBody > * { height: auto; }
    ContextBody > ContextTabs {
        height: 1;
        margin-bottom: 1;
    }
    ContextBody > #context-text { padding: 0 1; }
    """

    def __init__(self) -> None:
        """Begin with nothing."""
        super().__init__()
        self._tabs = ContextTabs()
        self._text = Static(id="context-text", markup=False)
        self._drawn = Content("")
        self._cards: dict[str, Cards] = {}
        self._tab = GUIDE
        self._subject: Subject | None = None

    def compose(self) -> ComposeResult:
        """The names of the tabs, and the text below."""
        yield self._tabs
        yield self._text

    def show(self, tab: str, subject: Subject) -> None:
        """Show a tab for a text; what did not change is not drawn anew."""
        self._tab = tab
        self._subject = subject
        self._show_tabs()
        if tab in FOLLOWING and tab not in self._cards:
            self._cards[tab] = _cards_of(tab)
            self.mount(self._cards[tab])
        for name, cards in self._cards.items():
            cards.display = name == tab
        self._text.display = tab not in self._cards
        if tab in self._cards:
            self._cards[tab].look(subject)
        else:
            self._draw(_text_of(tab, subject))

    def forget(self) -> None:
        """Look for examples anew the next time."""
        for cards in self._cards.values():
            cards.forget()

    def why_not(self, action: str) -> str:
        """What an action on the marked card lacks, in words."""
        cards = self._cards.get(self._tab)
        return (
            cards.why_not(action) if cards is not None else "go to the examples or the review first"
        )

    def carry_out(self, action: str) -> bool:
        """Do something with the cards; says whether that was possible."""
        cards = self._cards.get(self._tab)
        return cards is not None and cards.carry_out(action)

    def on_cards_filled(self, message: Cards.Filled) -> None:
        """Say beside the tabs' names what is in them by now."""
        message.stop()
        self._show_tabs()

    def _show_tabs(self) -> None:
        if self._subject is None:
            return
        kept = len(self._subject.portfolio.examples_of(self._subject.address.section))
        told = {name: cards.in_short(self._subject) for name, cards in self._cards.items()}
        told[EXAMPLES] = f"★{kept}" if kept else ""
        self._tabs.show({name: told.get(name, "") for name in TABS}, self._tab)

    def _draw(self, content: Content) -> None:
        if not content.is_same(self._drawn):
            self._drawn = content
            self._text.update(content)


def body_of(pane: Widget) -> ContextBody:
    """The contents of the context pane, made the first time that they are asked for."""
    for body in pane.query(ContextBody):
        return body
    body = ContextBody()
    pane.mount(body)
    return body


def _cards_of(tab: str) -> Cards:
    """Make the cards of a tab; what they need is loaded by then, not at the start."""
    if tab == REVIEW:
        from cmalt_tui.ui.widgets.context_review import ContextReview

        return ContextReview()
    if tab == EXAMPLES:
        from cmalt_tui.ui.widgets.context_examples import ContextExamples

        return ContextExamples()
    from cmalt_tui.ui.widgets.context_preview import ContextPreview

    return ContextPreview()


def _text_of(tab: str, subject: Subject) -> Content:
    if tab == QUESTIONS:
        return questions(subject.entry, subject.address, subject.framework)
    return guide(subject.entry, subject.framework, subject.portfolio)
