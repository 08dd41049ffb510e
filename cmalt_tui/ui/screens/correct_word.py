"""A dialog that says what a doubtful word could be, and what else can be done with it."""

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from cmalt_tui.commands.command import Scope
from cmalt_tui.ui.bindings import bindings_of
from cmalt_tui.ui.safe import safe_content, safe_line
from cmalt_tui.ui.widgets.letter_list import LetterList

PORTFOLIO, OWN, SKIP, TAKE = "portfolio", "own", "skip", "take"
_WIDTH = 56
_NUMBERED = 5
_AROUND = 24
_TAKE_OUT = "(take it out)"


class DoubtfulWord(NamedTuple):
    """What is asked about.

    Attributes:
        word: The word as it is written.
        before: What stands before it in its line.
        after: What stands behind it.
        told: What is known about it; may be empty.
        is_word: Whether it is a word that could be added to a list of right ones.
        times: How often it is in this text.
    """

    word: str
    before: str
    after: str
    told: str
    is_word: bool
    times: int


class Correction(NamedTuple):
    """What was chosen: to ``take`` a word, here or everywhere, or one of the other choices."""

    choice: str
    word: str = ""
    everywhere: bool = False


class CorrectWordScreen(ModalScreen[Correction | None]):
    """Lists the suggestions; gives back what was chosen, or None on escape."""

    COMMAND_SCOPE = Scope.SPELLING
    BINDINGS: ClassVar = [
        *bindings_of(Scope.SPELLING),
        *(
            Binding(str(number), f"number({number})", show=False)
            for number in range(1, _NUMBERED + 1)
        ),
    ]
    HELP = "A number takes the suggestion beside it; j and k move through the list."

    def __init__(self, doubtful: DoubtfulWord, suggestions: Sequence[str]) -> None:
        """Say what is asked.

        Args:
            doubtful: The word, and where it stands.
            suggestions: What it could be, best first.
        """
        super().__init__()
        self._doubtful = doubtful
        self._suggestions = tuple(suggestions)
        self._everywhere = False

    def compose(self) -> ComposeResult:
        """Lay out the word in its line, and the list."""
        asked = self._doubtful
        with Vertical(classes="dialog"):
            yield Static(safe_line(f"{asked.word}?", _WIDTH), classes="dialog-title")
            yield Static(_in_its_line(asked), classes="dialog-text")
            if asked.told:
                yield Static(safe_content(asked.told), classes="dialog-text")
            yield LetterList(*self._options(), compact=True, markup=False)
            yield Static(self._keys(), classes="dialog-keys", markup=False)

    def on_mount(self) -> None:
        """Put the cursor on the best suggestion, or on what changes nothing."""
        listed = self.query_one(OptionList)
        listed.highlighted = 0 if self._suggestions else listed.get_option_index(SKIP)
        listed.focus()

    def why_not(self, action: str) -> str:
        """Why something can't be done with the word."""
        if action == "everywhere" and self._doubtful.times < 2:
            return "this is in this text only once"
        if action in ("add_to_portfolio", "add_to_own") and not self._doubtful.is_word:
            return "this is not about a single word"
        return ""

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        choice = event.option_id or SKIP
        if choice.isdigit():
            self.action_number(int(choice))
        else:
            self.dismiss(Correction(choice))

    def action_take(self) -> None:
        """Take the marked row."""
        self.query_one(OptionList).action_select()

    def action_number(self, number: int) -> None:
        """Take a suggestion by its number."""
        if number <= len(self._suggestions):
            self.dismiss(Correction(TAKE, self._suggestions[number - 1], self._everywhere))

    def action_everywhere(self) -> None:
        """Change all of the same word, or only this one."""
        self._everywhere = not self._everywhere
        self.query_one(".dialog-keys", Static).update(self._keys())

    def action_add_to_portfolio(self) -> None:
        """Hold the word for right in this portfolio."""
        self.dismiss(Correction(PORTFOLIO))

    def action_add_to_own(self) -> None:
        """Hold the word for right in everything of this person's."""
        self.dismiss(Correction(OWN))

    def action_skip(self) -> None:
        """Leave the word as it is."""
        self.dismiss(Correction(SKIP))

    def action_back(self) -> None:
        """Go back to the text."""
        self.dismiss(None)

    def _options(self) -> list[Option]:
        rows = [
            Option(
                Content.assemble((f"{at}  ", "$accent"), safe_line(word or _TAKE_OUT, _WIDTH)),
                id=str(at),
            )
            for at, word in enumerate(self._suggestions, 1)
        ]
        others = (
            (PORTFOLIO, "p", "right in this portfolio"),
            (OWN, "m", "right in all of mine"),
            (SKIP, "s", "leave it, this time"),
        )
        rows += [
            Option(Content.assemble((f"{key}  ", "$accent"), (told, "$text-muted")), id=choice)
            for choice, key, told in others
            if self._doubtful.is_word or choice == SKIP
        ]
        return rows

    def _keys(self) -> str:
        times = self._doubtful.times
        every = ""
        if times > 1:
            every = f"a ☑ all {times}   " if self._everywhere else f"a ☐ all {times}   "
        last = min(len(self._suggestions), _NUMBERED)
        numbers = f" or 1–{last}" if last > 1 else " or 1" if last else ""
        return f"enter{numbers} take   {every}esc done"


def _in_its_line(asked: DoubtfulWord) -> Content:
    before, after = asked.before, asked.after
    if len(before) > _AROUND:
        before = "…" + before[-_AROUND:]
    if len(after) > _AROUND:
        after = after[:_AROUND] + "…"
    return Content.assemble(
        safe_content(before, "$text-muted"),
        safe_content(asked.word, "$text-error underline"),
        safe_content(after, "$text-muted"),
    )
