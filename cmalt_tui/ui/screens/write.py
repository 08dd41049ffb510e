"""The writing screen: the outline, one text, and what helps with it."""

from collections.abc import Mapping
from datetime import date
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.events import AppFocus

from cmalt_tui.commands.command import Scope
from cmalt_tui.model.editing import with_declaration, with_text
from cmalt_tui.model.evidence_uses import with_shows
from cmalt_tui.model.text_address import TextAddress
from cmalt_tui.plain_text import clean_line
from cmalt_tui.ui import marks, task_table
from cmalt_tui.ui.autosave import Meeting
from cmalt_tui.ui.bindings import bindings_of
from cmalt_tui.ui.editor.prose_editor import ProseEditor
from cmalt_tui.ui.keys import shown_key_of
from cmalt_tui.ui.messages import EvidenceChosen, FieldTyped
from cmalt_tui.ui.outline_branches import branches_of, key_of
from cmalt_tui.ui.screens.write_edits import READ_ONLY, EditingScreen
from cmalt_tui.ui.widgets.context_pane import ContextPane
from cmalt_tui.ui.widgets.footer_line import FooterLine
from cmalt_tui.ui.widgets.line import Line
from cmalt_tui.ui.widgets.middle import Middle
from cmalt_tui.ui.widgets.outline_tree import OutlineTree
from cmalt_tui.ui.widgets.part_tabs import PartTabs

_COUNT_AFTER = 0.4
_LOOK_FOR_CHANGES_EVERY = 5.0


