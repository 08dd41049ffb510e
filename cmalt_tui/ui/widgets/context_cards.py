"""Cards in the context pane, one below the other, of which one is marked."""

from collections.abc import Sequence
from typing import NamedTuple

from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from cmalt_tui.ui.widgets.context_subject import Subject

MARKED = "-marked"


class Card(NamedTuple):
    """One card: what it is known by, so that the mark stays on it, and what it shows."""

    key: str
    content: Content


class Cards(Vertical):
    """Shows cards, and below them one quiet line. The pane around it has the keys."""

    # The mark shows while the pane around the cards has the keys.
    SCOPED_CSS = False
    DEFAULT_CSS = """
    Cards {
        height: auto;
        padding-right: 1;
    }
    Cards > Static {
        height: auto;
        width: 1fr;
        margin-bottom: 1;
        padding-left: 1;
    }
    Cards > .card {
        border-left: blank;
        padding-left: 0;
    }
    ContextPane:focus Cards > .card.-marked { border-left: outer $accent; }
    """

    class Filled(Message):
        """There are other cards than before."""

    def __init__(self) -> None:
        """Begin with no card."""
        super().__init__()
        self._keys: list[str] = []
        self._shown: list[Content] = []
        self._marked = ""
        self._quiet_line = Content("")
        self._below = Static("", markup=False)

    @property
    def marked(self) -> str:
        """The key of the marked card; empty where there is none."""
        return self._marked if self._marked in self._keys else next(iter(self._keys), "")

    @property
    def marked_card(self) -> Widget | None:
        """The marked card as it stands in the pane."""
        return self._card(self._keys.index(self.marked)) if self._keys else None

    def look(self, subject: Subject) -> None:
        """Show what there is for a text; costly work goes to a thread."""
        raise NotImplementedError

    def forget(self) -> None:
        """Take what was found so far for out of date."""

    def in_short(self, subject: Subject) -> str:
        """What is said of them beside the tab's name; empty where that is not known."""
        del subject
        return ""

    def why_not(self, action: str) -> str:
        """Why an action on the marked card can't be carried out, in words."""
        raise NotImplementedError

    def carry_out(self, action: str) -> bool:
        """Do something with the marked card, or mark another one.

        Args:
            action: ``next``, ``previous``, or one that `act` knows: ``open``, ``keep``.

        Returns:
            Whether it was done: there is no card below the last one.
        """
        if action in ("next", "previous"):
            return self._move(1 if action == "next" else -1)
        if not self.why_not(action):
            self.act(action)
        return True

    def act(self, action: str) -> None:
        """Do something that the marked card allows."""
        raise NotImplementedError

    def fill(self, cards: Sequence[Card], below: Content) -> None:
        """Put cards in place of the ones before; what did not change is not drawn anew."""
        marked = self._keys.index(self._marked) if self._marked in self._keys else 0
        if bool(cards) != bool(self._keys):
            # What can be done with a card can be done now, or no longer.
            self.screen.query_one("FooterLine").refresh()
        self._keys = [card.key for card in cards]
        if self._marked not in self._keys:
            self._marked = self._keys[min(marked, len(cards) - 1)] if cards else ""
        if not self.children:
            self.mount(self._below)
        if not below.is_same(self._quiet_line):
            self._quiet_line = below
            self._below.update(below)
        for place, card in enumerate(cards):
            self._put(place, card.content)
        for place in range(len(cards), len(self._shown)):
            self._card(place).display = False
        self._mark()
        self.post_message(self.Filled())

    def on_click(self, event: Click) -> None:
        """Mark the card under the mouse; open it if it is marked."""
        for place, key in enumerate(self._keys):
            if event.widget is self._card(place):
                was_marked = key == self.marked
                self._marked = key
                self._mark()
                if was_marked:
                    self.carry_out("open")

    def _move(self, step: int) -> bool:
        """Mark the next card, unless the marked one goes on beyond what is seen of it."""
        place = self._keys.index(self.marked) + step if self._keys else -1
        if not 0 <= place < len(self._keys) or self._goes_on(step):
            return False
        self._marked = self._keys[place]
        self._mark()
        if place:
            self._card(place).scroll_visible(animate=False)
        else:
            self._pane.scroll_home(animate=False)
        return True

    def _goes_on(self, step: int) -> bool:
        card = self.marked_card
        if card is None:
            return False
        seen, stands = self._pane.content_region, card.region
        return stands.bottom > seen.bottom if step > 0 else stands.y < seen.y

    @property
    def _pane(self) -> VerticalScroll:
        """What scrolls around the cards."""
        return next(node for node in self.ancestors if isinstance(node, VerticalScroll))

    def _put(self, place: int, content: Content) -> None:
        if place == len(self._shown):
            self._shown.append(content)
            self.mount(Static(content, classes="card", markup=False), before=self._below)
            return
        card = self._card(place)
        card.display = True
        if not content.is_same(self._shown[place]):
            self._shown[place] = content
            card.update(content)

    def _card(self, place: int) -> Static:
        card = self.children[place]
        assert isinstance(card, Static)
        return card

    def _mark(self) -> None:
        for place, key in enumerate(self._keys):
            self._card(place).set_class(key == self.marked, MARKED)
