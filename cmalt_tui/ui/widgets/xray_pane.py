"""The X-ray of a section's texts: sentences with their moves, and one question at a time."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import OptionList, Static

from cmalt_tui.model.finding import Finding
from cmalt_tui.model.portfolio import REFLECTION
from cmalt_tui.review.moves import MovedSentence, MovedText, SectionXray, move_of
from cmalt_tui.ui.safe import cut_line, safe_content, safe_line
from cmalt_tui.ui.widgets.sentence_list import SentenceList

_NOTHING = SectionXray("", (), (), (), ())
_QUIET = "$text-muted"
_WORDS = 40


class XrayPane(Vertical):
    """Shows one text of a section, what the marked sentence does, and what was not found."""

    DEFAULT_CSS = """
    XrayPane { width: 1fr; height: 1fr; padding: 0 1; }
    XrayPane Static { height: auto; }
    XrayPane #xray-moves { min-height: 1; max-height: 4; margin-top: 1; }
    XrayPane Horizontal { height: auto; margin-top: 1; }
    XrayPane .xray-mark { width: 5; color: $accent; text-style: bold; }
    XrayPane #xray-missing { width: 1fr; max-height: 2; }
    XrayPane #xray-question { width: 1fr; max-height: 4; }
    """

    def __init__(self) -> None:
        """Begin with nothing."""
        super().__init__()
        self._xray = _NOTHING
        self._questions: tuple[Finding, ...] = ()
        self._text = 0
        self._asked = 0

    def compose(self) -> ComposeResult:
        """The sentences, and below them what is said about them."""
        yield SentenceList()
        yield Static(id="xray-moves", markup=False)
        for name, mark in (("missing", "–"), ("question", "?")):
            with Horizontal(id=f"xray-{name}-line"):
                yield Static(mark, classes="xray-mark", markup=False)
                yield Static(id=f"xray-{name}", markup=False)

    @property
    def text(self) -> MovedText | None:
        """The text that is shown."""
        return self._xray.texts[self._text] if self._xray.texts else None

    @property
    def sentence(self) -> MovedSentence | None:
        """The marked sentence of it."""
        return self.query_one(SentenceList).sentence

    @property
    def question(self) -> Finding | None:
        """The question that is asked now."""
        return self._questions[self._asked] if self._questions else None

    @property
    def questions(self) -> int:
        """How many questions there are."""
        return len(self._questions)

    def show(self, xray: SectionXray, questions: tuple[Finding, ...]) -> None:
        """Show the X-ray of a section, and the questions that nobody answered yet."""
        if xray.section != self._xray.section:
            self._text = self._asked = 0
            self._first_reflection(xray)
        self._xray, self._questions = xray, questions
        self._text = max(0, min(self._text, len(xray.texts) - 1))
        self._asked = self._asked % len(questions) if questions else 0
        self._draw()

    def go_text(self, step: int) -> None:
        """Show another text of the section."""
        if self._xray.texts:
            self._text = (self._text + step) % len(self._xray.texts)
            self.query_one(SentenceList).highlighted = 0
            self._draw()

    def ask_next(self) -> None:
        """Show the next question."""
        if self._questions:
            self._asked = (self._asked + 1) % len(self._questions)
            self._draw_question()

    def _first_reflection(self, xray: SectionXray) -> None:
        """Begin with the first reflection: it is the one that is asked about."""
        places = [place for place, text in enumerate(xray.texts) if text.part == REFLECTION]
        self._text = places[0] if places else 0

    def _draw(self) -> None:
        self.query_one(SentenceList).show(self.text.sentences if self.text else ())
        self._draw_moves()
        missing = ", ".join(move_of(one).title for one in self._xray.missing)
        told = f"not found in this section: {missing}"
        self.query_one("#xray-missing", Static).update(safe_content(told, _QUIET))
        self.query_one("#xray-missing-line").display = bool(missing and self.text)
        self._draw_question()

    def _draw_question(self) -> None:
        question = self.question
        told = Content("")
        if question is not None:
            count = f"  {self._asked + 1} of {len(self._questions)}" if self.questions > 1 else ""
            told = Content.assemble(safe_content(question.question), (count, _QUIET))
        elif self._xray.texts and not any(text.part == REFLECTION for text in self._xray.texts):
            told = Content.styled("The questions come with a first reflection.", _QUIET)
        self.query_one("#xray-question", Static).update(told)
        self.query_one("#xray-question-line").display = bool(told.plain)

    @on(OptionList.OptionHighlighted)
    def _draw_moves(self) -> None:
        sentence = self.sentence
        told = Content.styled("No text here yet.", _QUIET)
        if sentence is not None:
            lines = [_move_line(sentence, move) for move in sentence.moves]
            none = "     no move was found in this sentence; not every sentence has to reflect"
            told = Content("\n").join(lines) if lines else Content.styled(none, _QUIET)
        self.query_one("#xray-moves", Static).update(told)


def _move_line(sentence: MovedSentence, move_id: str) -> Content:
    """A move in words: its letter, its name, and the words that speak for it."""
    move = move_of(move_id)
    words = [fired.words for fired in sentence.fired if fired.move == move_id and fired.weight > 0]
    because = f"  “{cut_line(words[0], _WORDS)}”" if words else ""
    return Content.assemble(
        (f"{move.letter}    ", "bold $accent"),
        (f"{move.title}: perhaps it {move.meaning}", _QUIET),
        safe_line(because, 0, "italic $text-muted"),
    )
