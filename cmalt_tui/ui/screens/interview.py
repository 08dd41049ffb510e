"""The interview: one question at a time on a calm screen; what is typed is in the text at once."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from cmalt_tui.commands.command import Scope
from cmalt_tui.model.question import Question
from cmalt_tui.model.text_address import TextAddress
from cmalt_tui.plain_text import amount, count_words
from cmalt_tui.settings.settings import Settings
from cmalt_tui.ui.bindings import bindings_of
from cmalt_tui.ui.editor.prose_editor import ProseEditor
from cmalt_tui.ui.keys import shown_key_of
from cmalt_tui.ui.safe import safe_content, safe_line
from cmalt_tui.ui.widgets.footer_line import FooterLine
from cmalt_tui.ui.widgets.line import Line

_BESIDE_TEXT = 6
_ANSWERED, _OPEN, _HERE = "●", "○", "▸"


class InterviewScreen(Screen[None]):
    """Asks; every key typed is handed on, so that leaving at any time loses nothing."""

    COMMAND_SCOPE = Scope.INTERVIEW
    BINDINGS: ClassVar = bindings_of(Scope.INTERVIEW)
    HELP = "Answer in any words. Your answers become a draft in the text, and nothing is lost."
    AUTO_FOCUS = "#editor"
    CSS_PATH = "interview.tcss"

    def __init__(
        self,
        place: str,
        questions: Sequence[Question],
        first: int,
        answered: Callable[[dict[int, str]], None],
        settings: Settings,
    ) -> None:
        """Take what is asked.

        Args:
            place: The text that the answers go to, in words.
            questions: At least one.
            first: The number of the question to begin with, from 0.
            answered: Called with all answers by the numbers of their questions, whenever one
                of them changes.
            settings: What the person has set.
        """
        super().__init__()
        self._place = place
        self._questions = tuple(questions)
        self._number = first
        self._answered = answered
        self._answers: dict[int, str] = {}
        self._settings = settings

    def compose(self) -> ComposeResult:
        """The question, why it is asked, and room for the answer."""
        yield Line("interview-header")
        with Vertical(id="interview"):
            yield Static(id="interview-question", markup=False)
            yield Static(id="interview-why", markup=False)
            yield ProseEditor(cursor_blink=self._settings.cursor_blink, read_only=False)
            yield Line("interview-below")
        yield FooterLine()

    def on_mount(self) -> None:
        """Ask the first question that is open."""
        self.settings_changed(self._settings)
        self._ask()

    def settings_changed(self, settings: Settings) -> None:
        """Take over what was set while the screen is open."""
        widest = settings.text_width + _BESIDE_TEXT
        for widget in self.query_one("#interview").children:
            widget.styles.max_width = widest
        self.query_one(ProseEditor).cursor_blink = settings.cursor_blink

    def why_not(self, action: str) -> str:
        """There is nothing before the first question."""
        if action == "previous" and self._number == 0:
            return "this is the first question"
        return ""

    def text_typed(self, address: TextAddress, text: str) -> None:
        """Hand on what was typed as an answer."""
        self._answers[int(address.item)] = text
        self._answered(self._answers)
        self.show_figures()

    def action_next(self) -> None:
        """Ask the next question; after the last one, go to the text."""
        self._settle()
        if self._number + 1 == len(self._questions):
            self.dismiss(None)
            return
        self._number += 1
        self._ask()

    def action_previous(self) -> None:
        """Ask the question before."""
        self._settle()
        self._number -= 1
        self._ask()

    def action_leave(self) -> None:
        """Go to the text."""
        self._settle()
        self.dismiss(None)

    def _settle(self) -> None:
        """Have an edit that was not told yet handed on."""
        self.query_one(ProseEditor).tell_typed()

    def _ask(self) -> None:
        question = self._questions[self._number]
        self.query_one("#interview-question", Static).update(safe_content(question.ask))
        self.query_one("#interview-why", Static).update(safe_content(question.why))
        editor = self.query_one(ProseEditor)
        editor.show(
            TextAddress("", "answer", str(self._number)), self._answers.get(self._number, "")
        )
        editor.focus()
        self.show_figures()
        self.query_one(FooterLine).refresh()

    def show_figures(self) -> None:
        """Draw which question this is, what was answered, and the mode of modal keys."""
        row = " ".join(self._mark(number) for number in range(len(self._questions)))
        count = f"{self._number + 1} of {len(self._questions)}"
        self.query_one("#interview-header", Line).show(
            safe_line(self._place, 0, "bold"),
            Content.styled(f"question {count}  {row}", "$text-muted"),
        )
        answer = self._answers.get(self._number, "")
        words = count_words(answer)
        is_last = self._number + 1 == len(self._questions)
        onward = "finish" if is_last else "next" if answer.strip() else "skip"
        key = shown_key_of(self.app, "interview.next")
        told = (
            "goes into the text as you type" if words else "any words will do; you can polish later"
        )
        mode = self.query_one(ProseEditor).mode_word
        self.query_one("#interview-below", Line).show(
            Content.assemble(
                Content.styled(f"{mode}  " if mode else "", "$accent"),
                Content.styled(f"{amount(words, 'word')} · {told}", "$text-muted"),
            ),
            Content.assemble(
                Content.styled(key, "$accent"), Content.styled(f" {onward}", "$text-muted")
            ),
        )

    def _mark(self, number: int) -> str:
        if number == self._number:
            return _HERE
        return _ANSWERED if self._answers.get(number, "").strip() else _OPEN
