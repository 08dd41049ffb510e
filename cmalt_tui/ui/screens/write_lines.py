"""The lines and panes around the text: header, title, figures, question, guidance."""

from collections.abc import Callable
from datetime import date
from typing import Protocol

from textual import on
from textual.content import Content
from textual.widgets import TextArea

from cmalt_tui.model.paragraphs import telling_paragraph
from cmalt_tui.model.text_address import text_at
from cmalt_tui.settings.settings import Settings
from cmalt_tui.ui import line_contents
from cmalt_tui.ui.counting import section_words
from cmalt_tui.ui.editor.prose_editor import ProseEditor
from cmalt_tui.ui.keys import shown_key_of
from cmalt_tui.ui.screens.write_place import PlaceScreen
from cmalt_tui.ui.widgets.context_pane import ContextPane
from cmalt_tui.ui.widgets.context_subject import Subject
from cmalt_tui.ui.widgets.footer_line import FooterLine
from cmalt_tui.ui.widgets.line import Line
from cmalt_tui.ui.widgets.part_tabs import PartTabs

# A question that is being answered is read whole.
_QUESTION_LINES = 4
# The class of the screen while all but the text is hidden.
FOCUS = "-focus"


class Recording(Protocol):
    """What counts the words of a writing session; made after the first frame."""

    words: int

    def look(self) -> None:
        """Count what was written."""
        ...

    def start_from_here(self) -> None:
        """Count nothing of what another program changed."""
        ...

    def log(self) -> None:
        """Put down how the session stands."""
        ...

    def end(self) -> None:
        """Put down how the session and the whole portfolio stand, as the screen is left."""
        ...


class LinesScreen(PlaceScreen):
    """Says round the text where one is, how far, and what could come next.

    Attributes:
        is_drawn: Whether the first frame is out, so that what is only helpful may cost time.
        recording: Counts this session; None before the first frame.
        draw_focus: Draws the few lines that there are in focus; None before the first time.
        last_step: What could be done next, as it was said last.
    """

    is_drawn = False
    last_step = ""
    recording: Recording | None = None
    draw_focus: Callable[[], None] | None = None

    def show_around(self) -> None:
        """Draw the lines around the text and what the context pane says."""
        entry, framework = self.entry, self.desk.framework
        self.query_one(PartTabs).show(line_contents.tab_names(entry, framework), self.address)
        self.query_one("#section-title", Line).show(
            line_contents.section_title(entry), line_contents.section_state(entry)
        )
        self.show_figures()
        if self.kept_question is not None and self.kept_question[0] != self.address:
            self.kept_question = None
            self.show_hint(self.last_step)
            self.query_one("#question", Line).take_lines(1)
            self.query_one("#hint", Line).take_lines(1)
        question = line_contents.question_for(
            entry, self.address, framework, self.visits.get(self.address, 0)
        )
        if self.kept_question is not None:
            question = self.kept_question[1]
        more = shown_key_of(self.app, "write.context")
        self.query_one("#question", Line).show(
            line_contents.asked(question), Content.styled(f"{more} more", "$text-muted")
        )
        if self.kept_question is not None:
            self.query_one("#question", Line).take_lines(_QUESTION_LINES)
        if self.is_drawn:
            self.show_context()
        self.query_one(FooterLine).refresh()

    def show_context(self) -> None:
        """Let the context pane speak about the place; it keeps silent in the first frame."""
        subject = Subject(
            self.entry,
            self.address,
            self.desk.framework,
            self.desk.portfolio,
            self.main.examples,
            self.near_text,
            self.desk.folder,
            self.desk.read_only,
        )
        self.query_one(ContextPane).show(subject)

    def near_text(self) -> str:
        """What examples shall be near to: the paragraph at the cursor, or the whole text."""
        if self.reading or not self.address.is_text:
            return ""
        whole = text_at(self.desk.portfolio, self.address)
        editor = self.query_one(ProseEditor)
        if editor.address != self.address:
            return whole
        return telling_paragraph(editor.document.lines, editor.cursor_location[0], whole)

    @on(TextArea.SelectionChanged)
    def _cursor_moved(self) -> None:
        self.query_one(ContextPane).touched()

    def show_figures(self) -> None:
        """Draw the figures of the text, which change with every word."""
        left = line_contents.text_figures(self.entry, self.desk.portfolio, self.address)
        editor = self.query_one(ProseEditor)
        doubtful = editor.count_doubtful() if editor.address == self.address else 0
        key = shown_key_of(self.app, "write.correct") if doubtful else ""
        if mode := editor.mode_word:
            left = Content.assemble(Content.styled(mode, "$accent"), "  ", left)
        self.query_one("#below", Line).show(left, line_contents.doubtful_words(doubtful, key))
        self.show_saved()

    def settings_changed(self, settings: Settings) -> None:
        """Take over what was set while the screen is open; modal keys have a mode to show."""
        super().settings_changed(settings)
        self.show_figures()

    def show_saved(self) -> None:
        """Draw the header, which says whether all is saved."""
        portfolio, framework = self.desk.portfolio, self.desk.framework
        saved = line_contents.save_state(
            self.autosave.word, wrong=self.autosave.problem is not None
        )
        if self.has_class("-narrow"):
            left = line_contents.breadcrumb(self.entry, self.address, framework)
            amount = line_contents.amount_written(self.entry)
            mode = self.query_one(ProseEditor).mode_word
            right = Content.assemble(
                Content.styled(f"{mode}  " if mode else "", "$accent"),
                Content.styled(f"{amount} · ", "$text-muted"),
                saved,
            )
        else:
            words_in_all = sum(section_words(entry) for entry in self.entries if not entry.parked)
            left = line_contents.portfolio_title(portfolio)
            right = line_contents.portfolio_facts(
                portfolio, framework, words_in_all, saved, date.today()
            )
        self.query_one("#header", Line).show(left, right)
        if self.draw_focus is not None:
            self.draw_focus()

    def show_hint(self, step: str) -> None:
        """Draw what could be done next."""
        if not self.is_attached:
            return
        self.last_step = step
        if self.kept_question is not None:
            self.query_one("#hint", Line).show(
                line_contents.asked(self.kept_question[1]), Content("")
            )
            self.query_one("#hint", Line).take_lines(_QUESTION_LINES)
            return
        # The key stands at the right, where a long step can't push it out.
        key = shown_key_of(self.app, "write.next_step") if step else ""
        hint = line_contents.next_step(step)
        self.query_one("#hint", Line).show(hint, Content.styled(key, "$accent"))
