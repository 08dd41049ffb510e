"""A screen with a list and what the marked line is about; side by side where there is room."""

from collections.abc import Sequence
from typing import ClassVar, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from cmalt_tui.ui.widgets.footer_line import FooterLine
from cmalt_tui.ui.widgets.letter_list import LetterList

Answer = TypeVar("Answer")


class ListBesideScreen(Screen[Answer]):
    """Lists things; the one that is marked is shown in one or more panes."""

    SCROLLING: ClassVar[list[BindingType]] = [
        Binding("space,pagedown", "scroll_shown(1)", "on", show=False),
        Binding("b,pageup", "scroll_shown(-1)", "back", show=False),
    ]
    CHOSEN = ""
    DEFAULT_CSS = """
    ListBesideScreen #list-title { height: auto; padding: 0 1; color: $primary; text-style: bold; }
    ListBesideScreen #list-told { height: auto; padding: 0 1 1 1; color: $text-muted; }
    ListBesideScreen #beside { layout: horizontal; height: 1fr; }
    ListBesideScreen LetterList {
        width: 36; height: 1fr; border: none; padding: 0 0 0 1; background: $background;
        text-wrap: nowrap; text-overflow: ellipsis;
    }
    ListBesideScreen LetterList:focus { background-tint: $foreground 0%; }
    ListBesideScreen VerticalScroll {
        width: 1fr; height: 1fr; padding: 0 1; border-left: vkey $panel; scrollbar-size-vertical: 1;
    }
    ListBesideScreen VerticalScroll:focus { background-tint: $foreground 0%; }
    ListBesideScreen VerticalScroll Static { height: auto; }
    ListBesideScreen.-narrow #beside { layout: vertical; }
    ListBesideScreen.-narrow LetterList { width: 1fr; height: auto; max-height: 5; }
    ListBesideScreen.-narrow VerticalScroll {
        border-left: none; border-top: hkey $panel; padding: 0 1;
    }
    """

    def __init__(self, title: str, told: str, panes: int = 1) -> None:
        """Say what it is about.

        Args:
            title: In a line.
            told: What the person has to know.
            panes: How many panes there are beside the list.
        """
        super().__init__()
        self._title = title
        self._told = told
        self._panes = panes

    def compose(self) -> ComposeResult:
        """Lay out the list and the panes."""
        yield Static(self._title, id="list-title", markup=False)
        yield Static(self._told, id="list-told", markup=False)
        with Container(id="beside"):
            yield LetterList(markup=False, compact=True)
            for number in range(self._panes):
                with VerticalScroll(id=f"pane-{number}", can_focus=False):
                    yield Static(markup=False)
        yield FooterLine()

    def on_mount(self) -> None:
        """Show the first line."""
        self.list_again(0)
        self.query_one(OptionList).focus()

    @property
    def marked(self) -> int | None:
        """The number of the marked line; None if there is none."""
        return self.query_one(OptionList).highlighted

    def lines(self) -> Sequence[Content]:
        """What the list shows; the screen says it."""
        raise NotImplementedError

    def shown(self, number: int) -> Sequence[Content]:
        """What the panes show of a line; the screen says it."""
        raise NotImplementedError

    def say_above(self, told: Content) -> None:
        """Tell something else above the list, in a line."""
        self.query_one("#list-told", Static).update(told)

    def list_again(self, marked: int) -> None:
        """List things anew, with a line marked."""
        listed = self.query_one(OptionList)
        listed.clear_options()
        lines = self.lines()
        listed.add_options([Option(line) for line in lines])
        listed.highlighted = min(marked, len(lines) - 1) if lines else None
        self.show_marked()

    def show_marked(self) -> None:
        """Show what the marked line is about."""
        number = self.marked
        contents = self.shown(number) if number is not None else [Content("")] * self._panes
        for pane, content in enumerate(contents):
            area = self.query_one(f"#pane-{pane}", VerticalScroll)
            area.query_one(Static).update(content)
            area.scroll_home(animate=False)
        self.query_one(FooterLine).refresh()

    def action_scroll_shown(self, pages: int) -> None:
        """Scroll what is shown by pages."""
        for pane in self.query(VerticalScroll):
            pane.scroll_relative(y=pages * max(1, pane.size.height - 2), animate=False)

    @on(OptionList.OptionHighlighted)
    def _moved(self) -> None:
        self.show_marked()

    @on(OptionList.OptionSelected)
    async def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        await self.app.run_action(self.CHOSEN, self)
