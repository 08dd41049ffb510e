"""A dialog that lets a person choose one of many things by a few of their letters."""

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.fuzzy import Matcher
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from cmalt_tui.ui.safe import cut_line, safe_content, safe_line
from cmalt_tui.ui.screens.choose import Choice
from cmalt_tui.ui.widgets.line_input import LineInput

_WIDTH = 66
_TOLD = 28
_KEYS = "enter take   ↑↓ move   esc back"


class ChooseByLettersScreen(ModalScreen[str | None]):
    """Narrows a list while letters are typed; gives back what was chosen, or None on escape."""

    BINDINGS: ClassVar = [
        Binding("escape", "dismiss(None)", "back", show=False),
        Binding("up", "walk('cursor_up')", show=False),
        Binding("down", "walk('cursor_down')", show=False),
        Binding("pageup", "walk('page_up')", show=False),
        Binding("pagedown", "walk('page_down')", show=False),
    ]
    DEFAULT_CSS = """
    ChooseByLettersScreen OptionList {
        border: none;
        margin-top: 1;
        background: $panel;
    }
    ChooseByLettersScreen OptionList > .option-list--option-highlighted {
        color: $block-cursor-foreground;
        background: $block-cursor-background;
        text-style: $block-cursor-text-style;
    }
    """

    def __init__(self, title: str, choices: Sequence[Choice], hint: str = "a few letters") -> None:
        """Say what is asked.

        Args:
            title: The question, in a line.
            choices: What there is to choose, the likeliest first.
            hint: What can be typed.
        """
        super().__init__()
        self._title = title
        self._choices = tuple(choices)
        self._hint = hint

    def compose(self) -> ComposeResult:
        """Lay out the line and the list."""
        with Vertical(classes="dialog"):
            yield Static(safe_content(self._title), classes="dialog-title")
            yield LineInput(placeholder=self._hint)
            listed = OptionList(compact=True, markup=False)
            listed.can_focus = False
            yield listed
            yield Static(_KEYS, classes="dialog-keys", markup=False)

    def on_mount(self) -> None:
        """Let the person type at once."""
        self.query_one(Input).focus()
        # As high from the start as it will be: a dialog that shrinks with each letter would jump.
        most = max(1, self.app.size.height // 2)
        self.query_one(OptionList).styles.height = min(len(self._choices), most)
        self._list("")

    def action_walk(self, step: str) -> None:
        """Mark another one."""
        getattr(self.query_one(OptionList), f"action_{step}")()

    @on(Input.Changed)
    def _narrow(self, event: Input.Changed) -> None:
        event.stop()
        self._list(event.value.strip())

    @on(Input.Submitted)
    def _take_marked(self, event: Input.Submitted) -> None:
        event.stop()
        marked = self.query_one(OptionList).highlighted_option
        if marked is not None:
            self.dismiss(marked.id)

    @on(OptionList.OptionSelected)
    def _take(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.dismiss(event.option_id)

    def _list(self, letters: str) -> None:
        listed = self.query_one(OptionList)
        listed.clear_options()
        fitting = _fitting(self._choices, letters)
        listed.add_options([Option(_drawn(choice), id=choice.id) for choice in fitting])
        if not fitting:
            nothing = Content.styled("nothing has these letters", "$text-muted")
            listed.add_option(Option(nothing, disabled=True))
        listed.highlighted = 0 if fitting else None


def _fitting(choices: Sequence[Choice], letters: str) -> Sequence[Choice]:
    """The choices that have the letters, those that have them best first."""
    if not letters:
        return choices
    matcher = Matcher(letters)
    scores = {choice.id: matcher.match(f"{choice.label} {choice.told}") for choice in choices}
    fitting = (choice for choice in choices if scores[choice.id] > 0)
    return sorted(fitting, key=lambda choice: -scores[choice.id])


def _drawn(choice: Choice) -> Content:
    told = cut_line(choice.told, _TOLD)
    label = safe_line(choice.label, _WIDTH - (cell_len(told) + 2 if told else 0))
    if not told:
        return label
    return Content.assemble(label, "  ", Content.styled(told, "$text-muted"))
