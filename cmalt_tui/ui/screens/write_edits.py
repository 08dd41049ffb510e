"""Changing more than a text: statuses, titles, reflections, principles, the pathway."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from cmalt_tui.model import editing
from cmalt_tui.model.framework import Kind
from cmalt_tui.model.outline import base_id
from cmalt_tui.model.portfolio import (
    DESCRIPTION,
    EVIDENCE,
    REFLECTION,
    STATEMENT,
    Section,
    Status,
)
from cmalt_tui.model.text_address import TextAddress
from cmalt_tui.plain_text import amount
from cmalt_tui.ui import marks, task_table
from cmalt_tui.ui.keys import undo_in_outline
from cmalt_tui.ui.messages import DropExample, KeepExample
from cmalt_tui.ui.screens.write_moves import MovingScreen

READ_ONLY = "this is open for reading only; somebody else has it open"
_WRITES = frozenset(
    {
        *("status", "add_reflection", "principles", "pathway", "rename", "remove_reflection"),
        *("add_repeat", "undo_step", "redo_step", "save"),
    }
)


class EditingScreen(MovingScreen):
    """Carries out the commands that change the portfolio's shape; each is a step to undo."""

    def why_not(self, action: str) -> str:
        """Why an action can't be carried out now, in words."""
        if self.desk.read_only and (action in _WRITES or task_table.writing_task(action)):
            return READ_ONLY
        entry = self.entry
        if action in ("status", "add_reflection", "principles") and (entry.broken or self.reading):
            return "there is no section here that could be changed"
        plain = entry.is_statement or entry.is_declaration
        if action == "add_reflection" and plain:
            return "this section has no reflections"
        if action == "principles" and not self.desk.framework.principles:
            return "this framework has no principles"
        if action == "remove_reflection" and not self._on_reflection:
            return "go to a reflection first"
        if action == "rename" and not self._on_reflection and entry.asked.kind is not Kind.REPEAT:
            return "only reflections and specialist options have titles of their own"
        if action == "add_repeat" and entry.asked.kind is not Kind.REPEAT:
            return "this section comes only once: go to one that may come again, such as an option"
        if action == "next_step" and not self.next_step():
            return "nothing is missing"
        return ""

    def action_status(self) -> None:
        """Say how far the section is."""
        from cmalt_tui.ui.screens.choose import Choice, ChooseScreen

        choices = [
            Choice(
                status.value,
                f"{marks.STATUS_MARKS[status]} {status.value:<7}",
                marks.STATUS_TOLD[status],
            )
            for status in Status
        ]
        entry = self.entry

        def take(answer: str | None) -> None:
            if answer is not None and answer != entry.written.status:
                changed = editing.with_status(self.desk.portfolio, entry.id, Status(answer))
                self.change(changed, f"status of {entry.name}")

        title = f"How far is {entry.name}?"
        self.app.push_screen(ChooseScreen(title, choices, entry.written.status), take)

    def action_add_reflection(self) -> None:
        """Begin another reflection."""

        def take(title: str | None) -> None:
            if title is not None:
                section = editing.add_reflection(self._section, title, date.today())
                self._change_section(section, f"new reflection in {self.entry.name}")
                piece = section.reflections[-1]
                self.open_address(TextAddress(section.id, REFLECTION, piece.id))
                self.back_to_text()

        self.push_line("A title for the reflection (may stay empty)", "", take)

    def action_rename(self) -> None:
        """Give the reflection or the specialist option another title."""
        section, item = self._section, self.address.item
        if self._on_reflection:
            now = section.reflection(item).title

            def take(title: str | None) -> None:
                if title is not None:
                    self._change_section(
                        editing.rename_reflection(self._section, item, title),
                        "title of the reflection",
                    )
        else:
            now = section.title

            def take(title: str | None) -> None:
                if title is not None:
                    changed = editing.with_title(self.desk.portfolio, section.id, title)
                    self.change(changed, f"title of {section.id}")

        self.push_line("Title", now, take)

    def action_remove_reflection(self) -> None:
        """Take the reflection out; undo brings it back."""
        section = editing.remove_reflection(self._section, self.address.item)
        self._change_section(section, "removed reflection")
        self.main.say(f"The reflection is taken out. {undo_in_outline(self.app)} brings it back.")

    def action_add_repeat(self) -> None:
        """Add another specialist option."""
        try:
            changed, fresh = editing.add_repeat(
                self.desk.portfolio, self.desk.framework, base_id(self.entry.id)
            )
        except KeyError:
            self.main.say("There are as many of these as the pathway allows.", warn=True)
            return
        self.change(changed, f"added {fresh}")
        self.open_at(fresh)

    def action_principles(self) -> None:
        """Say which principles the section shows; each choice turns one on or off."""
        self._ask_principles("")

    def action_pathway(self) -> None:
        """Switch the pathway."""
        from cmalt_tui.ui.screens.choose import Choice, ChooseScreen

        portfolio, framework = self.desk.portfolio, self.desk.framework

        def take(answer: str | None) -> None:
            if answer is not None and answer != portfolio.pathway:
                changed = replace(self.desk.portfolio, pathway=answer)
                self.change(changed, f"pathway {framework.pathway(answer).title}")
                self._say_parked()

        choices = [Choice(one.id, one.title, one.postnominal) for one in framework.pathways]
        text = "Text of sections that do not belong to the pathway is parked, not deleted."
        self.app.push_screen(ChooseScreen("Which pathway?", choices, portfolio.pathway, text), take)

    def action_undo_step(self) -> None:
        """Take the last step back."""
        self._stepped(self.desk.undo(), "Taken back")

    def action_redo_step(self) -> None:
        """Do again what was taken back."""
        self._stepped(self.desk.redo(), "Done again")

    def on_keep_example(self, message: KeepExample) -> None:
        """Ask what works in a passage, and keep it for the section at hand."""
        from cmalt_tui.workbench.saved_examples import save_example

        section, part = self.address.section, self.address.part
        helped = part if part in (DESCRIPTION, EVIDENCE, REFLECTION, STATEMENT) else ""

        def take(works: str | None) -> None:
            if works is not None:
                save_example(self.desk, message.passage, section, helped, works)
                self._changed()

        self.push_line("What works here? (may stay empty)", message.passage.works, take)

    def on_drop_example(self, message: DropExample) -> None:
        """Keep an example no longer; undo brings it back."""
        from cmalt_tui.workbench.saved_examples import remove_example

        remove_example(self.desk, message.example_id)
        self._changed()
        self.main.say(f"The example is kept no longer. {undo_in_outline(self.app)} brings it back.")

    @property
    def _section(self) -> Section:
        return self.desk.portfolio.section(self.address.section)

    @property
    def _on_reflection(self) -> bool:
        pieces = [piece.id for piece in self.entry.written.reflections]
        return not self.reading and self.address.part == REFLECTION and self.address.item in pieces

    def _change_section(self, section: Section, what: str) -> None:
        self.change(self.desk.portfolio.with_section(section), what)

    def _changed(self) -> None:
        """Have what was changed saved and drawn."""
        self.autosave.touched()
        self.take_in_changes()

    def push_line(self, title: str, value: str, take: Callable[[str | None], None]) -> None:
        """Ask for one line."""
        from cmalt_tui.ui.screens.ask_line import AskLineScreen

        self.app.push_screen(AskLineScreen(title, value), take)

    def _ask_principles(self, current: str) -> None:
        from cmalt_tui.ui.guidance import standing
        from cmalt_tui.ui.screens.choose import Choice, ChooseScreen

        entry, portfolio = self.entry, self.desk.portfolio
        choices = [
            Choice(p.code, f"{standing(p, entry, portfolio)} {p.code} {p.title}")
            for p in self.desk.framework.principles
        ]

        def take(code: str | None) -> None:
            if code is not None:
                section = editing.toggle_principle(self._section, code)
                self._change_section(section, f"principle {code} of {entry.name}")
                self._ask_principles(code)

        text = f"{marks.HERE} here   {marks.ELSEWHERE} elsewhere   {marks.NOWHERE} nowhere yet"
        title = f"What does {entry.name} show?"
        keys = "enter yes or no   esc done"
        self.app.push_screen(ChooseScreen(title, choices, current, text, keys), take)

    def _say_parked(self) -> None:
        parked = sum(entry.parked for entry in self.entries)
        if parked:
            told = f"{amount(parked, 'section')} parked at the end of the outline."
            self.main.say(f"{told} The text is kept and comes back with the pathway.")

    def _stepped(self, what: str, word: str) -> None:
        if not what:
            self.main.say("There is no step to take.", warn=True)
            return
        self._changed()
        self.main.say(f"{word}: {what}")
