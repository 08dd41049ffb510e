"""Going from one text to another."""

from textual.events import DescendantFocus
from textual.widget import Widget

from cmalt_tui.model.text_address import addresses_of
from cmalt_tui.ui import task_table
from cmalt_tui.ui.keys import undo_in_outline
from cmalt_tui.ui.messages import AnswerFinding, GoToWords
from cmalt_tui.ui.screens.write_lines import FOCUS, LinesScreen
from cmalt_tui.ui.widgets.context_pane import ContextPane
from cmalt_tui.ui.widgets.middle import Middle
from cmalt_tui.ui.widgets.outline_tree import OutlineTree


class MovingScreen(LinesScreen):
    """Carries out the commands that move.

    Attributes:
        stepped_to: The next step that was gone to last, in a line; empty before the first.
    """

    stepped_to = ""

    def action_next_part(self) -> None:
        """Go to the next text of the section."""
        self._go_part(1)

    def action_previous_part(self) -> None:
        """Go to the text before this one."""
        self._go_part(-1)

    def action_next_section(self) -> None:
        """Go to the next section."""
        self._go_section(1)

    def action_previous_section(self) -> None:
        """Go to the section before this one."""
        self._go_section(-1)

    def action_next_step(self) -> None:
        """Go where the hint points; from there, to what else there is to do."""
        from cmalt_tui.ui.screens.stepping import go_to_step

        self.stepped_to = go_to_step(self, self.stepped_to)
        step = self.next_step()
        self.show_hint(step)
        if step and not self.query_one("#hint").display:
            self.main.say(f"next: {step}")

    def action_go_to(self) -> None:
        """Choose a section by a few letters."""
        from cmalt_tui.ui.palette import open_go_to

        open_go_to(self.app)

    def action_outline(self) -> None:
        """Go to the outline, or back to the text from it."""
        self._toggle(self.query_one(OutlineTree), "-outline-open")

    def action_context(self) -> None:
        """Go to the context pane, or back to the text from it."""
        self._toggle(self.query_one(ContextPane), "-context-open")

    def action_close(self) -> None:
        """Save and go to the welcome screen."""
        self.main.close_portfolio()

    def action_write_here(self) -> None:
        """Leave the outline and write in the text that it shows."""
        self.back_to_text()

    def action_leave(self) -> None:
        """Close what lies over the text and give the keys to the text; from there, end focus."""
        middle = self.query_one(Middle)
        if middle.has_focus_within and middle.close_find_bar():
            return
        if self.has_class(FOCUS) and middle.has_focus_within:
            task_table.load_task("focus")(self)
            return
        self.back_to_text()

    def back_to_text(self) -> None:
        """Close what lies over the text and give the keys to the text."""
        self.remove_class("-outline-open", "-context-open")
        self.focus_text()

    def on_go_to_words(self, message: GoToWords) -> None:
        """Go to words in a text."""
        from cmalt_tui.ui.screens.going_to_words import go_to_words

        go_to_words(self, message.address, message.start, message.quote)

    def on_answer_finding(self, message: AnswerFinding) -> None:
        """Do what a person answers to a finding beside the text."""
        from cmalt_tui.ui.screens.answering import carry_out

        def done(told: str) -> None:
            self.autosave.touched()
            self.take_in_changes()
            self.main.say(f"{told} {undo_in_outline(self.app)} takes it back.")

        self.catch_up()
        carry_out(self.app, self.desk, message, done)

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Close what lies over the text once the text has the keys, however it got them."""
        if self.query_one(Middle) in event.widget.ancestors:
            self.remove_class("-outline-open", "-context-open")

    def next_step(self) -> str:
        """What could be done next, in a line; empty if nothing."""
        from cmalt_tui.ui.screens.stepping import said_step

        return said_step(self, self.stepped_to)

    def _toggle(self, pane: Widget, opened: str) -> None:
        if pane.has_focus_within:
            self.back_to_text()
            return
        self.remove_class("-outline-open", "-context-open")
        self.add_class(opened)
        pane.focus()
        self.call_after_refresh(self.query_one(OutlineTree).show_cursor)

    def _go_part(self, step: int) -> None:
        listed = addresses_of(self.entry)
        place = listed.index(self.address) if self.address in listed else 0
        self.open_address(listed[(place + step) % len(listed)])

    def _go_section(self, step: int) -> None:
        ids = [entry.id for entry in self.entries]
        place = ids.index(self.entry.id) + step
        if 0 <= place < len(ids):
            self.open_address(addresses_of(self.entries[place])[0])