class WriteScreen(EditingScreen):
    """Shows the outline, one text at a time, and guidance beside it."""

    COMMAND_SCOPE = Scope.WRITE
    ACTIONS: ClassVar[Mapping[str, str]] = task_table.ACTIONS
    BINDINGS: ClassVar = bindings_of(Scope.WRITE, ACTIONS)
    HELP = "Write here. Everything saves itself; the outline goes to any section."
    AUTO_FOCUS = "#editor"

    def compose(self) -> ComposeResult:
        """Lay out the lines and the panes."""
        # Textual sets these after the first frame, which would be drawn twice.
        for least, name in reversed(self.app.HORIZONTAL_BREAKPOINTS or []):
            if self.app.size.width >= least:
                self.add_class(name)
                break
        yield Line("header")
        with Horizontal(id="panes"):
            yield OutlineTree(branches_of(self.desk.framework, self.desk.portfolio))
            yield Middle(
                text_width=self.settings.text_width,
                cursor_blink=self.settings.cursor_blink,
                read_only=self.desk.read_only,
            )
            yield ContextPane()
        yield Line("question")
        yield FooterLine(marks.LEGEND)

    def on_mount(self) -> None:
        """Show the text at once; what helps with it comes after the first frame."""
        self.show_place()
        self.query_one(OutlineTree).reveal(key_of(self.address))
        self.autosave.watch(self)
        self._counting = self.set_interval(_COUNT_AFTER, self._count, pause=True)
        self.call_after_refresh(self._after_first_frame)

    def meet(self, meeting: Meeting) -> None:
        """Show or ask what comes of another program's changes."""
        from cmalt_tui.ui.screens.other_programs import meet_other_program

        meet_other_program(self, meeting)

    def text_typed(self, address: TextAddress, text: str) -> None:
        """Take over what was typed."""
        self.desk.change(with_text(self.desk.portfolio, address, text, date.today()))
        self.autosave.touched()
        self._count_soon()

    @on(OutlineTree.Shown)
    def _line_shown(self, event: OutlineTree.Shown) -> None:
        self.open_branch(event.branch)

    @on(PartTabs.Chosen)
    def _tab_chosen(self, event: PartTabs.Chosen) -> None:
        self.open_address(event.address)

    def on_evidence_chosen(self, event: EvidenceChosen) -> None:
        """Let the person say what an item of evidence shows."""
        if self.desk.read_only:
            self.main.say(READ_ONLY, warn=True)
            return
        section = self.desk.portfolio.section(self.address.section)
        now = next((use.shows for use in section.evidence if use.item == event.item), "")

        def take(shows: str | None) -> None:
            if shows is not None:
                changed = with_shows(self.desk.portfolio, section.id, event.item, shows)
                self.change(changed, f"what {event.item} shows")

        self.push_line("What does it show here?", now, take)

    def on_field_typed(self, event: FieldTyped) -> None:
        """Take over what was typed into a field."""
        changed = with_declaration(
            self.desk.portfolio, event.section, event.name, clean_line(event.value)
        )
        self.desk.change(changed)
        self.autosave.touched()
        self._count_soon()

    def on_app_focus(self, event: AppFocus) -> None:
        """Look what others changed while the window was away."""
        del event
        self.autosave.look_outside()

    def on_resize(self) -> None:
        """Draw the lines anew: what they say depends on the width."""
        self.call_after_refresh(self.show_saved)

    def action_examples(self) -> None:
        """Look how others wrote this section."""
        from cmalt_tui.ui.screens.examples import ExamplesScreen

        def back(changed: bool | None) -> None:
            if changed:
                self.autosave.touched()
                self.take_in_changes()
            self.query_one(ContextPane).forget()

        at = self.address
        near = self.near_text()
        screen = ExamplesScreen(self.main.examples, self.desk, at.section, at.part, near)
        self.app.push_screen(screen, back)

    def action_submit(self) -> None:
        """See what would be turned back, and export."""
        self.autosave.save()
        task_table.load_task("submit")(self)

    def action_task(self, name: str) -> None:
        """Begin one of the tasks."""
        task_table.load_task(name)(self)

    def action_save(self) -> None:
        """Save now."""
        self._count()
        self.autosave.save()

    def _count_soon(self) -> None:
        self._counting.reset()
        self._counting.resume()

    def _count(self) -> None:
        """Count the words and draw what depends on them."""
        self._counting.pause()
        if self.recording is not None:
            self.recording.look()
        self.refresh_entries()
        self.query_one(OutlineTree).show_branches(
            branches_of(self.desk.framework, self.desk.portfolio)
        )
        self.show_around()
        self._find_hint()

    def _after_first_frame(self) -> None:
        from cmalt_tui.ui.editor.undo_memory import remember_undo
        from cmalt_tui.ui.screens.left_drafts import offer_drafts
        from cmalt_tui.ui.spelling import begin_spelling

        if not self.is_attached:
            # Somebody left faster than the first frame came.
            return
        self.is_drawn = True
        if not self.desk.read_only:
            key = shown_key_of(self.app, "write.begin_writing")
            told = f"{key} asks questions, one at a time, or offers a template"
            self.query_one(ProseEditor).placeholder = told
        self.query_one(OutlineTree).show_cursor()
        self.show_context()
        self.query_one(ProseEditor).colour_markdown()
        editor, places, folder = self.query_one(ProseEditor), self.main.places, self.desk.folder
        remember_undo(editor, places, folder)
        offer_drafts(self)
        begin_spelling(editor, self.settings, places, folder, self.show_figures)
        self._record()
        self._find_hint()
        self.set_interval(_LOOK_FOR_CHANGES_EVERY, self.autosave.look_outside)
        if self.desk.read_only:
            self.main.say(
                f"You can read everything and write nothing: {self.desk.locked_by}", warn=True
            )

    def _record(self) -> None:
        from cmalt_tui.ui.session_recording import SessionRecording

        self.recording = SessionRecording(self.desk, self.main)
        self.recording.watch(self)

    def on_unmount(self) -> None:
        """Log the session, and how far all is."""
        if self.recording is not None:
            self.recording.end()

    @work(thread=True, exclusive=True, exit_on_error=False, group="hint")
    def _find_hint(self) -> None:
        step = self.next_step()
        self.app.call_from_thread(self.show_hint, step)
