"""Where I am: how far every section is and why, what is before submission, and the last weeks."""

from typing import ClassVar

from cmalt_tui.commands.command import Scope
from cmalt_tui.model.editing import with_aim
from cmalt_tui.model.text_address import TextAddress
from cmalt_tui.ui.answers_allowed import READ_ONLY
from cmalt_tui.ui.bindings import bindings_of
from cmalt_tui.ui.review_desk import Goal
from cmalt_tui.ui.safe import cut_line
from cmalt_tui.ui.screens.ask_line import AskLineScreen
from cmalt_tui.ui.screens.asking_day import ask_submission_day
from cmalt_tui.ui.screens.standing_list import NEXT_STEP, StandingListScreen

_ASKED = "How many words shall {} have? Nothing for no aim."


class StandingScreen(StandingListScreen):
    """Answers with the place that a person wants to go to, `NEXT_STEP`, or None to go back."""

    COMMAND_SCOPE = Scope.STANDING
    CHOSEN = "go_there"
    BINDINGS: ClassVar = [*bindings_of(Scope.STANDING), *StandingListScreen.SCROLLING]
    HELP = "How far every section is, and why; space scrolls. No grade: you say what is done."

    def why_not(self, action: str) -> str:
        """Why an action can't be carried out now, in words."""
        if action in ("aim", "submit_by", "undo_step") and self.review.desk.read_only:
            return READ_ONLY
        if action == "back":
            return ""
        if self.seen is None:
            return "the portfolio is still being read"
        if action == "aim" and self.marked_section is None:
            return "go to a section first"
        if action == "aim" and not self._can_have_aim:
            return "this section has no words to count"
        if action == "next_step" and self.seen.standing.step is None:
            return "nothing is missing"
        return ""

    def action_go_there(self) -> None:
        """Go to the marked section, or to what the marked reason is about."""
        section = self.marked_section
        if section is not None:
            self.dismiss(Goal(TextAddress(section.entry.id, "")))
            return
        reason = self.reasons[(self.marked or 0) - len(self.sections)]
        if reason.address is None:
            self.app.notify("This is about the whole; there is no one text to go to.", markup=False)
        else:
            self.dismiss(Goal(reason.address))

    def action_aim(self) -> None:
        """Ask how many words the marked section shall have."""
        section = self.marked_section
        if section is None:
            return
        entry = section.entry

        def take(typed: str | None) -> None:
            if typed is None:
                return
            try:
                changed = with_aim(self.review.desk.portfolio, entry.id, typed)
            except ValueError:
                told = cut_line(f'"{typed}" is no number of words; write it as 500.', 200)
                self.app.notify(told, severity="warning", markup=False)
                return
            self.review.desk.change(changed, f"aim of {entry.name}")
            self.changed(f"The aim of {entry.name} is taken.")

        now = entry.written.aim
        self.app.push_screen(AskLineScreen(_ASKED.format(entry.name), str(now or "")), take)

    def action_submit_by(self) -> None:
        """Ask for the planned day of submission."""
        ask_submission_day(self.app, self.review.desk, self.changed)

    def action_next_step(self) -> None:
        """Go to the smallest useful thing to do."""
        self.dismiss(NEXT_STEP)

    def action_undo_step(self) -> None:
        """Take the last step back."""
        what = self.review.desk.undo()
        self.changed(f"Taken back: {what}" if what else "There is no step to take.")

    def action_back(self) -> None:
        """Go back to the text."""
        self.dismiss(None)

    @property
    def _can_have_aim(self) -> bool:
        section = self.marked_section
        entry = section.entry if section is not None else None
        return entry is not None and entry.broken is None and not entry.is_declaration
